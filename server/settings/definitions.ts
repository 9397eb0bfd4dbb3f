import { z } from 'zod'
import type { Text } from '#kernel/language/text.ts'

/** One setting: the name it has in the environment and in the file, what it means, and what is accepted. */
export interface SettingDefinition<Value> {
  /** How the value is read from text; a missing value is given as `undefined`. */
  readonly schema: z.ZodType<Value>
  readonly description: Text
  /** What holds when nothing is given, in words. */
  readonly fallback: Text
  /** What a valid value looks like; ends the sentence "… ska vara …". */
  readonly expects: Text
  /** The option on the command line, such as `--port`, for the few that have one. */
  readonly flag?: string
  /** Never printed, since it opens doors. */
  readonly secret?: boolean
}

const define = <Value>(definition: SettingDefinition<Value>): SettingDefinition<Value> => definition
const same = (text: string): Text => ({ sv: text, en: text })

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most))

const identifier = z.string().regex(/^(?!pg_)[a-z][a-z0-9_]{0,39}$/)
const identifierWords: Text = {
  sv: 'ett namn med små bokstäver a–z, siffror och understreck, högst 40 tecken, som inte börjar med pg_',
  en: 'a name of lower-case letters a–z, digits and underscores, at most 40 characters, not beginning with pg_',
}
const httpAddress = z.url({ protocol: /^https?$/ }).transform((address) => address.replace(/\/+$/, ''))

