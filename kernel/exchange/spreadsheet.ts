import { formatError } from './format-error.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import { type Sheet, type SheetLimits, sheetLimits } from './sheet.ts'

export { isFormatError } from './format-error.ts'
export { type Sheet, type SheetLimits, sheetLimits } from './sheet.ts'
export { type Cell, type SheetColumn, writeCsv, writeXlsx } from './write-sheet.ts'

const begins = (bytes: Uint8Array, ...signs: number[]): boolean => signs.every((sign, index) => bytes[index] === sign)

/** A zip archive, as XLSX files are. */
export const looksLikeZip = (bytes: Uint8Array): boolean => begins(bytes, 0x50, 0x4b)

/** Reads the first table of an XLSX or CSV file. The content decides which it is; what is named as a workbook without being one is refused. */
export async function readSheet(bytes: Uint8Array, name: string, limits?: Partial<SheetLimits>): Promise<Sheet> {
  const allowed = { ...sheetLimits, ...limits }
  if (bytes.length === 0) {
    throw formatError({ code: 'file-empty', message: { sv: 'Filen är tom.', en: 'The file is empty.' }, at: name })
  }
  if (bytes.length > allowed.bytes) {
    const most = Math.floor(allowed.bytes / 1_000_000)
    throw formatError({
      code: 'file-too-large',
      message: { sv: `Filen är större än ${most} MB.`, en: `The file is larger than ${most} MB.` },
      at: name,
    })
  }
  if (looksLikeZip(bytes)) return readXlsx(bytes, allowed)
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw formatError({
      code: 'old-excel',
      message: {
        sv: 'Filen är i det gamla Excel-formatet (.xls) eller skyddad med lösenord. Spara den som .xlsx utan lösenord.',
        en: 'The file is in the old Excel format (.xls) or protected by a password. Save it as .xlsx without one.',
      },
      at: name,
    })
  }
  if (/\.xls[xm]$/i.test(name)) {
    throw formatError({
      code: 'not-a-workbook',
      message: {
        sv: 'Filen heter som en Excel-arbetsbok men är ingen. Spara den som .xlsx i ett kalkylprogram, eller som .csv om den är text.',
        en: 'The file is named like an Excel workbook but is none. Save it as .xlsx in a spreadsheet program, or as .csv if it is text.',
      },
      at: name,
    })
  }
  return readCsv(bytes, allowed)
}
