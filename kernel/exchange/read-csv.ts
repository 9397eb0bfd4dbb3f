import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { formatError } from './format-error.ts'
import { addRow, finished, type Sheet, type SheetLimits } from './sheet.ts'

/** The text of a file in whatever coding offices use: UTF-8, UTF-16 with a mark, or Windows-1252. */
export function decodeOffice(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The sign that separates columns: the one of `;`, tab and `,` that stands oftest outside quotes in the first lines. */
export function sniffDelimiter(text: string): string {
  const count = { ';': 0, '\t': 0, ',': 0 }
  let quoted = false
  let lines = 0
  for (const sign of text.slice(0, 20_000)) {
    if (sign === '"') quoted = !quoted
    else if (!quoted && sign === '\n' && ++lines === 5) break
    else if (!quoted && (sign === ';' || sign === '\t' || sign === ',')) count[sign]++
  }
  if (count[';'] > 0 && count[';'] * 2 >= count[',']) return count['\t'] > count[';'] ? '\t' : ';'
  return count['\t'] > count[','] ? '\t' : ','
}

/** Takes away the apostrophe that `writeCsv` puts before what a spreadsheet would run as a formula. */
export const unguard = (cell: string): string => (/^'+[=+\-@]/.test(cell) ? cell.slice(1) : cell)

/** Reads a CSV file as offices write them. */
export async function readCsv(bytes: Uint8Array, limits: SheetLimits): Promise<Sheet> {
  let text = decodeOffice(bytes)
  if (text.includes('\0')) {
    throw formatError({
      code: 'not-a-table',
      message: {
        sv: 'Filen är varken en Excel-arbetsbok (.xlsx) eller en textfil med kolumner (.csv).',
        en: 'The file is neither an Excel workbook (.xlsx) nor a text file with columns (.csv).',
      },
    })
  }
  const named = /^sep=(.)\r?\n/.exec(text)
  if (named) text = text.slice(named[0].length)
  const delimiter = named?.[1] ?? sniffDelimiter(text)
  const sheet: Sheet = { header: [], rows: [], rowNumbers: [] }
  let number = named ? 1 : 0
  const parser = parse({ delimiter, relax_column_count: true, max_record_size: 4_000_000 })
  try {
    for await (const record of Readable.from(chunks(text)).pipe(parser)) {
      addRow(sheet, (record as string[]).map(unguard), ++number, limits)
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw formatError({
      code: 'csv-broken',
      message: {
        sv: 'Filen följer inte formen för kommaseparerad text. Vanligast är ett citattecken som inte avslutas.',
        en: 'The file does not follow the form of comma-separated text. Usually a quotation mark is not closed.',
      },
      at: `rad ${number + 1}`,
    })
  }
  return finished(sheet)
}

/** Hands out a long text in pieces, so that other work gets its turn. */
function* chunks(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += 65_536) yield text.slice(at, at + 65_536)
}