/** Every setting there is, in the order `varna help settings` prints them. */
export const settingDefinitions = {
  PORT: define({
    schema: whole(0, 65535).default(3000),
    description: {
      sv: 'Porten som webbservern lyssnar på. 0 tar en ledig port.',
      en: 'The port that the web server listens on. 0 takes a free one.',
    },
    fallback: same('3000'),
    expects: { sv: 'ett heltal mellan 0 och 65535', en: 'a whole number between 0 and 65535' },
    flag: 'port',
  }),
  HOST: define({
    schema: z
      .string()
      .regex(/^[\w.:%-]+$/)
      .default('127.0.0.1'),
    description: {
      sv: 'Adressen som webbservern lyssnar på. Den vanliga adressen nås bara från den egna datorn; 0.0.0.0 nås från hela nätet.',
      en: 'The address that the web server listens on. The usual one is reached only from this computer; 0.0.0.0 from the whole network.',
    },
    fallback: same('127.0.0.1'),
    expects: { sv: 'en ip-adress eller ett datornamn', en: 'an IP address or a host name' },
    flag: 'host',
  }),
  VARNA_DATA: define({
    schema: z.string().min(1).default('./data'),
    description: {
      sv: 'Mappen där den inbyggda databasen och filerna ligger.',
      en: 'The folder that holds the embedded database and the files.',
    },
    fallback: same('./data'),
    expects: { sv: 'sökvägen till en mapp', en: 'the path of a folder' },
    flag: 'data',
  }),
  DATABASE_URL: define({
    schema: z
      .string()
      .regex(/^postgres(ql)?:\/\//)
      .refine((address) => URL.canParse(address))
      .optional(),
    description: {
      sv: 'En egen PostgreSQL-server, version 15 eller senare. Utan den startar Värna sin inbyggda databas.',
      en: 'A PostgreSQL server of your own, version 15 or later. Without it Värna starts its embedded database.',
    },
    fallback: { sv: 'den inbyggda databasen', en: 'the embedded database' },
    expects: same('postgresql://user:password@host:5432/database'),
    secret: true,
  }),
  VARNA_SCHEMA: define({
    schema: identifier.default('varna'),
    description: {
      sv: 'Schemat i databasen. Flera myndigheter kan dela en databasserver med var sitt schema.',
      en: 'The schema in the database. Several authorities can share a database server with a schema each.',
    },
    fallback: same('varna'),
    expects: identifierWords,
  }),
  VARNA_APP_ROLE: define({
    schema: identifier.optional(),
    description: {
      sv: 'Databasrollen som webbservern arbetar med. Den kan varken ändra tabeller eller historik.',
      en: 'The database role that the web server works with. It can change neither tables nor history.',
    },
    fallback: { sv: 'schemats namn följt av _app', en: 'the name of the schema followed by _app' },
    expects: identifierWords,
  }),
  VARNA_LOADER_ROLE: define({
    schema: identifier.optional(),
    description: {
      sv: 'Databasrollen som läser in demonstrationsmyndigheten i en tom databas.',
      en: 'The database role that loads the demonstration authority into an empty database.',
    },
    fallback: { sv: 'schemats namn följt av _loader', en: 'the name of the schema followed by _loader' },
    expects: identifierWords,
  }),
  VARNA_URL: define({
    schema: httpAddress.optional(),
    description: {
      sv: 'Adressen som användarna skriver i webbläsaren. Den står i brev och länkar.',
      en: 'The address that people type in the browser. It stands in letters and links.',
    },
    fallback: same('http://localhost:PORT'),
    expects: {
      sv: 'en adress som börjar med http:// eller https://',
      en: 'an address that begins with http:// or https://',
    },
  }),
  VARNA_MAIL_URL: define({
    schema: z
      .string()
      .regex(/^smtps?:\/\//)
      .refine((address) => URL.canParse(address) && new URL(address).hostname !== '')
      .optional(),
    description: {
      sv: 'Servern som skickar e-post. Utan den finns aviseringarna bara i Värna.',
      en: 'The server that sends e-mail. Without it notices are only in Värna.',
    },
    fallback: { sv: 'ingen; ingen e-post skickas', en: 'none; no e-mail is sent' },
    expects: same('smtp://user:password@host:587 (STARTTLS), smtps://user:password@host:465'),
    secret: true,
  }),
  VARNA_MAIL_FROM: define({
    schema: z
      .string()
      .regex(/^[^<>@\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/)
      .optional(),
    description: { sv: 'Avsändaren av Värnas e-post.', en: 'The sender of e-mail from Värna.' },
    fallback: { sv: 'varna@ följt av datornamnet i VARNA_URL', en: 'varna@ followed by the host of VARNA_URL' },
    expects: {
      sv: 'en e-postadress, till exempel Värna <varna@myndigheten.se>',
      en: 'an e-mail address, such as Värna <varna@authority.example>',
    },
  }),
  VARNA_CLOCK_SECONDS: define({
    schema: whole(0, 3_600).default(30),
    description: {
      sv: 'Hur ofta servern ser efter vilka frister som har gått ut och vilken e-post som väntar, i sekunder. 0 stänger av det i den här servern.',
      en: 'How often the server looks for deadlines that have passed and e-mail that waits, in seconds. 0 turns it off in this server.',
    },
    fallback: same('30'),
    expects: { sv: 'ett heltal mellan 0 och 3600', en: 'a whole number between 0 and 3600' },
  }),
  VARNA_LANGUAGE: define({
    schema: z.enum(['sv', 'en']).default('sv'),
    description: { sv: 'Språket på kommandoraden.', en: 'The language of the command line.' },
    fallback: same('sv'),
    expects: { sv: 'sv eller en', en: 'sv or en' },
  }),
  VARNA_LOG: define({
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
    description: { sv: 'Hur mycket servern skriver i sin logg.', en: 'How much the server writes to its log.' },
    fallback: same('warn'),
    expects: {
      sv: 'fatal, error, warn, info, debug, trace eller silent',
      en: 'fatal, error, warn, info, debug, trace or silent',
    },
  }),
  VARNA_POSTGRES: define({
    schema: z.string().min(1).optional(),
    description: {
      sv: 'Mappen med andra PostgreSQL-program (initdb och postgres) för den inbyggda databasen, till exempel /usr/lib/postgresql/15/bin.',
      en: 'The folder with other PostgreSQL programs (initdb and postgres) for the embedded database, such as /usr/lib/postgresql/15/bin.',
    },
    fallback: { sv: 'de program som följer med Värna', en: 'the programs that come with Värna' },
    expects: { sv: 'sökvägen till en mapp', en: 'the path of a folder' },
  }),
  VARNA_POOL: define({
    schema: whole(1, 500).default(16),
    description: {
      sv: 'Det högsta antalet samtidiga anslutningar till databasen från en server.',
      en: 'The most connections that one server keeps to the database.',
    },
    fallback: same('16'),
    expects: { sv: 'ett heltal mellan 1 och 500', en: 'a whole number between 1 and 500' },
  }),
  VARNA_METRICS_TOKEN: define({
    schema: z.string().min(16).optional(),
    description: {
      sv: 'Hemligheten som ger tillgång till mätvärdena på /metrics från andra datorer.',
      en: 'The secret that opens the figures at /metrics to other computers.',
    },
    fallback: {
      sv: 'ingen; mätvärdena nås bara från den egna datorn',
      en: 'none; the figures are reached only from this computer',
    },
    expects: { sv: 'minst 16 tecken', en: 'at least 16 characters' },
    secret: true,
  }),
  VARNA_CONFIG: define({
    schema: z.string().min(1).optional(),
    description: {
      sv: 'En fil i JSON med samma namn som här. Miljövariabler går före filen.',
      en: 'A file in JSON with the same names as here. Environment variables take precedence over it.',
    },
    fallback: { sv: 'varna.config.json, om den finns', en: 'varna.config.json, if there is one' },
    expects: { sv: 'sökvägen till en fil', en: 'the path of a file' },
  }),
} satisfies Record<string, SettingDefinition<unknown>>

export type SettingName = keyof typeof settingDefinitions

export const settingNames = Object.keys(settingDefinitions) as SettingName[]
