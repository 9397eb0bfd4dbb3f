import { statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { type Language, say, type Text } from '#kernel/language/text.ts'
import { languageOf, type Settings, sentenceOf } from '../settings/settings.ts'
import type { Command } from './command.ts'

/** What one check found. */
interface Finding {
  readonly state: 'well' | 'notice' | 'wrong'
  readonly text: Text
}

const well = (sv: string, en: string): Finding => ({ state: 'well', text: { sv, en } })
const notice = (sv: string, en: string): Finding => ({ state: 'notice', text: { sv, en } })
const wrong = (sv: string, en: string): Finding => ({ state: 'wrong', text: { sv, en } })

/** Checks that everything Värna needs is in place, and says what is not. */
export const doctorCommand: Command = {
  name: 'doctor',
  summary: {
    sv: 'Kontrollerar att allt som Värna behöver finns på plats',
    en: 'Checks that everything Värna needs is in place',
  },
  usage: { sv: 'varna doctor', en: 'varna doctor' },
  async run(_args, context) {
    const language = languageOf(process.env)
    let ok = true
    const report = (finding: Finding) => {
      if (finding.state === 'wrong') ok = false
      context.out(`${say(marks[finding.state], language)}  ${say(finding.text, language)}`)
    }
    report(node())
    const settings = readOrReport(context, report, language)
    if (settings !== undefined) {
      report(await port(settings))
      // The database is opened before the disk is measured, since it makes the data folder.
      for (const finding of await database(settings)) report(finding)
      if (settings.databaseUrl === undefined) report(disk(settings.data))
    }
    context.out('')
    context.out(
      ok
        ? say({ sv: 'Allt som behövs finns på plats.', en: 'Everything needed is in place.' }, language)
        : say(
            {
              sv: 'Något behöver åtgärdas; se raderna märkta FEL.',
              en: 'Something needs attention; see the lines marked WRONG.',
            },
            language,
          ),
    )
    return ok ? 0 : 1
  },
}

const marks = {
  well: { sv: 'bra ', en: 'well  ' },
  notice: { sv: 'obs ', en: 'note  ' },
  wrong: { sv: 'FEL ', en: 'WRONG ' },
} satisfies Record<Finding['state'], Text>

function node(): Finding {
  const { version } = process
  return Number(version.slice(1).split('.')[0]) >= 24
    ? well(`Node ${version}.`, `Node ${version}.`)
    : wrong(`Node ${version} är för gammal: Värna behöver Node 24.`, `Node ${version} is too old: Värna needs Node 24.`)
}

function readOrReport(context: { settings: Settings }, report: (finding: Finding) => void, language: Language) {
  try {
    const { settings } = context
    if (settings.warnings.length === 0) report(well('Inställningarna är giltiga.', 'The settings are valid.'))
    for (const warning of settings.warnings) report({ state: 'notice', text: warning })
    return settings
  } catch (error) {
    const sentence = sentenceOf(error, language)
    report(wrong(sentence, sentence))
    return undefined
  }
}

async function port({ port, host }: Settings): Promise<Finding> {
  const failure = await new Promise<string | undefined>((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)))
  })
  if (failure === undefined) return well(`Porten ${port} på ${host} är ledig.`, `Port ${port} on ${host} is free.`)
  if (failure === 'EADDRINUSE') {
    return notice(
      `Porten ${port} på ${host} är upptagen: är det inte Värna som redan är igång, välj en annan med PORT.`,
      `Port ${port} on ${host} is taken: unless Värna already runs there, choose another with PORT.`,
    )
  }
  return wrong(
    `Servern kan inte lyssna på ${host}, port ${port} (${failure}): välj andra med HOST och PORT.`,
    `The server cannot listen on ${host}, port ${port} (${failure}): choose others with HOST and PORT.`,
  )
}

async function database(settings: Settings): Promise<Finding[]> {
  const { openDatabase } = await import('../database/launcher.ts')
  const { describeDatabase } = await import('../database/description.ts')
  const lines: Finding[] = []
  const began = performance.now()
  try {
    const opened = await openDatabase(settings, (line) => lines.push({ state: 'notice', text: line }))
    try {
      const { version, knowsSwedishLetters, hasSwedishOrder } = await describeDatabase(opened)
      const time = Math.round(performance.now() - began)
      lines.push(
        opened.kind === 'embedded'
          ? well(
              `Den inbyggda databasen (PostgreSQL ${version}) svarar efter ${time} ms.`,
              `The embedded database (PostgreSQL ${version}) answers after ${time} ms.`,
            )
          : well(
              `Databasservern (PostgreSQL ${version}) svarar efter ${time} ms.`,
              `The database server (PostgreSQL ${version}) answers after ${time} ms.`,
            ),
      )
      if (!knowsSwedishLetters) {
        lines.push(
          wrong(
            'Databasen räknar inte å, ä och ö som bokstäver, så sökningen missar ord: skapa den på nytt med LC_CTYPE C.UTF-8 eller sv_SE.UTF-8.',
            'The database does not count å, ä and ö as letters, so that search misses words: create it anew with LC_CTYPE C.UTF-8 or sv_SE.UTF-8.',
          ),
        )
      }
      if (!hasSwedishOrder) {
        lines.push(
          wrong(
            'Databasen saknar sorteringsordningen sv-SE-x-icu: använd en PostgreSQL som är byggd med ICU.',
            'The database lacks the collation sv-SE-x-icu: use a PostgreSQL that is built with ICU.',
          ),
        )
      }
    } finally {
      await opened.close()
    }
  } catch (error) {
    lines.push(wrong(sentenceOf(error, 'sv'), sentenceOf(error, 'en')))
  }
  return lines
}

/** Below this much free space the database may stop writing within days. */
const leastGigabytes = 2

function disk(folder: string): Finding {
  try {
    const { bavail, bsize } = statfsSync(folder)
    const gigabytes = Math.floor((bavail * bsize) / 1e8) / 10
    const [sv, en] = [String(gigabytes).replace('.', ','), String(gigabytes)]
    return gigabytes >= leastGigabytes
      ? well(`${sv} GB är lediga för ${folder}.`, `${en} GB are free for ${folder}.`)
      : wrong(
          `Bara ${sv} GB är lediga för ${folder}: frigör utrymme, minst ${leastGigabytes} GB bör vara lediga.`,
          `Only ${en} GB are free for ${folder}: free some space, at least ${leastGigabytes} GB should be free.`,
        )
  } catch {
    return wrong(`Datamappen ${folder} går inte att läsa.`, `The data folder ${folder} cannot be read.`)
  }
}
