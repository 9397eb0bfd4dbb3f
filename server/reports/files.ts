import { dayIn, endOf } from '#kernel/clocks/clock.ts'
import { isDay } from '#kernel/fields/schema.ts'
import type { Text } from '#kernel/language/text.ts'
import { invalid, isProblem, problem } from '#kernel/problems/problem.ts'
import type { Actor } from '#kernel/store/context.ts'
import type { Services } from '../services.ts'
import { type AnnualQuestion, annualJson, annualPaper, annualReport, refuseUnknownFigures } from './annual.ts'
import type { Brief } from './brief.ts'
import type { PaperProgress } from './paper/paper.ts'
import type { Report } from './report.ts'

/** The kinds of file a report is made as, with their media types. */
export const reportFormats = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json',
} as const
export type ReportFormat = keyof typeof reportFormats
export const isReportFormat = (value: unknown): value is ReportFormat => typeof value === 'string' && Object.hasOwn(reportFormats, value)

/** How far the making of a file has come, 0–1, and what is being done. */
export interface Making {
  readonly progress: number
  readonly step: Text
}

/** The moment a day in a question means: its last, or now for today. Days that have not come are refused. */
export function momentOf(given: string, now: Date): Date {
  const fault = (sv: string, en: string) => invalid([{ field: 'asOf', code: 'as-of', message: { sv, en } }], { sv, en })
  if (!isDay(given))
    throw fault(`"${given}" är inget datum. Skriv till exempel 2023-12-31.`, `"${given}" is not a date. Write for example 2023-12-31.`)
  const end = endOf(given)
  if (end <= now) return end
  if (given === dayIn(now)) return now
  throw fault('Det går inte att göra en rapport för en dag som inte har kommit.', 'A report cannot be made for a day that has not come.')
}

/** A file that has been made, with its media type. */
export interface MadeFile {
  readonly bytes: Uint8Array
  readonly name: string
  readonly type: string
}

/** Sets a report or a brief; what the paper refuses is told as a problem. The typesetter is loaded only by those who print. */
export async function printed(
  report: Report | Brief,
  format: 'pdf' | 'docx',
  tell?: (progress: PaperProgress) => void,
): Promise<Uint8Array> {
  const { PaperRefusal, toDocx, toPdf } = await import('./paper/paper.ts')
  try {
    return await (format === 'pdf' ? toPdf : toDocx)(report, tell)
  } catch (error) {
    if (!(error instanceof PaperRefusal) || isProblem(error)) throw error
    throw problem({ status: error.mendable ? 422 : 500, code: 'paper', title: error.text })
  }
}

/** What the file of an annual report is called. */
export const annualFileName = (asOf: string, format: ReportFormat, language: AnnualQuestion['language']): string =>
  `${language === 'sv' ? 'Årsrapport informationssäkerhet' : 'Annual report information security'} ${asOf}.${format}`

/** Makes the annual report into a file, telling how far it has come. */
export async function makeAnnual(
  services: Services,
  actor: Actor,
  question: AnnualQuestion,
  format: ReportFormat,
  tell: (making: Making) => void = () => undefined,
): Promise<MadeFile> {
  tell({ progress: 0.05, step: { sv: 'Räknar siffrorna ur registren', en: 'Counting the figures from the registers' } })
  const report = await annualReport(services, actor, { ...question, records: format === 'json' })
  refuseUnknownFigures(report)
  const file = (bytes: Uint8Array) => ({ bytes, name: annualFileName(report.asOf, format, report.language), type: reportFormats[format] })
  if (format === 'json') {
    tell({ progress: 0.9, step: { sv: 'Skriver filen', en: 'Writing the file' } })
    return file(Buffer.from(`${JSON.stringify(annualJson(services, report), null, 2)}\n`))
  }
  tell({ progress: 0.3, step: { sv: 'Sätter rapporten', en: 'Setting the report' } })
  return file(
    await printed(annualPaper(services, report), format, ({ share, doing }) => tell({ progress: 0.3 + share * 0.6, step: doing })),
  )
}
