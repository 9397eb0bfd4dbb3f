import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { dayIn, systemClock } from '#kernel/clocks/clock.ts'
import { isLanguage, say } from '#kernel/language/text.ts'
import { isProblem } from '#kernel/problems/problem.ts'
import { asSystem } from '#kernel/store/context.ts'
import { isReportFormat, makeAnnual, momentOf } from '../reports/files.ts'
import { startError } from '../settings/settings.ts'
import { withServices } from '../start.ts'
import type { Command } from './command.ts'

/** Writes the annual report to a file, counted from the whole of the registers. */
export const reportCommand: Command = {
  name: 'report',
  summary: { sv: 'Skriver årsrapporten till en fil', en: 'Writes the annual report to a file' },
  usage: {
    sv: 'varna report annual --as-of 2023-12-31 --format pdf|docx|json --out FIL [--lang sv|en]',
    en: 'varna report annual --as-of 2023-12-31 --format pdf|docx|json --out FILE [--lang sv|en]',
  },
  async run(args, { settings, out }) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'as-of': { type: 'string' },
        format: { type: 'string' },
        out: { type: 'string' },
        lang: { type: 'string', default: settings.language },
      },
    })
    const refuse = (sv: string, en: string) => {
      console.error(say({ sv, en }, settings.language))
      return 2
    }
    const { 'as-of': day = dayIn(systemClock.now()), format, out: file, lang: language } = values
    if (positionals[0] !== 'annual' || positionals.length > 1)
      return refuse(`Skriv vilken rapport du vill ha: ${reportCommand.usage.sv}`, `Say which report you want: ${reportCommand.usage.en}`)
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
        const actor = asSystem('writes the annual report')
        const { bytes } = await makeAnnual(services, actor, { asOf: momentOf(day, services.clock.now()), language }, format)
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
            { sv: `Årsrapporten per ${day} är skriven till ${file}.`, en: `The annual report as of ${day} is written to ${file}.` },
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
