import { defineRegister } from '#kernel/definition/register.ts'
import { link, text } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import { needScale } from '../scales/needs.ts'
import { partOfClassification } from './part-access.ts'

/** How serious the harm would be in one aspect and one consequence category: a cell of the valuation. Several may value at once. */
export const valuation = defineRegister({
  name: 'valuation',
  plural: 'valuations',
  label: { one: { sv: 'Värdering', en: 'Valuation' }, many: { sv: 'Värderingar', en: 'Valuations' } },
  purpose: {
    sv: 'Här står varje bedömning i en klassning: hur allvarligt det vore, för vem eller vad, och varför.',
    en: 'Here stands every judgement of a classification: how serious it would be, for whom or what, and why.',
  },
  title: 'aspect',

  fields: {
    classification: link(
      { sv: 'Klassning', en: 'Classification' },
      { to: 'classification', required: true, inverse: { sv: 'Värderingar', en: 'Valuations' } },
    ),
    aspect: text({ sv: 'Aspekt', en: 'Aspect' }, { required: true, max: 40 }),
    category: text({ sv: 'Konsekvenskategori', en: 'Consequence category' }, { required: true, max: 40 }),
    level: needScale({ sv: 'Konsekvens', en: 'Consequence' }),
    reason: text({ sv: 'Skäl', en: 'Reason' }, { lines: 3, max: 2000 }),
  },

  unique: [['classification', 'aspect', 'category']],
  scope: { partOf: 'classification' },
  access: partOfClassification,

  list: {
    columns: ['classification', 'aspect', 'category', 'level'],
    filters: ['classification', 'aspect', 'category', 'level'],
    sort: ['aspect', 'category'],
  },
  form: [{ title: { sv: 'Värderingen', en: 'The valuation' }, fields: ['classification', 'aspect', 'category', 'level', 'reason'] }],
})

export type Valuation = RecordOf<typeof valuation.fields>
