import { formatError } from '#kernel/exchange/format-error.ts'
import { readSheet, type Sheet } from '#kernel/exchange/spreadsheet.ts'
import {
  type Applicability,
  type Bindingness,
  type Confidence,
  checkRequirementFile,
  keyPart,
  type RequirementFile,
  type RequirementRow,
  type RequirementSourceRow,
  type SourceKind,
} from './requirement-file.ts'

/** The columns a requirement table may have, each with the names it goes by. The first name is ours in Swedish, the second in English. */
const columnNames = {
  key: ['nyckel', 'key', 'id'],
  designation: ['beteckning', 'designation', 'ref', 'ref_id', 'nummer', 'nr', 'paragraf', 'punkt', 'lagrum', 'reference', 'number'],
  heading: ['rubrik', 'heading', 'titel', 'title', 'namn', 'name'],
  text: ['krav', 'text', 'kravtext', 'lydelse', 'requirement', 'beskrivning', 'description'],
  bindingness: ['bindande', 'bindingness', 'art', 'typ', 'type', 'kravtyp'],
  assessmentOnly: ['behovsbedömning', 'assessment only', 'assessmentonly'],
  appliesTo: ['gäller för', 'applies to', 'appliesto', 'omfattar'],
  validFrom: ['gäller från', 'valid from', 'validfrom', 'giltig från'],
  validTo: ['gäller till', 'valid to', 'validto', 'giltig till'],
  confidence: ['tillförlitlighet', 'confidence'],
  order: ['ordning', 'order'],
  related: ['motsvarar', 'related', 'relaterade', 'kopplingar'],
  source: ['kravkälla', 'source', 'källa', 'ramverk', 'framework', 'standard'],
  kind: ['slag av källa', 'source kind', 'källtyp'],
  publisher: ['utgivare', 'publisher'],
  url: ['länk', 'url', 'link'],
} as const

type Column = keyof typeof columnNames

const bindingnessWords: Readonly<Record<string, Bindingness>> = {
  '': 'binding',
  binding: 'binding',
  bindande: 'binding',
  föreskrift: 'binding',
  krav: 'binding',
  ska: 'binding',
  ja: 'binding',
  yes: 'binding',
  shall: 'binding',
  must: 'binding',
  advice: 'advice',
  råd: 'advice',
  'allmänt råd': 'advice',
  'allmänna råd': 'advice',
  bör: 'advice',
  nej: 'advice',
  no: 'advice',
  should: 'advice',
  vägledning: 'advice',
  guidance: 'advice',
  definition: 'definition',
  begrepp: 'definition',
  information: 'information',
  upplysning: 'information',
}

const applicabilityWords: Readonly<Record<string, Applicability>> = {
  '': 'choice',
  choice: 'choice',
  'eget val': 'choice',
  'all-agencies': 'all-agencies',
  'alla myndigheter': 'all-agencies',
  alla: 'all-agencies',
  'statliga myndigheter': 'all-agencies',
  'preparedness-agencies': 'preparedness-agencies',
  beredskapsmyndigheter: 'preparedness-agencies',
  'csl-operators': 'csl-operators',
  'verksamhetsutövare enligt cybersäkerhetslagen': 'csl-operators',
  verksamhetsutövare: 'csl-operators',
}

const confidenceWords: Readonly<Record<string, Confidence>> = {
  '': 'unverified',
  unverified: 'unverified',
  'inte kontrollerad': 'unverified',
  okontrollerad: 'unverified',
  statute: 'statute',
  författningstext: 'statute',
  lagtext: 'statute',
  authority: 'authority',
  myndigheten: 'authority',
  secondary: 'secondary',
  sekundärkälla: 'secondary',
  own: 'own',
  egen: 'own',
}

const kindWords: Readonly<Record<string, SourceKind>> = {
  '': 'internal',
  internal: 'internal',
  internt: 'internal',
  intern: 'internal',
  statute: 'statute',
  författning: 'statute',
  lag: 'statute',
  standard: 'standard',
  agreement: 'agreement',
  avtal: 'agreement',
  guidance: 'guidance',
  vägledning: 'guidance',
}

const truthWords: Readonly<Record<string, boolean>> = {
  '': false,
  nej: false,
  no: false,
  false: false,
  '0': false,
  ja: true,
  yes: true,
  true: true,
  x: true,
  '1': true,
}

/** Reads requirements from a table (XLSX or CSV) with a header in Swedish or English. Rows of several sources become several files. */
export async function readRequirementTable(bytes: Uint8Array, name: string): Promise<RequirementFile[]> {
  return tableToFiles(await readSheet(bytes, name), name)
}

