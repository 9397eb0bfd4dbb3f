import { writableFields } from '../definition/catalogue.ts'
import type { Register } from '../definition/register.ts'
import { shapeOf } from '../fields/field.ts'
import type { Text } from '../language/text.ts'
import { problem } from '../problems/problem.ts'
import type { Sheet } from './sheet.ts'

/** Something a column of a file can be read as. */
export interface ColumnTarget {
  readonly name: string
  readonly label: Text
  /** Other headings it goes by in the lists of authorities. */
  readonly headings?: readonly string[]
  readonly required?: boolean
}

/** Which target each heading of a file is read as; null for a column that is not brought in. */
export type Columns = Readonly<Record<string, string | null>>

/** One column of a file, with what it is guessed to be. */
export interface FileColumn {
  readonly heading: string
  /** A few of its values, as they stand. */
  readonly samples: readonly string[]
  /** How many rows have a value in it. */
  readonly filled: number
  readonly target: string | null
}

const reference: ColumnTarget = {
  name: 'reference',
  label: { sv: 'Referens (känner igen posten)', en: 'Reference (recognises the record)' },
  headings: ['Referens', 'Reference'],
}

/** What a column can be read as in any register: its fields, and the reference that a record is recognised by. */
export function targetsOf(register: Register): ColumnTarget[] {
  const common = commonHeadings(register)
  const named = register.exchange?.headings ?? {}
  const fields = writableFields(register).flatMap((name): ColumnTarget[] => {
    const field = register.fields[name]
    if (!field || field.kind === 'attachments') return []
    const required = 'required' in field && field.required === true
    return [{ name, label: field.label, headings: [...(named[name] ?? []), ...(common.get(name) ?? [])], required }]
  })
  return register.reference && !register.exchange?.key ? [reference, ...fields] : fields
}

/** What the parts that most registers have are called in lists from elsewhere. */
function commonHeadings(register: Register): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>([
    [register.title, ['Namn', 'Benämning', 'Titel', 'Rubrik', 'Name', register.label.one.sv]],
  ])
  const unit = register.scope?.unit
  if (unit) found.set(unit, ['Enhet', 'Avdelning', 'Organisation', 'Organisatorisk enhet', 'Verksamhet', 'Department'])
  const own = register.scope?.own?.[0]
  if (own && !found.has(own)) found.set(own, ['Ägare', 'Ansvarig', 'Ansvarig person', 'Owner', 'Responsible'])
  const telling = Object.entries(register.fields).find(([, field]) => {
    const shape = shapeOf(field)
    return field.kind !== 'derived' && (shape.kind === 'rich' || (shape.kind === 'text' && shape.lines > 1))
  })?.[0]
  if (telling && !found.has(telling)) found.set(telling, ['Beskrivning', 'Description', 'Kommentar'])
  return found
}

/** A heading without what people put around its words: case, brackets with a remark, stars, colons. */
const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()

const namesOf = ({ name, label, headings = [] }: ColumnTarget): string[] => [name, label.sv, label.en, ...headings]

/** How well a heading answers to a target: 3 by the label itself, 2 by a name it goes by, 1 by a word they share, 0 not at all. */
function likeness(heading: string, target: ColumnTarget): number {
  const plain = heading.trim().toLowerCase()
  if ([target.name, target.label.sv, target.label.en].some((known) => known.toLowerCase() === plain)) return 3
  const wanted = folded(heading)
  if (!wanted) return 0
  const known = namesOf(target).map(folded).filter(Boolean)
  if (known.includes(wanted)) return 2
  const within = (long: string, short: string) => short.length > 3 && ` ${long} `.includes(` ${short} `)
  return known.some((name) => within(wanted, name) || within(name, wanted)) ? 1 : 0
}

/** Guesses what each heading is read as. No target is given twice: the heading that answers to it best has it. */
export function guessColumns(targets: readonly ColumnTarget[], header: readonly string[]): Record<string, string | null> {
  const guesses = header
    .flatMap((heading, at) => targets.map((target, order) => ({ heading, at, order, name: target.name, score: likeness(heading, target) })))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || one.at - other.at || one.order - other.order)
  const found: Record<string, string | null> = Object.fromEntries(header.filter(Boolean).map((heading) => [heading, null]))
  const taken = new Set<string>()
  for (const { heading, name } of guesses) {
    if (found[heading] || taken.has(name)) continue
    found[heading] = name
    taken.add(name)
  }
  return found
}

const samplesShown = 3
const longestSample = 80

/** The columns of a file, with examples of what stands in them and a guess at what each is. */
export function columnsOf(targets: readonly ColumnTarget[], sheet: Sheet): FileColumn[] {
  const guess = guessColumns(targets, sheet.header)
  return sheet.header.flatMap((heading, at): FileColumn[] => {
    if (!heading) return []
    const values = sheet.rows.map((row) => row[at]?.trim() ?? '').filter(Boolean)
    const samples = [...new Set(values)]
      .slice(0, samplesShown)
      .map((value) => (value.length > longestSample ? `${value.slice(0, longestSample - 2)} …` : value))
    return [{ heading, samples, filled: values.length, target: guess[heading] ?? null }]
  })
}

const refused = (sv: string, en: string) => problem({ status: 400, code: 'columns', title: { sv, en } })

/** Checks a mapping against the file and what can be read; gives the place of each target among the columns. */
export function placesOf(targets: readonly ColumnTarget[], header: readonly string[], columns: Columns): Map<string, number> {
  const places = new Map<string, number>()
  for (const [heading, name] of Object.entries(columns)) {
    const at = header.indexOf(heading)
    if (at < 0) throw refused(`Filen har ingen kolumn som heter ”${heading}”.`, `The file has no column called “${heading}”.`)
    if (name === null) continue
    const target = targets.find((each) => each.name === name)
    if (!target) throw refused(`Det finns inget fält som heter ”${name}”.`, `There is no field called “${name}”.`)
    if (places.has(name))
      throw refused(
        `Två kolumner läses in som ”${target.label.sv}”. Välj en av dem.`,
        `Two columns are read as “${target.label.en}”. Choose one.`,
      )
    places.set(name, at)
  }
  if (!places.size) throw refused('Välj minst en kolumn att läsa in.', 'Choose at least one column to bring in.')
  return places
}
