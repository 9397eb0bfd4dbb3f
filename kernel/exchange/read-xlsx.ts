import { Worker } from 'node:worker_threads'
import type { Text } from '#kernel/language/text.ts'
import { formatError } from './format-error.ts'
import type { Sheet, SheetLimits } from './sheet.ts'

/** What the reading thread answers with. */
export type XlsxAnswer =
  | { readonly sheet: Sheet }
  | { readonly fault: { readonly code: string; readonly message: Text; readonly at: string | undefined } }

const unreadable = () =>
  formatError({
    code: 'xlsx-unreadable',
    message: {
      sv: 'Arbetsboken går inte att läsa. Öppna den i ett kalkylprogram, spara den som .xlsx och försök igen.',
      en: 'The workbook cannot be read. Open it in a spreadsheet program, save it as .xlsx and retry.',
    },
  })

const tooHeavy = () =>
  formatError({
    code: 'xlsx-too-heavy',
    message: {
      sv: 'Arbetsboken är för tung att läsa. Spara bara bladet med tabellen, eller dela upp den.',
      en: 'The workbook is too heavy to read. Save only the sheet with the table, or split it.',
    },
  })

/** Longest time one workbook may take, in milliseconds. */
const patience = 60_000

/** Reads the first sheet of an XLSX file in a thread of its own, with bounded memory and time, so that a hostile file harms nobody. */
export async function readXlsx(bytes: Uint8Array, limits: SheetLimits): Promise<Sheet> {
  const worker = new Worker(new URL('./read-xlsx.worker.ts', import.meta.url), {
    workerData: { bytes, limits },
    resourceLimits: { maxOldGenerationSizeMb: 768 },
    execArgv: [],
  })
  const { promise, resolve, reject } = Promise.withResolvers<Sheet>()
  const timer = setTimeout(() => reject(tooHeavy()), patience)
  worker.once('message', (answer: XlsxAnswer) => ('sheet' in answer ? resolve(answer.sheet) : reject(formatError(answer.fault))))
  worker.once('error', (error) => reject('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooHeavy() : unreadable()))
  worker.once('exit', () => reject(unreadable()))
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
