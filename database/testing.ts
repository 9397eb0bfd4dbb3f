import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { varnaCatalogue } from '#areas/catalogue.ts'
import { varnaEffects } from '#areas/server/effects.ts'
import type { Catalogue } from '#kernel/definition/catalogue.ts'
import type { Effect } from '#kernel/gate/effect.ts'
import { openStore, type Store } from '#kernel/store/context.ts'
import { migrate } from '#kernel/store/migrate.ts'
import { inSchemas, type Schemas, schemasNamed } from '#kernel/store/schema/schemas.ts'
import { type Database, openDatabase } from '#server/database/launcher.ts'
import { readSettings } from '#server/settings/settings.ts'

export const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))

/** A database of its own for one file of tests: own schemas on a real PostgreSQL, the embedded one or that of TEST_DATABASE_URL. */
export interface TestBed {
  readonly store: Store
  readonly schemas: Schemas
  readonly catalogue: Catalogue
  readonly effects: readonly Effect[]
  /** Connection settings of the owner, the application and the loader. */
  readonly config: Database['config']
  /** Runs a statement as the owner, past every guard: for looking behind the scenes. */
  readonly asOwner: <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>
  readonly close: () => Promise<void>
}

/** The settings tests run with: the cluster that the run's global set-up started, or the server named by TEST_DATABASE_URL. */
export const testSettings = (schema: string) =>
  readSettings({
    VARNA_DATA: process.env.VARNA_TEST_DATA ?? fileURLToPath(new URL('../.cache/test-data', import.meta.url)),
    VARNA_SCHEMA: schema,
    VARNA_APP_ROLE: 'varna_test_app',
    VARNA_LOADER_ROLE: 'varna_test_loader',
    ...(process.env.TEST_DATABASE_URL ? { DATABASE_URL: process.env.TEST_DATABASE_URL } : {}),
  })

export async function testBed(
  catalogue: Catalogue = varnaCatalogue,
  prepare?: (owner: pg.Client, schemas: Schemas) => Promise<void>,
  folder = migrationsFolder,
): Promise<TestBed> {
  const name = `t_${randomBytes(6).toString('hex')}`
  const settings = testSettings(name)
  const database = await openDatabase(settings)
  const schemas = schemasNamed(name, { app: settings.appRole, loader: settings.loaderRole })
  const owner = new pg.Client(database.config('owner'))
  owner.on('error', () => undefined)
  await owner.connect()
  if (prepare) {
    await owner.query(inSchemas('create schema {live}; create schema {history}; create schema {asOf}', schemas))
    await prepare(owner, schemas)
  }
  await migrate(database.config('owner'), folder, catalogue, schemas)
  const store = openStore(database.config('app'), schemas, 8)
  return {
    store,
    schemas,
    catalogue,
    effects: varnaEffects,
    config: database.config,
    asOwner: async (text, values) => (await owner.query(inSchemas(text, schemas), values)).rows,
    close: async () => {
      await store.close()
      // A cluster made for this run alone is thrown away whole. Elsewhere one schema at a time, since each takes hundreds of locks.
      const kept = !process.env.VARNA_TEST_DATA || process.env.TEST_DATABASE_URL
      for (const schema of kept ? ['{asOf}', '{history}', '{live}'] : [])
        await owner.query(inSchemas(`drop schema ${schema} cascade`, schemas))
      await owner.end()
      await database.close()
    },
  }
}
