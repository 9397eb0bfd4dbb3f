import type { Text } from '#kernel/language/text.ts'

/** The paper's own words: everything printed that neither the records nor the writer of the report has said. */
export const words = {
  contents: { sv: 'Innehåll', en: 'Contents' },
  page: { sv: 'Sida', en: 'Page' },
  figure: { sv: 'Figur', en: 'Figure' },
  table: { sv: 'Tabell', en: 'Table' },
  keyFigure: { sv: 'Nyckeltal', en: 'Key figure' },
  change: { sv: 'Förändring', en: 'Change' },
  dataChapter: {
    sv: 'Siffrorna bakom diagrammen',
    en: 'The figures behind the charts',
  },
  dataCaption: {
    sv: 'Siffrorna i figur {number}',
    en: 'The data of figure {number}',
  },
  dataPlace: {
    sv: 'Siffrorna står i tabell {number}.',
    en: 'The data is in table {number}.',
  },
  definitions: {
    sv: 'Så är siffrorna räknade',
    en: 'How the figures are counted',
  },
  measure: { sv: 'Redovisas för', en: 'Shown for' },
  asOf: { sv: 'Läget den', en: 'Position on' },
  previousAsOf: { sv: 'Jämfört med', en: 'Compared with' },
  registration: { sv: 'Diarienummer', en: 'Registration number' },
  decidedBy: { sv: 'Beslutad av', en: 'Decided by' },
  madeAt: { sv: 'Framställd', en: 'Produced' },
  basis: {
    sv: 'Underlag: {count} poster i {register}',
    en: 'Basis: {count} records in {register}',
  },
  basisOne: {
    sv: 'Underlag: 1 post i {register}',
    en: 'Basis: 1 record in {register}',
  },
  basisNone: {
    sv: 'Underlag: inga poster i {register}',
    en: 'Basis: no records in {register}',
  },
  key: { sv: 'Beteckning: {key}', en: 'Key: {key}' },
  untitled: { sv: 'Utan rubrik', en: 'Untitled' },
  headingMissing: {
    sv: 'Diagrammet saknar rubrik. Skriv i en mening vad det visar.',
    en: 'The chart has no title. Say in one sentence what it shows.',
  },
  altMissing: {
    sv: 'Diagrammet ”{title}” saknar beskrivning för den som inte ser bilden. Skriv en alternativtext.',
    en: 'The chart “{title}” has no description for those who do not see it. Write an alternative text.',
  },
  titleMissing: {
    sv: 'Rapporten saknar titel.',
    en: 'The report has no title.',
  },
  reading: { sv: 'Läser rapporten', en: 'Reading the report' },
  setting: { sv: 'Sätter sidorna', en: 'Setting the pages' },
  closing: { sv: 'Färdigställer filen', en: 'Finishing the file' },
  failed: {
    sv: 'Rapporten gick inte att sätta. Texten och siffrorna är orörda. Försök igen.',
    en: 'The report could not be set. Text and figures are untouched. Try again.',
  },
  tooSlow: {
    sv: 'Rapporten tog för lång tid att sätta och avbröts. Dela upp de största tabellerna.',
    en: 'Setting the report took too long and was stopped. Split the largest tables.',
  },
} satisfies Record<string, Text>
