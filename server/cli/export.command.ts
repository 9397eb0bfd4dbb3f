import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { dayIn, endOf } from '#kernel/clocks/clock.ts'
import { tableFor } from '#kernel/exchange/export.ts'
import { writeCsv, writeXlsx } from '#kernel/exchange/spreadsheet.ts'
import { isDay } from '#kernel/fields/schema.ts'
import { type Language, say } from '#kernel/language/text.ts'
import { asSystem } from '#kernel/store/context.ts'
import { startError } from '../settings/settings.ts'
import { withServices } from '../start.ts'
import type { Command } from './command.ts'

/** Writes a whole register to a file, now or as it was. */
export const exportCommand: Command = {
  name: 'export',
  summary: { sv: 'Skriver ett register till en fil', en: 'Writes a register to a file' },
  usage: {
    sv: 'varna export REGISTER FIL.xlsx|csv [--as-of 2023-12-31] [--lang sv|en]',
    en: 'varna export REGISTER FILE.xlsx|csv [--as-of 2023-12-31] [--lang sv|en]',
  },
  async run(args, { settings, out }) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { 'as-of': { type: 'string' }, lang: { type: 'string', default: settings.language } },
    })
    const [name, file] = positionals
    const kind = file ? path.extname(file).toLowerCase() : ''
    const day = values['as-of']
    const language: Language = values.lang === 'en' ? 'en' : 'sv'
    if (!name || !file || (kind !== '.xlsx' && kind !== '.csv') || (day !== undefined && !isDay(day))) {
      out(say(exportCommand.usage, settings.language))
      return 2
    }
    return withServices(settings, async (services) => {
      const register = services.catalogue.byPath(name)
      if (!register) throw startError({ sv: `Det finns inget register som heter ${name}.`, en: `There is no register called ${name}.` })
      const asOf = day ? endOf(day) : null
      const asking = { today: day ?? dayIn(services.clock.now()), person: null }
      const { columns, rows } = await services.store.read(asSystem('exports from the command line'), asOf, (tx) =>
        tableFor(tx, services.catalogue, register, { fields: ['*'] }, asking, language),
      )
      const options = { language, sheet: say(register.label.many, language) }
      try {
        await pipeline(kind === '.xlsx' ? writeXlsx(columns, rows, options) : writeCsv(columns, rows, options), createWriteStream(file))
      } catch (error) {
        throw startError({ sv: `Filen ${file} går inte att skriva.`, en: `The file ${file} cannot be written.` }, error)
      }
      out(
        say({ sv: `${rows.length} rader är skrivna till ${file}.`, en: `${rows.length} rows are written to ${file}.` }, settings.language),
      )
      return 0
    })
  },
}
