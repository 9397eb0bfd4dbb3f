import { type Language, say, type Text } from '#kernel/language/text.ts'
import { settingDefinitions, settingNames } from '../settings/definitions.ts'
import { languageOf } from '../settings/settings.ts'
import type { Command } from './command.ts'
import { unknownCommand } from './unknown.ts'

/** Prints what there is to do, one command, or the settings. The list of commands is asked for late, since it holds this one too. */
export const helpAbout = (all: () => Promise<readonly Command[]>): Command => ({
  name: 'help',
  summary: {
    sv: 'Visar kommandona, ett av dem eller inställningarna',
    en: 'Shows the commands, one of them, or the settings',
  },
  usage: {
    sv: 'varna help\nvarna help <kommando>\nvarna help settings',
    en: 'varna help\nvarna help <command>\nvarna help settings',
  },
  async run([subject], { out }) {
    const commands = await all()
    const language = languageOf(process.env)
    if (subject === undefined) return print(overview(commands, language), out)
    if (subject === 'settings') return print(settings(language), out)
    const command = commands.find((each) => each.name === subject)
    if (command !== undefined) return print(one(command, language), out)
    console.error(
      say(
        unknownCommand(
          subject,
          commands.map(({ name }) => name),
        ),
        language,
      ),
    )
    return 2
  },
})

function print(lines: readonly string[], out: (line: string) => void): number {
  for (const line of lines) out(line)
  return 0
}

function overview(commands: readonly Command[], language: Language): string[] {
  const width = Math.max(...commands.map((command) => command.name.length))
  return [
    say(
      {
        sv: 'Värna – ledningssystem för informationssäkerhet',
        en: 'Värna – management system for information security',
      },
      language,
    ),
    '',
    say(
      {
        sv: 'varna <kommando> [--port N] [--host ADRESS] [--data MAPP]',
        en: 'varna <command> [--port N] [--host ADDRESS] [--data FOLDER]',
      },
      language,
    ),
    '',
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${say(command.summary, language)}`),
    '',
    say(
      {
        sv: 'Mer om ett kommando: varna help <kommando>. Inställningar: varna help settings.',
        en: 'More about a command: varna help <command>. Settings: varna help settings.',
      },
      language,
    ),
  ]
}

const one = (command: Command, language: Language): string[] => [
  capital(say(command.summary, language)),
  '',
  ...say(command.usage, language)
    .split('\n')
    .map((line) => `  ${line}`),
]

const words = {
  heading: {
    sv: 'Inställningarna läses från miljön och från varna.config.json. Miljön går före filen.',
    en: 'Settings are read from the environment and from varna.config.json. The environment takes precedence.',
  },
  usual: { sv: 'Om inget anges', en: 'If not given' },
  accepts: { sv: 'Godtar', en: 'Accepts' },
  flag: { sv: 'På kommandoraden', en: 'On the command line' },
} satisfies Record<string, Text>

function settings(language: Language): string[] {
  const lines = [say(words.heading, language)]
  for (const name of settingNames) {
    const definition = settingDefinitions[name]
    lines.push('', name, ...fold(say(definition.description, language)))
    lines.push(...fold(`${say(words.accepts, language)}: ${say(definition.expects, language)}.`))
    lines.push(...fold(`${say(words.usual, language)}: ${say(definition.fallback, language)}.`))
    if ('flag' in definition) lines.push(...fold(`${say(words.flag, language)}: --${definition.flag}.`))
  }
  return lines
}

const lineWidth = 96

/** A paragraph folded to the width of a terminal and indented. */
function fold(paragraph: string): string[] {
  const lines: string[] = []
  let line = '   '
  for (const word of paragraph.split(' ')) {
    if (line.length + word.length + 1 > lineWidth) {
      lines.push(line)
      line = '   '
    }
    line += ` ${word}`
  }
  return [...lines, line]
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
