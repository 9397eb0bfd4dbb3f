import { defineRegister } from '#kernel/definition/register.ts'
import { choice, link, text } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import { partOfClassification } from './part-access.ts'

/** The steps of a classification, in their order. */
export const classificationSteps = {
  valuation: { sv: 'Värdering', en: 'Valuation' },
  gaps: { sv: 'Avvikelseanalys', en: 'Gap analysis' },
  risks: { sv: 'Riskanalys', en: 'Risk analysis' },
  actions: { sv: 'Åtgärdsanalys', en: 'Action analysis' },
  decision: { sv: 'Beslut', en: 'Decision' },
}

/** What somebody has said about a step of a classification. */
export const classificationComment = defineRegister({
  name: 'classificationComment',
  plural: 'classificationComments',
  label: {
    one: { sv: 'Kommentar till klassning', en: 'Comment on a classification' },
    many: { sv: 'Kommentarer till klassningar', en: 'Comments on classifications' },
  },
  purpose: {
    sv: 'Här står vad de medverkande har skrivit till varandra under klassningens steg.',
    en: 'Here stands what the participants have written to each other during the steps of a classification.',
  },
  title: 'text',

  fields: {
    classification: link(
      { sv: 'Klassning', en: 'Classification' },
      { to: 'classification', required: true, inverse: { sv: 'Kommentarer', en: 'Comments' } },
    ),
    step: choice({ sv: 'Steg', en: 'Step' }, classificationSteps, { required: true }),
    text: text({ sv: 'Kommentar', en: 'Comment' }, { required: true, lines: 3, max: 2000 }),
  },

  scope: { partOf: 'classification' },
  access: partOfClassification,

  list: { columns: ['classification', 'step', 'text', 'createdBy', 'createdAt'], filters: ['classification', 'step'], sort: ['createdAt'] },
  form: [{ title: { sv: 'Kommentaren', en: 'The comment' }, fields: ['classification', 'step', 'text'] }],
})

export type ClassificationComment = RecordOf<typeof classificationComment.fields>
