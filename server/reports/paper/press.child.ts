import type { Report } from '../report.ts'
import { PaperRefusal } from './refusal.ts'
import { layOut } from './sheet.ts'
import { words } from './words.ts'

/** What the press is asked for, and what it answers; see press.ts. */
export interface PressOrder {
  id: number
  format: 'pdf' | 'docx'
  report: Report
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

async function set(order: PressOrder, tell: (answer: PressAnswer) => void): Promise<void> {
  const { id } = order
  try {
    const sheet = layOut(order.report)
    tell({ id, step: 'setting' })
    const file = order.format === 'pdf' ? (await import('./typst.ts')).setPdf(sheet) : await (await import('./word.ts')).setWord(sheet)
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
