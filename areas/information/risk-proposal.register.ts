import { defineRegister } from '#kernel/definition/register.ts'
import { choice, link, text } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import type { Text } from '#kernel/language/text.ts'
import { partOfClassification } from './part-access.ts'

/** What is dismissed needs a reason; what is kept or merged leads to a risk. */
const settled = (record: { outcome: string; reason: string | null; risk: string | null }): Text | null =>
  record.outcome === 'dismissed'
    ? record.reason?.trim()
      ? null
      : { sv: 'Skriv varför risken inte är aktuell.', en: 'Write why the risk is not relevant.' }
    : record.risk
      ? null
      : { sv: 'Ange vilken risk förslaget blev eller gick upp i.', en: 'Say which risk the proposal became or was merged into.' }

/** What became of a risk that a gap or a threat gave reason to propose: kept, merged with another or dismissed. */
export const riskProposal = defineRegister({
  name: 'riskProposal',
  plural: 'riskProposals',
  label: {
    one: { sv: 'Prövat riskförslag', en: 'Proposed risk, considered' },
    many: { sv: 'Prövade riskförslag', en: 'Proposed risks, considered' },
  },
  purpose: {
    sv: 'Här står vad ni gjorde med varje risk som föreslogs i en klassning, och varför.',
    en: 'Here stands what you did with every risk that was proposed in a classification, and why.',
  },
  title: 'name',

  fields: {
    classification: link(
      { sv: 'Klassning', en: 'Classification' },
      { to: 'classification', required: true, inverse: { sv: 'Prövade riskförslag', en: 'Proposed risks, considered' } },
    ),
    name: text({ sv: 'Förslaget', en: 'The proposal' }, { required: true, max: 200 }),
    gap: link(
      { sv: 'Utifrån bristen', en: 'From the gap' },
      { to: 'measureAssessment', inverse: { sv: 'Riskförslag', en: 'Proposed risks' } },
    ),
    threat: link({ sv: 'Utifrån hotet', en: 'From the threat' }, { to: 'threat', inverse: { sv: 'Riskförslag', en: 'Proposed risks' } }),
    outcome: choice(
      { sv: 'Vad blev det av förslaget?', en: 'What became of it?' },
      {
        kept: { sv: 'Blev en risk', en: 'Became a risk' },
        merged: { sv: 'Gick upp i en annan risk', en: 'Merged into another risk' },
        dismissed: { sv: 'Inte aktuell', en: 'Not relevant' },
      },
      { required: true },
    ),
    risk: link({ sv: 'Risk', en: 'Risk' }, { to: 'risk', inverse: { sv: 'Föreslogs i', en: 'Was proposed in' } }),
    reason: text({ sv: 'Skäl', en: 'Reason' }, { lines: 2, max: 2000 }),
  },

  rules: [{ code: 'settled', fields: ['reason', 'risk', 'outcome'], check: settled }],
  unique: [
    ['classification', 'gap'],
    ['classification', 'threat'],
  ],
  scope: { partOf: 'classification' },
  access: partOfClassification,

  list: {
    columns: ['name', 'classification', 'outcome', 'risk'],
    filters: ['classification', 'outcome', 'risk', 'gap', 'threat'],
    sort: ['name'],
  },
  form: [
    { title: { sv: 'Förslaget', en: 'The proposal' }, fields: ['classification', 'name', 'gap', 'threat', 'outcome', 'risk', 'reason'] },
  ],
})

export type RiskProposal = RecordOf<typeof riskProposal.fields>
