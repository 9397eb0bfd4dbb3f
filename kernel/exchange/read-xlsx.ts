import { Worker } from 'node:worker_threads'
import type { Text } from '#kernel/language/text.ts'
import { formatError } from './format-error.ts'
import type { Sheet, SheetLimits } from './sheet.ts'

/** What the reading thread is asked to read. */
export interface XlsxOrder {
  readonly bytes: Uint8Array
  readonly limits: SheetLimits
}

/** What it answers with. */
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
/** How long, in milliseconds, a thread that has read one waits for another: to start it costs more than to read most workbooks. */
const idleTime = 5_000

/** A thread that waits, and how it stops waiting. */
let idle: { readonly worker: Worker; readonly wake: () => void } | undefined

/** The thread that waits, or a new one. */
function takeWorker(): Worker {
  if (!idle) {
    return new Worker(new URL('./read-xlsx.worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 768 }, execArgv: [] })
  }
  const { worker, wake } = idle
  wake()
  worker.ref()
  return worker
}

/** Lets a thread wait for the next workbook, keeping no process from ending; a second one is let go. */
function leaveWorker(worker: Worker): void {
  if (idle) {
    void worker.terminate()
    return
  }
  const timer = setTimeout(() => {
    wake()
    void worker.terminate()
  }, idleTime)
  const wake = () => {
    idle = undefined
    clearTimeout(timer)
    worker.off('error', wake).off('exit', wake)
  }
  worker.once('error', wake).once('exit', wake)
  timer.unref()
  worker.unref()
  idle = { worker, wake }
}

/** Reads the first sheet of an XLSX file in a thread of its own, with bounded memory and time, so that a hostile file harms nobody. */
export async function readXlsx(bytes: Uint8Array, limits: SheetLimits): Promise<Sheet> {
  const worker = takeWorker()
  const { promise, resolve, reject } = Promise.withResolvers<XlsxAnswer>()
  const failed = (error: Error) => reject('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooHeavy() : unreadable())
  const ended = () => reject(unreadable())
  const timer = setTimeout(() => reject(tooHeavy()), patience)
  worker.once('message', resolve).once('error', failed).once('exit', ended)
  worker.postMessage({ bytes, limits } satisfies XlsxOrder)
  let answer: XlsxAnswer
  try {
    answer = await promise
  } catch (error) {
    // What has gone wrong in it is not left for the next workbook.
    await worker.terminate()
    throw error
  } finally {
    clearTimeout(timer)
    worker.off('message', resolve).off('error', failed).off('exit', ended)
  }
  leaveWorker(worker)
  if ('sheet' in answer) return answer.sheet
  throw formatError(answer.fault)
}
