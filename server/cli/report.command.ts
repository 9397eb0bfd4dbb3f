import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { dayIn, systemClock } from '#kernel/clocks/clock.ts'
import { isLanguage, type Language, say } from '#kernel/language/text.ts'
import { isProblem } from '#kernel/problems/problem.ts'
import { asSystem } from '#kernel/store/context.ts'
import { classificationCalled, makeClassification } from '../reports/classification-files.ts'
import { isReportFormat, makeAnnual, momentOf, type ReportFormat } from '../reports/files.ts'
import type { Services } from '../services.ts'
import { startError } from '../settings/settings.ts'
import { withServices } from '../start.ts'
import type { Command } from './command.ts'

/** The report of one classification where one is named, otherwise the annual one. */
async function made(
  services: Services,
  classification: string | null,
  asOf: Date,
  language: Language,
  format: ReportFormat,
): Promise<Uint8Array> {
  if (classification === null) return (await makeAnnual(services, asSystem('writes the annual report'), { asOf, language }, format)).bytes
  const actor = asSystem('writes the report of a classification')
  const id = await classificationCalled(services, actor, classification, asOf)
  return (await makeClassification(services, actor, { id, asOf, language }, format)).bytes
}

/** Writes the annual report, counted from the whole of the registers, or the paper of one classification to a file. */
export const reportCommand: Command = {
  name: 'report',
  summary: { sv: 'Skriver en rapport till en fil', en: 'Writes a report to a file' },
  usage: {
    sv: 'varna report annual --as-of 2023-12-31 --format pdf|docx|json --out FIL [--lang sv|en]\nvarna report classification --id KL-2026-0001 --format pdf|docx|json --out FIL [--as-of DAG] [--lang sv|en]',
    en: 'varna report annual --as-of 2023-12-31 --format pdf|docx|json --out FILE [--lang sv|en]\nvarna report classification --id KL-2026-0001 --format pdf|docx|json --out FILE [--as-of DAY] [--lang sv|en]',
  },
  async run(args, { settings, out }) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'as-of': { type: 'string' },
        format: { type: 'string' },
        id: { type: 'string' },
        out: { type: 'string' },
        lang: { type: 'string', default: settings.language },
      },
    })
    const refuse = (sv: string, en: string) => {
      console.error(say({ sv, en }, settings.language))
      return 2
    }
    const { 'as-of': day = dayIn(systemClock.now()), format, out: file, lang: language, id } = values
    const [kind] = positionals
    if ((kind !== 'annual' && kind !== 'classification') || positionals.length > 1)
      return refuse(`Skriv vilken rapport du vill ha: ${reportCommand.usage.sv}`, `Say which report you want: ${reportCommand.usage.en}`)
    if (kind === 'classification' && !id)
      return refuse(
        'Ange med --id vilken klassning det gäller, till exempel KL-2026-0001.',
        'Say with --id which classification, for example KL-2026-0001.',
      )
    if (!isReportFormat(format)) return refuse('Ange --format pdf, docx eller json.', 'Give --format pdf, docx or json.')
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
        const bytes = await made(services, id ?? null, momentOf(day, services.clock.now()), language, format)
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
            kind === 'annual'
              ? { sv: `Årsrapporten per ${day} är skriven till ${file}.`, en: `The annual report as of ${day} is written to ${file}.` }
              : { sv: `Klassningen per ${day} är skriven till ${file}.`, en: `The classification as of ${day} is written to ${file}.` },
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
