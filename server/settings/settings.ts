import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { isLanguage, type Language, type Text } from '#kernel/language/text.ts'
import { type SettingName, settingDefinitions, settingNames } from './definitions.ts'
import { nearest } from './nearest.ts'
import { startError } from './start-error.ts'

export { isStartError, sentenceOf, startError } from './start-error.ts'

/** Everything that the surroundings decide, validated. Paths are absolute. */
export interface Settings {
  readonly port: number
  readonly host: string
  /** The folder of the embedded database and of files. */
  readonly data: string
  /** The owner's connection to a PostgreSQL server; absent when the embedded database is used. */
  readonly databaseUrl: string | undefined
  readonly schema: string
  readonly appRole: string
  readonly loaderRole: string
  /** The address people use, without a slash at the end. */
  readonly url: string
  /** True when the address was given rather than derived from the port. */
  readonly urlGiven: boolean
  /** The server of outgoing e-mail; absent where none is sent. */
  readonly mailUrl: string | undefined
  readonly mailFrom: string
  /** How often clocks and waiting e-mail are looked at, in seconds; 0 is never. */
  readonly clockSeconds: number
  readonly language: Language
  readonly log: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
  /** The folder of other PostgreSQL programs than those that come along. */
  readonly postgres: string | undefined
  readonly pool: number
  readonly metricsToken: string | undefined
  /** Sentences to print at start: settings that nobody reads. */
  readonly warnings: readonly Text[]
}

export type Environment = Readonly<Record<string, string | undefined>>

/** The file read when VARNA_CONFIG names no other. */
export const usualFile = 'varna.config.json'

/** Reads the settings: command-line options go before the environment, the environment before the file, the file before what is usual. */
export function readSettings(env: Environment, argv: readonly string[] = [], folder = process.cwd()): Settings {
  const given = { ...readFile(env, folder), ...present(env), ...takeSettingFlags(argv).values }
  const value = parse(given)
  const port = value.PORT
  const url = value.VARNA_URL ?? `http://localhost:${port}`
  return {
    port,
    host: value.HOST,
    data: path.resolve(folder, value.VARNA_DATA),
    databaseUrl: value.DATABASE_URL,
    schema: value.VARNA_SCHEMA,
    appRole: value.VARNA_APP_ROLE ?? `${value.VARNA_SCHEMA}_app`,
    loaderRole: value.VARNA_LOADER_ROLE ?? `${value.VARNA_SCHEMA}_loader`,
    url,
    urlGiven: value.VARNA_URL !== undefined,
    mailUrl: value.VARNA_MAIL_URL,
    mailFrom: value.VARNA_MAIL_FROM ?? `Värna <varna@${new URL(url).hostname}>`,
    clockSeconds: value.VARNA_CLOCK_SECONDS,
    language: value.VARNA_LANGUAGE,
    log: value.VARNA_LOG,
    postgres: value.VARNA_POSTGRES === undefined ? undefined : path.resolve(folder, value.VARNA_POSTGRES),
    pool: value.VARNA_POOL,
    metricsToken: value.VARNA_METRICS_TOKEN,
    warnings: unknownNames(given).map(unknownWarning),
  }
}

/** The language of the command line, also before (or although) the settings are read. */
export function languageOf(env: Environment): Language {
  return isLanguage(env.VARNA_LANGUAGE) ? env.VARNA_LANGUAGE : 'sv'
}

/** Takes the options that are settings (`--port 4000`, `--data=…`) out of a command line; the rest is left to the command. */
export function takeSettingFlags(argv: readonly string[]): {
  values: Partial<Record<SettingName, string>>
  rest: string[]
} {
  const values: Partial<Record<SettingName, string>> = {}
  const rest: string[] = []
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? ''
    if (word === '--') return { values, rest: [...rest, ...argv.slice(i)] }
    const [flag, ...tail] = word.split('=')
    const name = settingNames.find((each) => {
      const definition = settingDefinitions[each]
      return 'flag' in definition && `--${definition.flag}` === flag
    })
    if (name === undefined) rest.push(word)
    else if (tail.length > 0) values[name] = tail.join('=')
    else {
      const next = argv[++i]
      if (next === undefined) {
        throw startError({ sv: `Efter ${flag} ska ett värde stå.`, en: `A value must follow ${flag}.` })
      }
      values[name] = next
    }
  }
  return { values, rest }
}

type Values = { [Name in SettingName]: z.output<(typeof settingDefinitions)[Name]['schema']> }

const valuesSchema = z.object(
  Object.fromEntries(settingNames.map((name) => [name, settingDefinitions[name].schema])),
) as unknown as z.ZodType<Values>

function parse(given: Environment): Values {
  const result = valuesSchema.safeParse(given)
  if (result.success) return result.data
  const name = settingNames.find((each) => each === result.error.issues[0]?.path[0])
  if (name === undefined) throw result.error
  const definition = settingDefinitions[name]
  const shown = 'secret' in definition ? '' : ` (${given[name]})`
  throw startError({
    sv: `Inställningen ${name}${shown} går inte att använda: den ska vara ${definition.expects.sv}.`,
    en: `The setting ${name}${shown} cannot be used: it must be ${definition.expects.en}.`,
  })
}

/** An empty variable counts as not given, as in most tools that fill in environments. */
const present = (env: Environment) => Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))

function readFile(env: Environment, folder: string): Record<string, string> {
  const named = env.VARNA_CONFIG?.trim()
  const file = path.resolve(folder, named || usualFile)
  if (!named && !existsSync(file)) return {}
  const content = contentOf(file)
  const shape = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).safeParse(content)
  if (!shape.success) {
    throw startError({
      sv: `Inställningsfilen ${file} ska innehålla ett JSON-objekt med inställningarnas namn och värden, till exempel { "PORT": 3000 }.`,
      en: `The settings file ${file} must hold a JSON object with names and values of settings, such as { "PORT": 3000 }.`,
    })
  }
  return Object.fromEntries(Object.entries(shape.data).map(([name, value]) => [name, String(value)]))
}

function contentOf(file: string): unknown {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw startError(
      {
        sv: `Inställningsfilen ${file} går inte att läsa: kontrollera VARNA_CONFIG och filens rättigheter.`,
        en: `The settings file ${file} cannot be read: check VARNA_CONFIG and the permissions of the file.`,
      },
      error,
    )
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    throw startError(
      {
        sv: `Inställningsfilen ${file} är inte giltig JSON: ${error instanceof Error ? error.message : error}.`,
        en: `The settings file ${file} is not valid JSON: ${error instanceof Error ? error.message : error}.`,
      },
      error,
    )
  }
}

const unknownNames = (given: Environment) =>
  Object.keys(given).filter((name) => name.startsWith('VARNA_') && !settingNames.some((known) => known === name))

function unknownWarning(name: string): Text {
  const meant = nearest(name, settingNames)
  return {
    sv: `Inställningen ${name} finns inte och används inte${meant ? `; menades ${meant}?` : '.'}`,
    en: `There is no setting ${name}, so it is not used${meant ? `; was ${meant} meant?` : '.'}`,
  }
}
