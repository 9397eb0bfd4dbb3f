import { sql } from 'kysely'
import { say } from '#kernel/language/text.ts'
import { invalid, notFound } from '#kernel/problems/problem.ts'
import type { Actor } from '#kernel/store/context.ts'
import type { Services } from '../../services.ts'
import type { Brief } from '../brief.ts'
import { type MadeFile, type Making, printed, reportFormats } from '../files.ts'
import { pagesOf } from '../paper/pages.ts'
import type { PaperProgress } from '../paper/paper.ts'
import { type RiskQuestion, type RiskReport, riskReport, riskReports } from './report.ts'
import { riskSheet } from './sheet.ts'

/** The kinds of file the reports on risks are made as, with their media types. */
export const riskFormats = {
  pdf: reportFormats.pdf,
  docx: reportFormats.docx,
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
export type RiskFormat = keyof typeof riskFormats
export const isRiskFormat = (value: unknown): value is RiskFormat => typeof value === 'string' && Object.hasOwn(riskFormats, value)

const onlyFunction = () =>
  invalid([
    {
      field: 'format',
      code: 'format',
      message: {
        sv: 'Bara rapporten till riskfunktionen görs som Excel. Välj pdf eller docx.',
        en: 'Only the report to the risk function is made as a spreadsheet. Choose pdf or docx.',
      },
    },
  ])

/** Makes a report on risks into a file, telling how far it has come; says which of its risks have a secrecy marking. */
export async function makeRiskReport(
  services: Services,
  actor: Actor,
  question: RiskQuestion,
  format: RiskFormat,
  tell: (making: Making) => void = () => undefined,
): Promise<MadeFile & { readonly secret: readonly string[] }> {
  const { kind, language } = question
  if (format === 'xlsx' && kind !== 'function') throw onlyFunction()
  tell({ progress: 0.05, step: { sv: 'Läser riskerna', en: 'Reading the risks' } })
  const report = await riskReport(services, actor, question)
  const { brief, telling, secret } = report
  tell({ progress: 0.5, step: { sv: 'Sätter rapporten', en: 'Setting the report' } })
  const subject = kind === 'risk' ? `${brief.subtitle} ${brief.title}` : kind === 'unit' ? brief.title : say(riskReports[kind], language)
  const name = `${subject
    .replace(/[\\/:*?"<>|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 100)} ${telling.day}.${format}`
  const bytes =
    format === 'xlsx'
      ? await riskSheet(telling)
      : await setReport(report, format, ({ share, doing }) => tell({ progress: 0.5 + share * 0.4, step: doing }))
  return { bytes, name, type: riskFormats[format], secret }
}

/** The fullest of the briefs that has room: what is promised to be short is also set as Word with no more than has room in print. */
async function fitting(
  { brief, shorter, pages }: Pick<RiskReport, 'brief' | 'shorter' | 'pages'>,
  tell: (progress: PaperProgress) => void,
): Promise<{ brief: Brief; pdf: Uint8Array }> {
  let [chosen, pdf] = [brief, await printed(brief, 'pdf', tell)]
  for (const next of shorter) {
    if (pagesOf(pdf) <= pages) break
    chosen = next
    pdf = await printed(next, 'pdf', tell)
  }
  return { brief: chosen, pdf }
}

/** Sets a report; that of the director-general on two pages at most, that of one risk on one. */
export async function setReport(
  report: Pick<RiskReport, 'brief' | 'shorter' | 'pages'>,
  format: 'pdf' | 'docx',
  tell: (progress: PaperProgress) => void = () => undefined,
): Promise<Uint8Array> {
  if (!report.shorter.length) return printed(report.brief, format, tell)
  const { brief, pdf } = await fitting(report, tell)
  return format === 'pdf' ? pdf : printed(brief, format, tell)
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The identity of a risk given by its identity or reference, or of a unit given by its identity or name, as it was on the day. */
export async function calledBy(
  services: Services,
  actor: Actor,
  register: 'risk' | 'unit',
  given: string,
  asOf: Date | null,
): Promise<string> {
  if (uuid.test(given)) return given.toLowerCase()
  const called = given.trim().toLowerCase()
  const [found] = await services.store.read(actor, asOf, (tx) =>
    tx.rows<{ id: string }>(
      register === 'risk'
        ? sql`select id from risk where lower(reference) = ${called} and withdrawn_at is null`
        : sql`select id from unit where lower(name) = ${called} and withdrawn_at is null order by id limit 1`,
    ),
  )
  if (!found) throw notFound()
  return found.id
}
