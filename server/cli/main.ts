import { say } from '#kernel/language/text.ts'
import { isStartError, languageOf, readSettings, type Settings, sentenceOf, takeSettingFlags } from '../settings/settings.ts'
import type { CommandContext } from './command.ts'
import { commandNames, loadCommand } from './commands.ts'
import { unknownCommand } from './unknown.ts'

/** Runs one command line, without the names of the program; the answer is the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const language = languageOf(process.env)
  const askedForHelp = argv[0] === undefined || argv[0] === '--help' || argv[0] === '-h'
  const name = askedForHelp ? 'help' : argv[0]
  const command = name === undefined ? undefined : await loadCommand(name)
  if (name === undefined || command === undefined) {
    console.error(say(unknownCommand(name ?? '', commandNames), language))
    return 2
  }
  try {
    const { rest } = takeSettingFlags(argv.slice(1))
    if (rest.includes('--help')) return await runHelp(name)
    return await command.run(rest, contextOf(argv.slice(1)))
  } catch (error) {
    if (isStartError(error)) console.error(say(error.text, language))
    else if (isWronglyAsked(error)) {
      console.error(`${sentenceOf(error, language)}\n${say(command.usage, language)}`)
      return 2
    } else console.error(error)
    return 1
  }
}

const runHelp = async (name: string) => {
  const help = await loadCommand('help')
  return help === undefined ? 2 : help.run([name], contextOf([]))
}

function contextOf(argv: readonly string[]): CommandContext {
  let settings: Settings | undefined
  return {
    get settings() {
      if (settings !== undefined) return settings
      settings = readSettings(process.env, argv)
      for (const warning of settings.warnings) console.error(say(warning, settings.language))
      return settings
    },
    out: (line) => console.log(line),
  }
}

/** An option that `parseArgs` of node:util does not know, or that lacks its value. */
const isWronglyAsked = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('ERR_PARSE_ARGS')
