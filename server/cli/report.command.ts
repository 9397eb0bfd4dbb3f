import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { dayIn, systemClock } from '#kernel/clocks/clock.ts'
import { isLanguage, type Language, say, type Text } from '#kernel/language/text.ts'
import { isProblem } from '#kernel/problems/problem.ts'
import { asSystem } from '#kernel/store/context.ts'
import { classificationCalled, makeClassification } from '../reports/classification-files.ts'
import { isReportFormat, makeAnnual, momentOf } from '../reports/files.ts'
import { calledBy, isRiskFormat, makeRiskReport } from '../reports/risks/files.ts'
import type { RiskReportKind } from '../reports/risks/report.ts'
import type { Services } from '../services.ts'
import { startError } from '../settings/settings.ts'
import { withServices } from '../start.ts'
import type { Command } from './command.ts'

/** What can be written, as it is told when it is done. */
const reports = {
  annual: { sv: 'Årsrapporten', en: 'The annual report' },
  classification: { sv: 'Klassningen', en: 'The classification' },
  risks: { sv: 'Rapporten till generaldirektören', en: 'The report to the director-general' },
  fisk: { sv: 'Rapporten till riskfunktionen', en: 'The report to the risk function' },
  'unit-risks': { sv: 'Rapporten om enhetens risker', en: 'The report on the risks of the unit' },
  risk: { sv: 'Rapporten om risken', en: 'The report on the risk' },
} as const satisfies Record<string, Text>
type Kind = keyof typeof reports
const isKind = (value: string | undefined): value is Kind => value !== undefined && Object.hasOwn(reports, value)

const riskKinds: Partial<Record<Kind, RiskReportKind>> = { risks: 'director', fisk: 'function', 'unit-risks': 'unit', risk: 'risk' }

interface Wanted {
  readonly kind: Kind
  /** The classification, the risk or the unit that it is about, as it was written. */
  readonly about: string | null
  readonly asOf: Date
  readonly language: Language
  readonly format: string
  readonly since: 'quarter' | 'year'
}

async function made(services: Services, { kind, about, asOf, language, format, since }: Wanted): Promise<Uint8Array> {
  const actor = asSystem('writes a report')
  const risks = riskKinds[kind]
  if (risks && isRiskFormat(format)) {
    const register = kind === 'risk' ? 'risk' : 'unit'
    const id = about === null ? null : await calledBy(services, actor, register, about, asOf)
    return (await makeRiskReport(services, actor, { kind: risks, about: id, asOf, language, since }, format)).bytes
  }
  if (!isReportFormat(format)) throw new Error(`The report ${kind} cannot be made as ${format}`)
  if (kind === 'annual') return (await makeAnnual(services, actor, { asOf, language }, format)).bytes
  const id = await classificationCalled(services, actor, about ?? '', asOf)
  return (await makeClassification(services, actor, { id, asOf, language }, format)).bytes
}

