import type { Brief } from '../brief.ts'
import type { Report } from '../report.ts'
import { type PaperProgress, print } from './press.ts'

export { closePress, type PaperProgress } from './press.ts'
export { PaperRefusal } from './refusal.ts'

/**
 * The report as tagged PDF (PDF/UA-1), identical to the byte for the same report. Refuses with a `PaperRefusal` when
 * something in it could not be read by everyone, such as a chart without a description.
 */
export const toPdf = (report: Report | Brief, onProgress?: (progress: PaperProgress) => void): Promise<Uint8Array> =>
  print('pdf', report, onProgress)

/** The report as a Word document to go on editing, identical to the byte for the same report; refuses as `toPdf` does. */
export const toDocx = (report: Report | Brief, onProgress?: (progress: PaperProgress) => void): Promise<Uint8Array> =>
  print('docx', report, onProgress)
