import { writableFields } from '../definition/catalogue.ts'
import { commonLabels, type Register } from '../definition/register.ts'
import { problem } from '../problems/problem.ts'
import { fromCell } from './cells.ts'
import { type Columns, placesOf, targetsOf } from './columns.ts'
import { type ImportRow, importKey, type RowFault } from './import.ts'
import type { CellReader } from './importer.ts'
import type { Sheet } from './sheet.ts'

const sheetFault = (sv: string, en: string) => problem({ status: 400, code: 'columns', title: { sv, en } })

/** What an export says beside the fields. */
const ignored = new Set(Object.values(commonLabels).flatMap(({ sv, en }) => [sv.toLowerCase(), en.toLowerCase()]))

/** The field whose label (in either language) or name a heading is; what an export says beside the fields goes before a name. */
const fieldCalled = (register: Register, heading: string): string | null => {
  const wanted = heading.trim().toLowerCase()
  const names = writableFields(register)
  const labelled = names.find((name) =>
    [register.fields[name]?.label.sv, register.fields[name]?.label.en].some((known) => known?.toLowerCase() === wanted),
  )
  return labelled ?? (ignored.has(wanted) ? null : (names.find((name) => name.toLowerCase() === wanted) ?? null))
}

/** The headings of a table that the register has no field for, and that are not among what an export says beside the fields. */
export function unknownHeadings(register: Register, header: readonly string[]): string[] {
  const derived = new Set(
    Object.values(register.fields).flatMap((field) =>
      field.kind === 'derived' ? [field.label.sv.toLowerCase(), field.label.en.toLowerCase()] : [],
    ),
  )
  return header.filter((heading) => {
    const wanted = heading.trim().toLowerCase()
    return wanted && !fieldCalled(register, heading) && !ignored.has(wanted) && !derived.has(wanted)
  })
}

/** What each column is read as where nobody has said: by its heading, all of which must be known. */
function knownPlaces(register: Register, header: readonly string[]): Map<string, number> {
  const unknown = unknownHeadings(register, header)
  if (unknown.length) {
    const listed = unknown.map((heading) => `"${heading}"`).join(', ')
    throw sheetFault(`Registret har inget fält för kolumnen ${listed}.`, `The register has no field for the column ${listed}.`)
  }
  const places = new Map<string, number>()
  for (const [at, heading] of header.entries()) {
    const name = fieldCalled(register, heading)
    if (name) places.set(name, at)
  }
  if (!places.size)
    throw sheetFault('Filen har inga kolumner som hör till registret.', 'The file has no columns that belong to the register.')
  const at = (names: readonly string[]) => header.findIndex((heading) => names.includes(heading.trim().toLowerCase()))
  for (const [name, found] of [
    ['reference', at(['referens', 'reference'])],
    ['id', at(['id'])],
  ] as const)
    if (found >= 0) places.set(name, found)
  return places
}

/**
 * Reads a table into rows of the register. Without `columns` its headings are labels (in either language) or names of fields,
 * and one that is not is refused; with them, what is not named there is left out, and records may be recognised by their names.
 */
export function rowsOf(register: Register, sheet: Sheet, columns?: Columns, read: CellReader = () => null): ImportRow[] {
  const places = columns ? placesOf(targetsOf(register), sheet.header, columns) : knownPlaces(register, sheet.header)
  const key = importKey(register) ?? (columns && !places.has('reference') && register.exchange?.byTitle ? register.title : null)
  const cell = (cells: readonly string[], name: string) => cells[places.get(name) ?? -1]
  return sheet.rows.map((cells, index) => {
    const row = sheet.rowNumbers[index] ?? index + 2
    const values: Record<string, unknown> = {}
    const faults: RowFault[] = []
    for (const [name, at] of places) {
      const field = register.fields[name]
      if (!field || field.kind === 'attachments') continue
      const text = cells[at] ?? ''
      const meant = text.trim() ? read(name, text.trim()) : null
      if (meant && 'fault' in meant) faults.push({ row, field: name, message: meant.fault })
      else values[name] = meant ? meant.value : fromCell(field, text)
    }
    const found = key ? values[key] : cell(cells, 'reference')
    return {
      row,
      id: cell(cells, 'id')?.trim() || null,
      key: typeof found === 'string' && found.trim() ? found.trim() : null,
      values,
      ...(faults.length ? { faults } : {}),
    }
  })
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && !value.length)

/** Gives new records what the file does not say of them. */
export const givenTo = (rows: readonly ImportRow[], given: Readonly<Record<string, unknown>>): ImportRow[] =>
  rows.map((row) => {
    if (row.key || row.id) return row
    const said = Object.fromEntries(Object.entries(row.values).filter(([name, value]) => !(name in given && isEmpty(value))))
    return { ...row, values: { ...given, ...said } }
  })
