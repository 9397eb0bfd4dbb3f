import type { ColumnTarget } from '#kernel/exchange/columns.ts'
import { type Aspect, aspectNames, aspects, rungs } from '../../scales/needs.ts'
import type { ModelContent } from '../classification-model.content.ts'

/** What the columns of a list of earlier classifications can be. */
export const broughtTargets: readonly ColumnTarget[] = [
  {
    name: 'asset',
    label: { sv: 'Informationsmängd', en: 'Information asset' },
    headings: [
      'Informationstillgång',
      'Informationstyp',
      'Informationsobjekt',
      'Klassningsobjekt',
      'Klassningen avser',
      'Information',
      'Objekt',
      'Benämning',
      'Namn',
      'Name',
    ],
    required: true,
  },
  {
    name: 'description',
    label: { sv: 'Vad består den av?', en: 'What does it consist of?' },
    headings: ['Beskrivning', 'Innehåll', 'Description'],
  },
  {
    name: 'unit',
    label: { sv: 'Enhet', en: 'Unit' },
    headings: ['Avdelning', 'Organisation', 'Organisatorisk enhet', 'Verksamhet', 'Förvaltning', 'Department'],
  },
  {
    name: 'owner',
    label: { sv: 'Informationsägare', en: 'Information owner' },
    headings: ['Ägare', 'Ansvarig', 'Informationsansvarig', 'Objektägare', 'Owner'],
  },
  {
    name: 'systems',
    label: { sv: 'Finns i systemen', en: 'Held in the systems' },
    headings: ['System', 'IT-system', 'Systemnamn', 'Informationssystem', 'Applikation', 'Systems'],
  },
  {
    name: 'confidentiality',
    label: aspectNames.confidentiality,
    headings: ['K', 'C', 'Konf', 'Sekretess', 'Konfidentialitetsnivå'],
    required: true,
  },
  { name: 'integrity', label: aspectNames.integrity, headings: ['R', 'I', 'Rikt', 'Integritet', 'Riktighetsnivå'], required: true },
  { name: 'availability', label: aspectNames.availability, headings: ['T', 'A', 'Tillg', 'Tillgänglighetsnivå'], required: true },
  { name: 'traceability', label: aspectNames.traceability, headings: ['S', 'Sp', 'Spårb'] },
  {
    name: 'classifiedOn',
    label: { sv: 'Klassad den', en: 'Classified on' },
    headings: [
      'Klassad',
      'Klassningsdatum',
      'Datum för klassning',
      'Klassning gjord',
      'Beslutad',
      'Beslutad den',
      'Beslutsdatum',
      'Senast klassad',
      'Datum',
      'Date',
    ],
    required: true,
  },
  {
    name: 'reviewBy',
    label: { sv: 'Omprövas senast', en: 'Review by' },
    headings: [
      'Omprövas',
      'Omprövning',
      'Nästa omprövning',
      'Nästa klassning',
      'Ny klassning senast',
      'Giltig till',
      'Revideras',
      'Next review',
    ],
  },
  {
    name: 'grounds',
    label: { sv: 'Skäl för värderingen', en: 'Grounds for the valuation' },
    headings: ['Motivering', 'Skäl', 'Kommentar', 'Grounds'],
  },
  {
    name: 'personalData',
    label: { sv: 'Innehåller personuppgifter', en: 'Contains personal data' },
    headings: ['Personuppgifter', 'Personal data'],
  },
]

/** Whether a table is an export of the register itself: only that says by which model a classification was made. */
export const isOwnExport = (header: readonly string[]): boolean =>
  header.some((heading) => ['klassningsmodell', 'classification model', 'model'].includes(heading.trim().toLowerCase()))

/** A cell as a level: none given, one of the model's, or something that is not one of them. */
export type LevelReading = { readonly kind: 'none' } | { readonly kind: 'level'; readonly level: number } | { readonly kind: 'unknown' }

/** Reads `3`, `K3`, `3 Allvarlig` or the name of a level, in the model's words or in those of the common ladder. */
export function levelIn(cell: string, content: ModelContent): LevelReading {
  const given = cell.trim().toLowerCase()
  if (!given || given === '-' || given === '–') return { kind: 'none' }
  const numbered = /^(?:[krtsciap]|nivå|level)?\s*[-:]?\s*(\d)(?:[.,]0+)?(?![\d.,])/.exec(given)?.[1]
  const named =
    content.levels.find(({ name }) => name.trim().toLowerCase() === given)?.level ??
    rungs.findIndex(({ sv, en }) => [sv, en].some((name) => name.toLowerCase() === given))
  const level = numbered === undefined ? named : Number(numbered)
  return content.levels.some((each) => each.level === level) ? { kind: 'level', level } : { kind: 'unknown' }
}

/** The levels of the model as a person may write them in a cell. */
export const levelsInWords = (content: ModelContent): string => content.levels.map(({ level, name }) => `${level} ${name}`).join(', ')

/** The last day for review where the list does not say: as many months after the classification as the model gives its highest level. */
export function reviewDay(classifiedOn: string, levels: Readonly<Record<Aspect, number | null>>, content: ModelContent): string {
  const highest = Math.max(0, ...aspects.map((aspect) => levels[aspect] ?? 0))
  const months = content.levels.find(({ level }) => level === highest)?.reviewMonths ?? 12
  const [year = 0, month = 1, day = 1] = classifiedOn.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}
