import { once } from 'node:events'
import { PassThrough, Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { type Language, say, type Text } from '#kernel/language/text.ts'

/** What may stand in a cell. Days are `2023-12-31`, moments are instants in ISO 8601 or dates. */
export type Cell = string | number | boolean | Date | null | undefined

/** One column of an exported table. */
export interface SheetColumn {
  readonly header: string
  readonly kind: 'text' | 'number' | 'day' | 'moment' | 'truth'
  /** Width in characters; by kind when left out. */
  readonly width?: number
}

export interface SheetOptions {
  /** Decides separators, decimal sign and words in CSV. Swedish when left out. */
  readonly language?: Language
  /** Zone in which moments are written. Europe/Stockholm when left out. */
  readonly timeZone?: string
  /** Name of the sheet in the workbook. */
  readonly sheet?: string
}

type Rows = AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>

/** Excel refuses to open a workbook with longer text than this in a cell. */
const longestText = 32_767

const widths = { text: 28, number: 12, day: 12, moment: 18, truth: 8 } as const
const formats = {
  text: '@',
  number: 'General',
  day: 'yyyy-mm-dd',
  moment: 'yyyy-mm-dd hh:mm',
  truth: 'General',
} as const

/** A moment as the clock on the wall showed it: `2023-12-31 13:45:00`. */
function wallClock(timeZone: string): (value: Date) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  return (value) => format.format(value)
}

function dateOf(cell: Cell): Date | null {
  if (typeof cell !== 'string' && !(cell instanceof Date)) return null
  const date = new Date(cell)
  return Number.isNaN(date.getTime()) ? null : date
}

/**
 * Writes a table as an XLSX file while the rows arrive: frozen header, filter, dates as dates, numbers as numbers.
 * Text is always text, also when it begins with `=`; text too long for a cell ends with `…`.
 */
export function writeXlsx(columns: readonly SheetColumn[], rows: Rows, options: SheetOptions = {}): Readable {
  const out = new PassThrough()
  fillWorkbook(out, columns, rows, options).catch((error: unknown) =>
    out.destroy(error instanceof Error ? error : new Error(String(error))),
  )
  return out
}

/** The library is large and fetched only when somebody exports, so that the server starts without it. */
async function fillWorkbook(out: PassThrough, columns: readonly SheetColumn[], rows: Rows, options: SheetOptions): Promise<void> {
  const { default: ExcelJS } = await import('@protobi/exceljs')
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  const sheet = book.addWorksheet(sheetName(options.sheet ?? 'Varna'), { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map((column) => ({
    header: column.header,
    width: column.width ?? widths[column.kind],
    style: { numFmt: formats[column.kind], alignment: { vertical: 'top', wrapText: column.kind === 'text' } },
  }))
  const head = sheet.getRow(1)
  head.font = { bold: true }
  head.commit()
  if (columns.length > 0) sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } }
  const clock = wallClock(options.timeZone ?? 'Europe/Stockholm')

  for await (const row of rows) {
    if (out.destroyed) return
    sheet.addRow(columns.map((column, index) => xlsxCell(column, row[index], clock))).commit()
    if (out.writableNeedDrain) await Promise.race([once(out, 'drain'), once(out, 'close')])
  }
  sheet.commit()
  await book.commit()
}

function xlsxCell(column: SheetColumn, cell: Cell, clock: (value: Date) => string): Cell {
  if (cell === null || cell === undefined || cell === '') return null
  if (column.kind === 'number' && typeof cell === 'string' && cell.trim() !== '') {
    const number = Number(cell)
    return Number.isFinite(number) ? number : cutText(cell)
  }
  if (column.kind === 'day' && typeof cell === 'string') {
    return /^\d{4}-\d{2}-\d{2}$/.test(cell) ? (dateOf(`${cell}T00:00:00Z`) ?? cell) : cutText(cell)
  }
  if (column.kind === 'moment' || cell instanceof Date) {
    const date = dateOf(cell)
    return date ? new Date(`${clock(date).replace(' ', 'T')}Z`) : cutText(String(cell))
  }
  return typeof cell === 'string' ? cutText(cell) : cell
}

/** Excel reads `_x0041_` in a workbook as a coded sign, so text that happens to look so has its underscore coded. */
function cutText(text: string): string {
  const coded = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return coded.length > longestText ? `${coded.slice(0, longestText - 1)}…` : coded
}

/** Excel allows 31 signs in the name of a sheet, and not these. */
const sheetName = (name: string): string =>
  name
    .replace(/[\\/?*[\]:]/g, ' ')
    .trim()
    .slice(0, 31) || 'Varna'

const truth: Record<'yes' | 'no', Text> = { yes: { sv: 'ja', en: 'yes' }, no: { sv: 'nej', en: 'no' } }

/** Puts an apostrophe before text a spreadsheet would run as a formula; numbers are left alone. `readSheet` takes it away again. */
export const guard = (cell: string): string => (/^'*[=+\-@]/.test(cell) && !/^[+-]?\d+(?:[.,]\d+)?$/.test(cell) ? `'${cell}` : cell)

/**
 * Writes a table as CSV while the rows arrive: with a mark so that Excel sees UTF-8; semicolon and decimal comma in Swedish,
 * comma and decimal point in English.
 */
export function writeCsv(columns: readonly SheetColumn[], rows: Rows, options: SheetOptions = {}): Readable {
  const language = options.language ?? 'sv'
  const clock = wallClock(options.timeZone ?? 'Europe/Stockholm')
  const csv = stringify({
    bom: true,
    delimiter: language === 'sv' ? ';' : ',',
    record_delimiter: 'windows',
    quoted_match: /[\n\r\t;]|,(?!\d+$)/,
  })
  async function* records() {
    yield columns.map((column) => guard(column.header))
    for await (const row of rows) yield columns.map((column, index) => csvCell(column, row[index], language, clock))
  }
  const source = Readable.from(records())
  source.once('error', (error) => csv.destroy(error))
  csv.once('close', () => source.destroy())
  return source.pipe(csv)
}

function csvCell(column: SheetColumn, cell: Cell, language: Language, clock: (value: Date) => string): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'boolean') return say(cell ? truth.yes : truth.no, language)
  if (typeof cell === 'number') return language === 'sv' ? String(cell).replace('.', ',') : String(cell)
  if (column.kind === 'moment' || cell instanceof Date) {
    const date = dateOf(cell)
    if (date) return column.kind === 'day' ? date.toISOString().slice(0, 10) : clock(date)
  }
  return guard(String(cell))
}
