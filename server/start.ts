import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { varnaCatalogue } from '#areas/catalogue.ts'
import { varnaEffects } from '#areas/server/effects.ts'
import { systemClock } from '#kernel/clocks/clock.ts'
import { openStore } from '#kernel/store/context.ts'
import { migrate } from '#kernel/store/migrate.ts'
import { type Schemas, schemasNamed } from '#kernel/store/schema/schemas.ts'
import { type Database, openDatabase } from './database/launcher.ts'
import { openIdentity } from './identity/identity.ts'
import type { Services } from './services.ts'
import { type Settings, startError } from './settings/settings.ts'

const migrations = fileURLToPath(new URL('../database/migrations', import.meta.url))

/** The version of the product. */
export const productVersion = async (): Promise<string> =>
  (JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version

export const schemasOf = (settings: Settings): Schemas =>
  schemasNamed(settings.schema, { app: settings.appRole, loader: settings.loaderRole })

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || host.startsWith('127.')

/** Brings the tables to this version; a database that a newer version has used is left alone. */
export async function migrateDatabase(database: Database, schemas: Schemas): Promise<string[]> {
  try {
    return await migrate(database.config('owner'), migrations, varnaCatalogue, schemas)
  } catch (error) {
    if ((error as { code?: string }).code !== 'newer-schema') throw error
    throw startError(
      {
        sv: 'Databasen har använts av en nyare version av Värna: starta den versionen, eller läs tillbaka en säkerhetskopia som gjordes med den här.',
        en: 'A newer version of Värna has used the database: start that version, or restore a backup made with this one.',
      },
      error,
    )
  }
}

/** Opens what commands and the server stand on: the database, brought up to date, and the store. */
export async function openServices(
  settings: Settings,
): Promise<{ services: Services; database: Database; schemas: Schemas; close: () => Promise<void> }> {
  const database = await openDatabase(settings)
  const schemas = schemasOf(settings)
  try {
    await migrateDatabase(database, schemas)
    const store = openStore(database.config('app'), schemas, settings.pool)
    const identity = openIdentity(store, systemClock)
    const services: Services = {
      catalogue: varnaCatalogue,
      store,
      clock: systemClock,
      identity,
      effects: varnaEffects,
      announce: (written) => {
        if (written.some(({ register }) => ['person', 'assignment', 'absence', 'unit'].includes(register.name))) identity.forget()
      },
      loopback: isLoopback(settings.host),
      metricsToken: settings.metricsToken ?? null,
      url: settings.url,
      mails: settings.mailUrl !== undefined,
    }
    const close = async () => {
      await store.close()
      await database.close()
    }
    return { services, database, schemas, close }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Does something with the services and puts them away afterwards, whatever happens. */
export async function withServices<T>(
  settings: Settings,
  work: (services: Services, database: Database, schemas: Schemas) => Promise<T>,
): Promise<T> {
  const { services, database, schemas, close } = await openServices(settings)
  try {
    return await work(services, database, schemas)
  } finally {
    await close()
  }
}

/** Listens, or says in a sentence why it is not possible. */
export async function listen(app: FastifyInstance, settings: Settings): Promise<void> {
  try {
    await app.listen({ port: settings.port, host: settings.host })
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'EADDRINUSE')
      throw startError(
        {
          sv: `Porten ${settings.port} används redan: stoppa det program som har den, eller välj en annan med PORT.`,
          en: `Port ${settings.port} is in use: stop the program that has it, or choose another with PORT.`,
        },
        error,
      )
    if (code === 'EACCES')
      throw startError(
        {
          sv: `Porten ${settings.port} får inte användas av den här användaren: välj en över 1023 med PORT.`,
          en: `This user may not use port ${settings.port}: choose one above 1023 with PORT.`,
        },
        error,
      )
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw startError(
        {
          sv: `Adressen ${settings.host} finns inte på den här datorn: rätta HOST.`,
          en: `This machine does not have the address ${settings.host}: correct HOST.`,
        },
        error,
      )
    throw error
  }
}
