import { defineRegister } from '#kernel/definition/register.ts'
import { choice, number, rich } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'

/** The sections of the annual report to the government, in the order they are printed. */
export const reportSections = {
  summary: { sv: 'Sammanfattning', en: 'Summary' },
  assignment: { sv: 'Uppdraget', en: 'The assignment' },
  development: { sv: 'Förvaltning och utveckling', en: 'Management and development' },
  managementSystem: { sv: 'Ledningssystemet', en: 'The management system' },
  cooperation: { sv: 'Samverkan', en: 'Cooperation' },
  risk: { sv: 'Hantering av säkerhetsrisker', en: 'Handling of security risks' },
  awareness: { sv: 'Säkerhetsmedvetande', en: 'Security awareness' },
  incidents: { sv: 'Hantering av incidenter', en: 'Handling of incidents' },
  preparedness: { sv: 'Krisberedskap och civilt försvar', en: 'Crisis preparedness and civil defence' },
  future: { sv: 'Framtida behov', en: 'Future needs' },
  evaluation: { sv: 'Utvärdering av det egna arbetet', en: 'Evaluation of our own work' },
}
export type ReportSectionKey = keyof typeof reportSections

/** The authority's own words in one section of its annual report; `{figure:key}` stands for a figure counted from the records. */
export const reportText = defineRegister({
  name: 'reportText',
  plural: 'reportTexts',
  label: { one: { sv: 'Rapporttext', en: 'Report text' }, many: { sv: 'Rapporttexter', en: 'Report texts' } },
  purpose: {
    sv: 'Här skriver ni texten i årsrapporten. Siffrorna hämtas ur registren den dag rapporten avser.',
    en: 'Here you write the text of the annual report. The figures are taken from the registers as of the day the report concerns.',
  },
  title: 'section',

  fields: {
    year: number({ sv: 'År', en: 'Year' }, { required: true, min: 1990, max: 2200 }),
    section: choice({ sv: 'Avsnitt', en: 'Section' }, reportSections, { required: true }),
    language: choice({ sv: 'Språk', en: 'Language' }, { sv: { sv: 'Svenska', en: 'Swedish' }, en: { sv: 'Engelska', en: 'English' } }, { required: true }),
    text: rich({ sv: 'Text', en: 'Text' }, { required: true, help: { sv: 'Skriv till exempel {figure:awareness.completion-share} där en siffra ur registren ska stå.', en: 'Write for example {figure:awareness.completion-share} where a figure from the registers is to stand.' } }),
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
