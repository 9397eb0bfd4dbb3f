import { defineRegister } from '#kernel/definition/register.ts'
import { date, link, text } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import { workflow } from '#kernel/workflow/workflow.ts'

/** A campaign in which everything classified by an older version of the model is valued again, each by its owner, before a day. */
export const revaluation = defineRegister({
  name: 'revaluation',
  plural: 'revaluations',
  label: {
    one: { sv: 'Omvärderingsomgång', en: 'Re-valuation campaign' },
    many: { sv: 'Omvärderingsomgångar', en: 'Re-valuation campaigns' },
  },
  purpose: {
    sv: 'Här håller ni ihop omvärderingen när en ny klassningsmodell börjar gälla: en planerad klassning för varje informationsmängd, hos dess ägare.',
    en: 'Here you hold the re-valuation together when a new classification model takes effect: a planned classification for each information asset, with its owner.',
  },
  reference: 'OMV-{year}-{number}',
  title: 'name',

  fields: {
    name: text({ sv: 'Namn', en: 'Name' }, { required: true, max: 160 }),
    model: link(
      { sv: 'Klassningsmodell', en: 'Classification model' },
      { to: 'classificationModel', required: true, inverse: { sv: 'Omvärderingsomgångar', en: 'Re-valuation campaigns' } },
    ),
    dueBy: date({ sv: 'Ska vara klar senast', en: 'Due' }, { required: true }),
    message: text({ sv: 'Till informationsägarna', en: 'To the information owners' }, { lines: 4 }),
  },

  workflow: workflow({
    initial: 'ongoing',
    states: {
      ongoing: { label: { sv: 'Pågår', en: 'Ongoing' }, tone: 'active' },
      closed: { label: { sv: 'Avslutad', en: 'Closed' }, tone: 'ended' },
    },
    moves: {
      close: { label: { sv: 'Avsluta omgången', en: 'Close the campaign' }, from: ['ongoing'], to: 'closed', reason: 'required' },
    },
  }),
  askWhy: ['dueBy'],

  deadlines: ['dueBy'],

  access: {
    employee: { read: 'all' },
    ciso: { read: 'all', create: 'all', update: 'all', withdraw: 'all', moves: { close: 'all' } },
    'head-of-security': { read: 'all' },
    'internal-audit': { read: 'all' },
  },

  list: { columns: ['reference', 'name', 'model', 'dueBy', 'state'], filters: ['state', 'model', 'dueBy'], sort: ['-dueBy'] },
  form: [{ title: { sv: 'Omgången', en: 'The campaign' }, fields: ['name', 'model', 'dueBy', 'message'] }],
})

export type Revaluation = RecordOf<typeof revaluation.fields>
