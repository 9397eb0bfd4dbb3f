import { formatError } from './format-error.ts'

/** The largest table an import accepts. */
export interface SheetLimits {
  readonly bytes: number
  readonly rows: number
  readonly columns: number
  /** Bytes of an XLSX file when unpacked. */
  readonly unpacked: number
}

export const sheetLimits: SheetLimits = { bytes: 25_000_000, rows: 200_000, columns: 200, unpacked: 200_000_000 }

/** A table as people see it: one row of names and rows of cells, every cell as text. */
export interface Sheet {
  readonly header: string[]
  /** Cells as text: dates as ISO 8601, numbers with a decimal point, truth as `true` and `false`, empty cells as `''`. */
  readonly rows: string[][]
  /** The number of each row as the spreadsheet shows it, counted from 1. */
  readonly rowNumbers: number[]
}

/** Finds the header, leaves out empty rows, squares off the rest and keeps to the limits. */
export function sheetOf(cells: Iterable<readonly string[]>, limits: SheetLimits): Sheet {
  const sheet: Sheet = { header: [], rows: [], rowNumbers: [] }
  let number = 0
  for (const row of cells) addRow(sheet, row, ++number, limits)
  return finished(sheet)
}

/** Adds one row, with its number in the file, to a table being read. */
export function addRow(sheet: Sheet, cells: readonly string[], number: number, limits: SheetLimits): void {
  let width = cells.length
  while (width > 0 && cells[width - 1]?.trim() === '') width--
  if (width === 0) return
  if (width > limits.columns) {
    throw formatError({
      code: 'sheet-too-wide',
      message: {
        sv: `Tabellen har fler än ${limits.columns} kolumner.`,
        en: `The table has more than ${limits.columns} columns.`,
      },
      at: `rad ${number}`,
    })
  }
  if (sheet.header.length === 0) {
    sheet.header.push(...cells.slice(0, width).map((cell) => cell.trim().replace(/\s+/g, ' ')))
    checkHeader(sheet.header, number)
    return
  }
  if (sheet.rows.length >= limits.rows) throw tooManyRows(limits)
  const row = cells.slice(0, width)
  while (row.length < sheet.header.length) row.push('')
  sheet.rows.push(row)
  sheet.rowNumbers.push(number)
}

export function finished(sheet: Sheet): Sheet {
  if (sheet.header.length > 0) return sheet
  throw formatError({
    code: 'sheet-empty',
    message: {
      sv: 'Filen innehåller ingen tabell. Första raden ska vara kolumnernas namn.',
      en: 'The file contains no table. The first row must be the names of the columns.',
    },
  })
}

export const tooManyRows = (limits: SheetLimits) =>
  formatError({
    code: 'sheet-too-long',
    message: {
      sv: `Tabellen har fler än ${limits.rows} rader. Dela upp den i flera filer.`,
      en: `The table has more than ${limits.rows} rows. Split it into several files.`,
    },
  })

function checkHeader(header: readonly string[], number: number): void {
  const seen = new Set<string>()
  for (const name of header) {
    const folded = name.toLowerCase()
    if (folded !== '' && seen.has(folded)) {
      throw formatError({
        code: 'column-twice',
        message: { sv: `Två kolumner heter ”${name}”.`, en: `Two columns are called “${name}”.` },
        at: `rad ${number}`,
      })
    }
    seen.add(folded)
  }
}
