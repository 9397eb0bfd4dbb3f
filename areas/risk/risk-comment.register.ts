import type { Role } from '#kernel/access/roles.ts'
import { defineRegister } from '#kernel/definition/register.ts'
import { link, text } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import { partOfRisk } from './part-access.ts'

/** Whoever may read the risk may comment on it; that the link to the risk is one the writer sees is asked at the gate. */
const writes = { create: 'all', update: 'own' } as const

const commenting: readonly Role[] = [
  'manager',
  'department-head',
  'director-general',
  'information-owner',
  'system-owner',
  'risk-owner',
  'procurement',
  'preparedness',
  'ciso',
  'head-of-security',
  'dpo',
  'risk-function',
]

/** What somebody has said about a risk. */
export const riskComment = defineRegister({
  name: 'riskComment',
  plural: 'riskComments',
  label: {
    one: { sv: 'Kommentar till risk', en: 'Comment on a risk' },
    many: { sv: 'Kommentarer till risker', en: 'Comments on risks' },
  },
  purpose: {
    sv: 'Här står vad de som arbetar med en risk har skrivit till varandra.',
    en: 'Here stands what those who work with a risk have written to each other.',
  },
  title: 'text',

  fields: {
    risk: link({ sv: 'Risk', en: 'Risk' }, { to: 'risk', required: true, inverse: { sv: 'Kommentarer', en: 'Comments' } }),
    text: text({ sv: 'Kommentar', en: 'Comment' }, { required: true, lines: 3, max: 2000 }),
  },

  scope: { partOf: 'risk' },
  // The first and the second line say what they think; the third writes findings instead.
  access: partOfRisk(Object.fromEntries(commenting.map((role) => [role, writes]))),

  list: { columns: ['risk', 'text', 'createdBy', 'createdAt'], filters: ['risk'], sort: ['createdAt'] },
  form: [{ title: { sv: 'Kommentaren', en: 'The comment' }, fields: ['risk', 'text'] }],
})

export type RiskComment = RecordOf<typeof riskComment.fields>