function tableToFiles(sheet: Sheet, name: string): RequirementFile[] {
  const columns = recognise(sheet.header)
  const needed = columns.has('heading') || columns.has('text')
  if (!needed || !(columns.has('designation') || columns.has('key') || columns.has('heading'))) {
    throw formatError({
      code: 'table-without-requirements',
      message: {
        sv: 'Tabellen saknar kolumner för krav. Den behöver åtminstone Beteckning och Rubrik eller Krav.',
        en: 'The table lacks columns for requirements. It needs at least Designation and Heading or Text.',
      },
      at: `kolumner: ${sheet.header.filter(Boolean).join(', ')}`.slice(0, 300),
    })
  }
  const unread = sheet.header.filter((title, index) => title !== '' && ![...columns.values()].includes(index))
  const files = new Map<string, RequirementFile & { readonly numbers: Map<string, number> }>()
  sheet.rows.forEach((cells, index) => {
    const row = rowReader(sheet.header, columns, cells, sheet.rowNumbers[index] ?? index + 2)
    const sourceName =
      row.text('source') ||
      name
        .replace(/\.[^.]*$/, '')
        .replace(/^.*[\\/]/, '')
        .trim() ||
      'Krav'
    const sourceKey = keyPart(sourceName) || 'krav'
    let file = files.get(sourceKey)
    if (!file) {
      file = { source: sourceOf(row, sourceKey, sourceName, unread), requirements: [], numbers: new Map() }
      files.set(sourceKey, file)
    }
    const requirement = requirementOf(row, sourceKey, file.requirements.length + 1)
    const earlier = file.numbers.get(requirement.key)
    if (earlier !== undefined) {
      throw formatError({
        code: 'table-key-twice',
        message: {
          sv: `Raden får samma nyckel som rad ${earlier}. Ge dem olika beteckningar, eller skilj dem åt i kolumnen Nyckel.`,
          en: `The row gets the same key as row ${earlier}. Give them different designations, or tell them apart in a Key column.`,
        },
        at: `rad ${row.number}: ${requirement.key}`,
      })
    }
    file.numbers.set(requirement.key, row.number)
    file.requirements.push(requirement)
  })
  if (files.size === 0) {
    throw formatError({
      code: 'table-empty',
      message: { sv: 'Tabellen har kolumnnamn men inga rader.', en: 'The table has column names but no rows.' },
    })
  }
  return [...files.values()].map(({ source, requirements }) => checkRequirementFile({ source, requirements }))
}

/** Which of our columns stands where in the table. */
function recognise(header: readonly string[]): Map<Column, number> {
  const folded = header.map((title) => title.toLowerCase())
  const columns = new Map<Column, number>()
  for (const column of Object.keys(columnNames) as Column[]) {
    for (const title of columnNames[column]) {
      const index = folded.indexOf(title)
      if (index < 0 || [...columns.values()].includes(index)) continue
      columns.set(column, index)
      break
    }
  }
  return columns
}

/** Whether a header row is that of a requirement table. */
export const isRequirementHeader = (header: readonly string[]): boolean => {
  const columns = recognise(header)
  return (columns.has('designation') || columns.has('key')) && (columns.has('heading') || columns.has('text'))
}

interface RowReader {
  readonly number: number
  readonly text: (column: Column) => string
  readonly word: <T>(column: Column, words: Readonly<Record<string, T>>) => T
  readonly day: (column: Column) => string | null
}

function rowReader(header: readonly string[], columns: ReadonlyMap<Column, number>, cells: readonly string[], number: number): RowReader {
  const at = (column: Column) => `rad ${number}, kolumn ${header[columns.get(column) ?? -1] ?? column}`
  const text = (column: Column) => cells[columns.get(column) ?? -1]?.trim() ?? ''
  return {
    number,
    text,
    word: (column, words) => {
      const folded = text(column).toLowerCase()
      if (Object.hasOwn(words, folded)) return words[folded] as (typeof words)[string]
      throw formatError({
        code: 'table-unknown-word',
        message: {
          sv: `”${text(column)}” går inte att tolka. Skriv något av: ${Object.keys(words).filter(Boolean).join(', ')}.`,
          en: `“${text(column)}” is not understood. Use one of: ${Object.keys(words).filter(Boolean).join(', ')}.`,
        },
        at: at(column),
      })
    },
    day: (column) => {
      const day = text(column).replace(/T00:00:00$/, '')
      if (day === '') return null
      if (/^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day)) return day
      throw formatError({
        code: 'table-bad-day',
        message: {
          sv: `”${day}” är inget datum. Skriv det som 2026-01-15.`,
          en: `“${day}” is not a date. Write it as 2026-01-15.`,
        },
        at: at(column),
      })
    },
  }
}

function sourceOf(row: RowReader, key: string, name: string, unread: readonly string[]): RequirementSourceRow {
  const url = row.text('url')
  return {
    key,
    name: name.slice(0, 500),
    shortName: name.slice(0, 120),
    kind: row.word('kind', kindWords),
    publisher: row.text('publisher').slice(0, 300),
    url: /^https?:\/\//.test(url) ? url : null,
    validFrom: null,
    validTo: null,
    confidence: 'unverified',
    note:
      unread.length > 0 ? `Inläst från tabell. Kolumner som inte lästes: ${unread.join(', ')}.`.slice(0, 10_000) : 'Inläst från tabell.',
  }
}

function requirementOf(row: RowReader, sourceKey: string, place: number): RequirementRow {
  const designation = row.text('designation')
  const text = row.text('text')
  const heading = row.text('heading') || (text.split('\n')[0] ?? '').slice(0, 200)
  if (heading === '') {
    throw formatError({
      code: 'table-row-without-heading',
      message: { sv: 'Raden har varken rubrik eller kravtext.', en: 'The row has neither a heading nor a text.' },
      at: `rad ${row.number}`,
    })
  }
  const given = row.text('key').toLowerCase()
  const own = (given.startsWith(`${sourceKey}/`) ? given.slice(sourceKey.length + 1) : given) || keyPart(designation) || keyPart(heading)
  const order = Number(row.text('order') || place)
  return {
    key: `${sourceKey}/${own.replace(/\s+/g, '-')}`,
    designation,
    heading,
    text,
    bindingness: row.word('bindingness', bindingnessWords),
    assessmentOnly: row.word('assessmentOnly', truthWords),
    appliesTo: row.word('appliesTo', applicabilityWords),
    validFrom: row.day('validFrom'),
    validTo: row.day('validTo'),
    confidence: row.word('confidence', confidenceWords),
    order: Number.isInteger(order) && order >= 0 ? order : place,
    related: row
      .text('related')
      .toLowerCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
  }
}
