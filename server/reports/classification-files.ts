import { sql } from 'kysely'
import type { Language } from '#kernel/language/text.ts'
import { notFound } from '#kernel/problems/problem.ts'
import type { Actor } from '#kernel/store/context.ts'
import type { Services } from '../services.ts'
import { type ClassificationQuestion, type ClassificationReport, classificationReport } from './classification.ts'
import { classificationPaper } from './classification-paper.ts'
import { type MadeFile, printed, type ReportFormat, reportFormats } from './files.ts'

/** What the file of a classification is called: by its reference and what it concerns. */
const fileName = ({ reference, name, asOf }: ClassificationReport, format: ReportFormat, language: Language): string =>
  `${language === 'sv' ? 'Klassning' : 'Classification'} ${reference} ${name.replace(/[\\/:*?"<>|]+/g, ' ').slice(0, 80)} ${asOf}.${format}`

/** Makes what came of a classification into a file. */
export async function makeClassification(
  services: Services,
  actor: Actor,
  question: ClassificationQuestion,
  format: ReportFormat,
): Promise<MadeFile & { report: ClassificationReport }> {
  const report = await classificationReport(services, actor, question)
  const file = (bytes: Uint8Array) => ({ bytes, name: fileName(report, format, question.language), type: reportFormats[format], report })
  if (format === 'json') return file(Buffer.from(`${JSON.stringify(report, null, 2)}\n`))
  return file(await printed(classificationPaper(report), format))
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The identity of a classification given by its identity or its reference, as it was on the day. */
export async function classificationCalled(services: Services, actor: Actor, given: string, asOf: Date | null): Promise<string> {
  if (uuid.test(given)) return given.toLowerCase()
  const [found] = await services.store.read(actor, asOf, (tx) =>
    tx.rows<{ id: string }>(
      sql`select id from classification where lower(reference) = ${given.trim().toLowerCase()} and withdrawn_at is null`,
    ),
  )
  if (!found) throw notFound()
  return found.id
}
