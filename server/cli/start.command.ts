import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { cast } from '#database/demo/organisation.ts'
import { dayIn } from '#kernel/clocks/clock.ts'
import { say } from '#kernel/language/text.ts'
import { isUnused } from '#kernel/store/unused.ts'
import { buildApp } from '../app.ts'
import { startClocks } from '../clocks/loop.ts'
import { superviseDatabase } from '../database/launcher.ts'
import { type Setup, setupCode } from '../http/setup.ts'
import { type Settings, startError } from '../settings/settings.ts'
import { listen, openServices, productVersion } from '../start.ts'
import type { Command } from './command.ts'

const pages = fileURLToPath(new URL('../../dist/web', import.meta.url))

/** Asks for the port before anything is started, so that a taken one costs nothing. */
const refuseTakenPort = (settings: Settings) =>
  new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') resolve()
      else
        reject(
          startError(
            {
              sv: `Porten ${settings.port} används redan: stoppa det program som har den, eller välj en annan med PORT.`,
              en: `Port ${settings.port} is in use: stop the program that has it, or choose another with PORT.`,
            },
            error,
          ),
        )
    })
    probe.listen(settings.port, settings.host, () => probe.close(() => resolve()))
  })

/** Starts the server: an empty embedded database gets the demonstration authority, unless told otherwise. */
export const startCommand: Command = {
  name: 'start',
  summary: { sv: 'Startar servern', en: 'Starts the server' },
  usage: {
    sv: 'varna start            med demonstrationsmyndigheten om databasen är ny\nvarna start --empty    utan demonstration; första administratören skapas med en engångskod',
    en: 'varna start            with the demonstration authority if the database is new\nvarna start --empty    without demonstration; the first administrator is made with a one-time code',
  },
  async run(args, { settings, out }) {
    const { values } = parseArgs({ args, options: { empty: { type: 'boolean', default: false } } })
    const line = (sv: string, en: string) => out(say({ sv, en }, settings.language))
    await refuseTakenPort(settings)
    const { services, database, schemas, close } = await openServices(settings)
    const stopSupervising = superviseDatabase(database, (text) => out(say(text, settings.language)))
    const setup: Setup = { code: null }
    try {
      if (await isUnused(database.config('owner'), schemas)) {
        if (values.empty || settings.databaseUrl !== undefined) setup.code = setupCode()
        else {
          line(
            'Databasen är ny: demonstrationsmyndigheten Trygghetsverket läggs in. Det tar några sekunder.',
            'The database is new: the demonstration authority Trygghetsverket is loaded. It takes some seconds.',
          )
          const { demonstrationName, loadStory } = await import('#database/demo/load.ts')
          const { story } = await import('#database/demo/story.ts')
          await loadStory(
            database,
            services.catalogue,
            schemas,
            story({ employees: 1_600, today: dayIn(services.clock.now()) }),
            demonstrationName,
          )
        }
      }
      const app = await buildApp(services, { logLevel: settings.log, pages, version: await productVersion(), setup })
      await listen(app, settings)
      line(`Värna svarar på ${settings.url}`, `Värna answers at ${settings.url}`)
      if (setup.code) {
        line(
          `Öppna sidan och skapa den första administratören med engångskoden ${setup.code}`,
          `Open the page and make the first administrator with the one-time code ${setup.code}`,
        )
      } else if ((await services.identity.authority())?.demonstration && services.loopback) {
        const ciso = cast.find(({ key }) => key === 'ciso')
        line(
          `Demonstration: logga in som ${ciso?.name ?? ''}, informationssäkerhetschef, eller välj någon annan på sidan.`,
          `Demonstration: sign in as ${ciso?.name ?? ''}, chief information security officer, or choose somebody else on the page.`,
        )
      }
      const stopClocks = startClocks(services, settings, (message, error) => app.log.error({ err: error }, message))
      await new Promise<void>((resolve) => {
        const stop = () => resolve()
        process.once('SIGINT', stop)
        process.once('SIGTERM', stop)
      })
      await app.close()
      await stopClocks()
      return 0
    } finally {
      stopSupervising()
      await close()
    }
  },
}
