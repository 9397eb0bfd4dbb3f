import type { Access, Grant } from '#kernel/access/access.ts'
import { type Role, roleNames } from '#kernel/access/roles.ts'
import { defineRegister } from '#kernel/definition/register.ts'
import { link, person, text } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import { workflow } from '#kernel/workflow/workflow.ts'
import { consequenceScale, likelihoodScale } from '../scales/risk.ts'
import { estimatedByOneself } from './risk-estimate.rules.ts'

/** Each sees his own judgement; those of others when they have been shown, and then only in analyses one may read. */
const sees: Grant = { read: 'part', readIn: ['shown'] }
const access: Access = Object.fromEntries(
  roleNames.flatMap((role): [Role, Grant][] =>
    role === 'administrator' ? [] : [[role, role === 'employee' ? { ...sees, create: 'all', update: 'own', withdraw: 'own' } : sees]],
  ),
)

/** What one participant judges a risk to be, before the group judges it together. */
export const riskEstimate = defineRegister({
  name: 'riskEstimate',
  plural: 'riskEstimates',
  label: { one: { sv: 'Enskild bedömning', en: 'Individual estimate' }, many: { sv: 'Enskilda bedömningar', en: 'Individual estimates' } },
  purpose: {
    sv: 'Här står vad var och en bedömde innan gruppen värderade risken tillsammans.',
    en: 'Here stands what each judged before the group valued the risk together.',
  },
  title: 'reason',

  fields: {
    analysis: link(
      { sv: 'Riskanalys', en: 'Risk analysis' },
      { to: 'riskAnalysis', required: true, inverse: { sv: 'Enskilda bedömningar', en: 'Individual estimates' } },
    ),
    risk: link(
      { sv: 'Risk', en: 'Risk' },
      { to: 'risk', required: true, inverse: { sv: 'Enskilda bedömningar', en: 'Individual estimates' } },
    ),
    person: person(
      { sv: 'Bedömt av', en: 'Estimated by' },
      { required: true, inverse: { sv: 'Har bedömt riskerna', en: 'Has estimated the risks' } },
    ),
    consequence: consequenceScale({ sv: 'Konsekvens', en: 'Consequence' }),
    likelihood: likelihoodScale({ sv: 'Sannolikhet', en: 'Likelihood' }),
    reason: text({ sv: 'Skäl', en: 'Reason' }, { lines: 2, max: 1000 }),
  },

  workflow: workflow({
    initial: 'individual',
    states: {
      individual: { label: { sv: 'Inte visad', en: 'Not shown' }, tone: 'neutral' },
      shown: { label: { sv: 'Visad', en: 'Shown' }, tone: 'active', locked: true },
    },
    moves: { show: { label: { sv: 'Visa bedömningen', en: 'Show the estimate' }, from: ['individual'], to: 'shown' } },
  }),
  rules: [{ code: 'estimated-by-oneself', fields: ['person'], check: estimatedByOneself }],
  unique: [['analysis', 'risk', 'person']],
  scope: { partOf: 'analysis', own: ['person'] },
  access,

  list: {
    columns: ['analysis', 'risk', 'person', 'consequence', 'likelihood', 'state'],
    filters: ['analysis', 'risk', 'person', 'state'],
    sort: ['risk', 'person'],
  },
  form: [
    { title: { sv: 'Bedömningen', en: 'The estimate' }, fields: ['analysis', 'risk', 'person', 'consequence', 'likelihood', 'reason'] },
  ],
})

export type RiskEstimate = RecordOf<typeof riskEstimate.fields>
