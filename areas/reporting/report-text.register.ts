import { defineRegister } from '#kernel/definition/register.ts'
import { choice, derived, number, rich, text } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import { reportSections, reportTextName } from './report-sections.ts'

/** The authority's own words in one section of its annual report; `{figure:key}` stands for a figure counted from the records. */
export const reportText = defineRegister({
  name: 'reportText',
  plural: 'reportTexts',
  label: { one: { sv: 'Rapporttext', en: 'Report text' }, many: { sv: 'Rapporttexter', en: 'Report texts' } },
  purpose: {
    sv: 'Här skriver ni texten i årsrapporten. Siffrorna hämtas ur registren den dag rapporten avser.',
    en: 'Here you write the text of the annual report. The figures are taken from the registers as of the day the report concerns.',
  },
  title: 'name',

  fields: {
    name: derived(text({ sv: 'Rubrik', en: 'Title' }), { from: ['year', 'section', 'language'], by: reportTextName }),
    year: number({ sv: 'År', en: 'Year' }, { required: true, min: 1990, max: 2200 }),
    section: choice({ sv: 'Avsnitt', en: 'Section' }, reportSections, { required: true }),
    language: choice(
      { sv: 'Språk', en: 'Language' },
      { sv: { sv: 'Svenska', en: 'Swedish' }, en: { sv: 'Engelska', en: 'English' } },
      { required: true },
    ),
    text: rich(
      { sv: 'Text', en: 'Text' },
      {
        required: true,
        help: {
          sv: 'Skriv till exempel {figure:awareness.completion-share} där en siffra ur registren ska stå.',
          en: 'Write for example {figure:awareness.completion-share} where a figure from the registers is to stand.',
        },
      },
    ),
  },

  unique: [['year', 'section', 'language']],

  access: {
    ciso: { read: 'all', create: 'all', update: 'all', withdraw: 'all' },
    'head-of-security': { read: 'all', create: 'all', update: 'all' },
    'director-general': { read: 'all' },
    'risk-function': { read: 'all' },
    'internal-audit': { read: 'all' },
  },

  list: {
    columns: ['year', 'section', 'language', 'changedAt', 'changedBy'],
    filters: ['year', 'section', 'language'],
    sort: ['-year', 'language', 'section'],
    views: [
      { label: { sv: 'På svenska', en: 'In Swedish' }, where: { language: 'sv' } },
      { label: { sv: 'På engelska', en: 'In English' }, where: { language: 'en' } },
    ],
  },

  form: [{ title: { sv: 'Texten', en: 'The text' }, fields: ['year', 'section', 'language', 'text'] }],
})

export type ReportText = RecordOf<typeof reportText.fields>
