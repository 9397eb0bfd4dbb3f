import { parentPort } from 'node:worker_threads'
import { readSheet } from 'read-excel-file/node'
import { formatError, isFormatError } from './format-error.ts'
import type { XlsxAnswer, XlsxOrder } from './read-xlsx.ts'
import { type Sheet, type SheetLimits, sheetOf, tooManyRows } from './sheet.ts'
import { packZip, unpackZip } from './zip.ts'

/** A moment in a spreadsheet has no zone; it is given back as it reads, a bare day without its midnight. */
function dateText(date: Date): string {
  const iso = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19)
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return dateText(cell)
  if (typeof cell === 'number') return String(Number(cell.toPrecision(15)))
  return String(cell).replace(/\r\n?/g, '\n')
}

/** A cell far out makes a small file large when gaps are filled, so addresses are looked at before anything is built. */
function checkExtent(xml: string, limits: SheetLimits): void {
  for (const [, letters, digits] of xml.matchAll(/\sr\s*=\s*["']([A-Z]*)(\d+)["']/g)) {
    if (Number(digits) > limits.rows + 1000) throw tooManyRows(limits)
    if (letters && columnNumber(letters) > limits.columns) {
      throw formatError({
        code: 'sheet-too-wide',
        message: {
          sv: `Tabellen har fler än ${limits.columns} kolumner.`,
          en: `The table has more than ${limits.columns} columns.`,
        },
        at: `${letters}${digits}`,
      })
    }
  }
}

const columnNumber = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

async function read(bytes: Uint8Array, limits: SheetLimits): Promise<Sheet> {
  const wanted = (path: string) => path.endsWith('.xml') || path.endsWith('.rels')
  const parts = unpackZip(bytes, wanted, { unpacked: limits.unpacked, entries: 5000 })
  if (!parts.has('xl/workbook.xml')) {
    throw formatError({
      code: 'not-a-workbook',
      message: {
        sv: 'Filen är ett zip-arkiv men ingen Excel-arbetsbok (.xlsx).',
        en: 'The file is a zip archive but not an Excel workbook (.xlsx).',
      },
    })
  }
  for (const [path, part] of parts) if (/\/worksheets\//.test(path)) checkExtent(part.toString('utf8'), limits)
  const rows = await readSheet(packZip(parts), { trim: false })
  return sheetOf(
    rows.map((row) => row.map(cellText)),
    limits,
  )
}

async function answerTo({ bytes, limits }: XlsxOrder): Promise<XlsxAnswer> {
  try {
    return { sheet: await read(bytes, limits) }
  } catch (error) {
    if (isFormatError(error)) return { fault: { code: error.code, message: error.text, at: error.at } }
    throw error
  }
}

// What is thrown here ends the thread, and is told as a workbook that cannot be read.
parentPort?.on('message', async (order: XlsxOrder) => parentPort?.postMessage(await answerTo(order)))
