import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { dayIn } from '#kernel/clocks/clock.ts'
import type { Columns } from '#kernel/exchange/columns.ts'
import type { ImportOutcome } from '#kernel/exchange/import.ts'
import { isFormatError } from '#kernel/exchange/spreadsheet.ts'
import type { Gate } from '#kernel/gate/command.ts'
import { type Language, say } from '#kernel/language/text.ts'
import { isProblem } from '#kernel/problems/problem.ts'
import { asSystem } from '#kernel/store/context.ts'
import { bringIn } from '../importing.ts'
import { startError } from '../settings/settings.ts'
import { withServices } from '../start.ts'
import type { Command } from './command.ts'

const undo = Symbol('undo')

/** What an import did, or would do, in lines to read. */
function told(outcome: ImportOutcome, trial: boolean, language: Language): string[] {
  const { rows, created, updated, unchanged, errors, changes } = outcome
  const summary = {
    sv: `${rows} rader: ${created} nya, ${updated} ändrade, ${unchanged} oförändrade, ${errors.length} fel.`,
    en: `${rows} rows: ${created} new, ${updated} changed, ${unchanged} unchanged, ${errors.length} errors.`,
  }
  const kept = errors.length
    ? { sv: 'Inget är sparat.', en: 'Nothing is saved.' }
    : trial
      ? { sv: 'Det här var ett prov: inget är sparat.', en: 'This was a trial: nothing is saved.' }
      : { sv: 'Sparat.', en: 'Saved.' }
  return [
    ...changes
      .filter(({ kind }) => kind === 'update')
      .flatMap(({ key, label, fields }) => [
        `~ ${key ?? label}`,
        ...fields.map(({ field, from, to }) => `    ${field}: ${JSON.stringify(from)} → ${JSON.stringify(to)}`),
      ]),
    ...changes.flatMap(({ label, note }) => (note ? [`+ ${label}: ${say(note, language)}`] : [])),
    ...errors.map(
      ({ row, field, message }) => `${language === 'sv' ? 'rad' : 'row'} ${row}${field ? ` ${field}` : ''}: ${say(message, language)}`,
    ),
    `${say(summary, language)} ${say(kept, language)}`,
  ]
}

/** What is wrong with the file or with who reads it in, as a sentence to print. */
function inSentences(error: unknown): unknown {
  if (isFormatError(error)) return startError(error.text, error)
  if (!isProblem(error)) return error
  const { title, detail } = error.problem
  const both = (language: Language) => [say(title, language), detail && say(detail, language)].filter(Boolean).join(' ')
  return startError({ sv: both('sv'), en: both('en') }, error)
}

/** `Systemnamn=name` as what the column is read as. */
const columnsFrom = (given: readonly string[] | undefined): Columns | undefined =>
  given &&
  Object.fromEntries(
    given.map((pair) => {
      const at = pair.lastIndexOf('=')
      if (at < 1)
        throw startError({ sv: `Skriv --column som RUBRIK=FÄLT, inte "${pair}".`, en: `Write --column as HEADING=FIELD, not "${pair}".` })
      return [pair.slice(0, at), pair.slice(at + 1) || null] as const
    }),
  )

/** Brings a file into a register through the gate, or shows what it would do. */
export const importCommand: Command = {
  name: 'import',
  summary: { sv: 'Läser in en fil i ett register', en: 'Imports a file into a register' },
  usage: {
    sv: "varna import requirements FIL [--dry-run]      OSCAL, CISO Assistant, XLSX eller Värnas egen form\nvarna import classifications FIL [--dry-run]   klassningar gjorda före Värna\nvarna import REGISTER FIL.xlsx|csv [--dry-run] [--column 'RUBRIK=FÄLT' …]\n\nMed --column läses bara de kolumner som anges.",
    en: "varna import requirements FILE [--dry-run]     OSCAL, CISO Assistant, XLSX or the form of Värna\nvarna import classifications FILE [--dry-run]  classifications made before Värna\nvarna import REGISTER FILE.xlsx|csv [--dry-run] [--column 'HEADING=FIELD' …]\n\nWith --column only the columns named are brought in.",
  },
  async run(args, { settings, out }) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean', default: false }, column: { type: 'string', multiple: true } },
    })
    const [name, file] = positionals
    if (!name || !file) {
      out(say(importCommand.usage, settings.language))
      return 2
    }
    const columns = columnsFrom(values.column)
    const bytes = await readFile(file).catch((error: unknown) => {
      throw startError({ sv: `Filen ${file} går inte att läsa.`, en: `The file ${file} cannot be read.` }, error)
    })
    return withServices(settings, async (services) => {
      const register = services.catalogue.byPath(name)
      if (!register) throw startError({ sv: `Det finns inget register som heter ${name}.`, en: `There is no register called ${name}.` })
      const reason = `Import av ${path.basename(file)}`
      let outcome: ImportOutcome | undefined
      try {
        await services.store.write(asSystem('imports from the command line'), {}, async (tx) => {
          const gate: Gate = {
            tx,
            catalogue: services.catalogue,
            today: dayIn(services.clock.now()),
            change: { reason },
            effects: services.effects,
          }
          outcome = await bringIn(gate, register, { bytes, name: path.basename(file) }, columns)
          if (values['dry-run'] || outcome.errors.length) throw undo
        })
      } catch (error) {
        if (error !== undo) throw inSentences(error)
      }
      if (!outcome) return 1
      for (const line of told(outcome, values['dry-run'], settings.language)) out(line)
      return outcome.errors.length ? 1 : 0
    })
  },
}