/** Writes a report to a file: the annual one, those on risks, or the paper of one classification, counted from the whole of the registers. */
export const reportCommand: Command = {
  name: 'report',
  summary: { sv: 'Skriver en rapport till en fil', en: 'Writes a report to a file' },
  usage: {
    sv: 'varna report annual --as-of 2023-12-31 --format pdf|docx|json --out FIL [--lang sv|en]\nvarna report classification --id KL-2026-0001 --format pdf|docx|json --out FIL [--as-of DAG] [--lang sv|en]\nvarna report risks|fisk --format pdf|docx|xlsx --out FIL [--as-of DAG] [--since quarter|year] [--lang sv|en]\nvarna report unit-risks --unit "Avdelning Förmåner" --format pdf|docx --out FIL [--as-of DAG] [--since quarter|year] [--lang sv|en]\nvarna report risk --id R-2026-0001 --format pdf|docx --out FIL [--as-of DAG] [--lang sv|en]',
    en: 'varna report annual --as-of 2023-12-31 --format pdf|docx|json --out FILE [--lang sv|en]\nvarna report classification --id KL-2026-0001 --format pdf|docx|json --out FILE [--as-of DAY] [--lang sv|en]\nvarna report risks|fisk --format pdf|docx|xlsx --out FILE [--as-of DAY] [--since quarter|year] [--lang sv|en]\nvarna report unit-risks --unit "Benefits department" --format pdf|docx --out FILE [--as-of DAY] [--since quarter|year] [--lang sv|en]\nvarna report risk --id R-2026-0001 --format pdf|docx --out FILE [--as-of DAY] [--lang sv|en]',
  },
  async run(args, { settings, out }) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'as-of': { type: 'string' },
        format: { type: 'string' },
        id: { type: 'string' },
        unit: { type: 'string' },
        since: { type: 'string', default: 'quarter' },
        out: { type: 'string' },
        lang: { type: 'string', default: settings.language },
      },
    })
    const refuse = (sv: string, en: string) => {
      console.error(say({ sv, en }, settings.language))
      return 2
    }
    const { 'as-of': day = dayIn(systemClock.now()), format = '', out: file, lang: language, id, unit, since } = values
    const [kind] = positionals
    if (!isKind(kind) || positionals.length > 1)
      return refuse(`Skriv vilken rapport du vill ha: ${reportCommand.usage.sv}`, `Say which report you want: ${reportCommand.usage.en}`)
    const about = (kind === 'unit-risks' ? unit : kind === 'risk' || kind === 'classification' ? id : null) ?? null
    if (kind === 'classification' && !about)
      return refuse(
        'Ange med --id vilken klassning det gäller, till exempel KL-2026-0001.',
        'Say with --id which classification, for example KL-2026-0001.',
      )
    if (kind === 'risk' && !about)
      return refuse('Ange med --id vilken risk det gäller, till exempel R-2026-0001.', 'Say with --id which risk, for example R-2026-0001.')
    if (kind === 'unit-risks' && !about)
      return refuse('Ange med --unit vilken enhet det gäller, med dess namn.', 'Say with --unit which unit, by its name.')
    if (since !== 'quarter' && since !== 'year') return refuse('Ange --since quarter eller year.', 'Give --since quarter or year.')
    const isRisks = riskKinds[kind] !== undefined
    if (!(isRisks ? isRiskFormat(format) && (format !== 'xlsx' || kind === 'fisk') : isReportFormat(format)))
      return kind === 'fisk'
        ? refuse('Ange --format pdf, docx eller xlsx.', 'Give --format pdf, docx or xlsx.')
        : isRisks
          ? refuse('Ange --format pdf eller docx.', 'Give --format pdf or docx.')
          : refuse('Ange --format pdf, docx eller json.', 'Give --format pdf, docx or json.')
    if (!file)
      return refuse('Ange med --out vilken fil rapporten ska skrivas till.', 'Say with --out which file the report is to be written to.')
    if (!isLanguage(language)) return refuse('Ange --lang sv eller en.', 'Give --lang sv or en.')
    try {
      momentOf(day, systemClock.now())
    } catch (error) {
      if (!isProblem(error)) throw error
      return refuse(error.problem.title.sv, error.problem.title.en)
    }
    return withServices(settings, async (services) => {
      try {
        const asOf = momentOf(day, services.clock.now())
        const bytes = await made(services, { kind, about, asOf, language, format, since })
        await writeFile(file, bytes).catch((error: unknown) => {
          throw startError(
            {
              sv: `Det går inte att skriva till ${file}: kontrollera att mappen finns och får skrivas i.`,
              en: `Cannot write to ${file}: check that the folder exists and may be written to.`,
            },
            error,
          )
        })
        out(
          say(
            {
              sv: `${reports[kind].sv} per ${day} är skriven till ${file}.`,
              en: `${reports[kind].en} as of ${day} is written to ${file}.`,
            },
            settings.language,
          ),
        )
        return 0
      } catch (error) {
        if (!isProblem(error)) throw error
        const { title, detail } = error.problem
        throw startError(
          { sv: [title.sv, detail?.sv].filter(Boolean).join(' '), en: [title.en, detail?.en].filter(Boolean).join(' ') },
          error,
        )
      }
    })
  },
}
