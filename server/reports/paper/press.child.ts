import type { Brief } from '../brief.ts'
import type { Report } from '../report.ts'
import { type BriefSheet, layOutBrief } from './brief-sheet.ts'
import { PaperRefusal } from './refusal.ts'
import { layOut, type Sheet } from './sheet.ts'
import { words } from './words.ts'

/** What the press is asked for, and what it answers; see press.ts. */
export interface PressOrder {
  id: number
  format: 'pdf' | 'docx'
  report: Report | Brief
}

export type PressAnswer =
  | { id: number; step: 'setting' | 'closing' }
  | { id: number; file: Uint8Array }
  | {
      id: number
      refusal: {
        text: { sv: string; en: string }
        mendable: boolean
        detail: string
      }
    }

async function wordOf(sheet: Sheet | BriefSheet): Promise<Uint8Array> {
  return 'kind' in sheet ? (await import('./brief-word.ts')).setBriefWord(sheet) : (await import('./word.ts')).setWord(sheet)
}

async function set(order: PressOrder, tell: (answer: PressAnswer) => void): Promise<void> {
  const { id } = order
  try {
    const { report, format } = order
    const sheet = 'kind' in report ? layOutBrief(report) : layOut(report)
    tell({ id, step: 'setting' })
    const file = format === 'pdf' ? (await import('./typst.ts')).setPdf(sheet) : await wordOf(sheet)
    tell({ id, step: 'closing' })
    tell({ id, file })
  } catch (error) {
    const known = error instanceof PaperRefusal
    const detail = error instanceof Error ? `${error.message} ${String(error.cause ?? '')}` : String(error)
    tell({
      id,
      refusal: {
        text: known ? error.text : words.failed,
        mendable: known && error.mendable,
        detail,
      },
    })
  }
}

let queue = Promise.resolve()
process.on('message', (order: PressOrder) => {
  queue = queue.then(() => set(order, (answer) => process.send?.(answer)))
})
process.on('disconnect', () => process.exit())
