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

/** A database of its own for one file of tests, on a real PostgreSQL: the embedded one or that of TEST_DATABASE_URL. */
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

/** Whether the cluster was made for this run alone, to be thrown away whole with it. */
const isThrownAway = () => Boolean(process.env.VARNA_TEST_DATA) && !process.env.TEST_DATABASE_URL

async function connected(config: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client(config)
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** A database of the product for one file of tests. */
export const testBed = (): Promise<TestBed> => copiedBed('varna_bed', varnaCatalogue, migrationsFolder)

/** What is built in schemas of a test before it has them, where that is not what the product has. */
interface Built {
  readonly catalogue?: Catalogue
  readonly folder?: string
}

/** Schemas with a name of their own, built by their own migrations, in the database where a started server would look for them. */
export async function migratedBed({ catalogue = varnaCatalogue, folder = migrationsFolder }: Built = {}): Promise<TestBed> {
  const name = `t_${randomBytes(6).toString('hex')}`
  const settings = testSettings(name)
  const database = await openDatabase(settings)
  const schemas = schemasNamed(name, { app: settings.appRole, loader: settings.loaderRole })
  const owner = await connected(database.config('owner'))
  await migrate(database.config('owner'), folder, catalogue, schemas)
  return bedOn(database.config, schemas, catalogue, owner, async () => {
    // One schema at a time, since each takes hundreds of locks.
    for (const schema of isThrownAway() ? [] : ['{asOf}', '{history}', '{live}'])
      await owner.query(inSchemas(`drop schema ${schema} cascade`, schemas))
    await owner.end()
    await database.close()
  })
}

/**
 * The same, migrated once in a run and copied for each file that asks for the pattern by its name: to migrate costs a hundred times as
 * much as to copy. A server that is not of the run makes no databases, so there each file migrates.
 */
export async function copiedBed(pattern: string, catalogue: Catalogue, folder: string): Promise<TestBed> {
  if (!isThrownAway()) return migratedBed({ catalogue, folder })
  const settings = testSettings('bed')
  const database = await openDatabase(settings)
  const schemas = schemasNamed('bed', { app: settings.appRole, loader: settings.loaderRole })
  const configIn =
    (name: string): Database['config'] =>
    (role) => ({ ...database.config(role), database: name })
  const copy = `t_${randomBytes(6).toString('hex')}`
  const keeper = await connected(database.config('owner'))
  try {
    await keeper.query('select pg_advisory_lock(hashtext($1))', [pattern])
    if ((await keeper.query('select from pg_database where datname = $1', [pattern])).rowCount === 0) {
      // Named when it is whole, so that one whose making failed is never copied.
      const half = `${copy}_half`
      await keeper.query(`create database ${half}`)
      await migrate(configIn(half)('owner'), folder, catalogue, schemas)
      await keeper.query(`alter database ${half} rename to ${pattern}`)
    }
    await keeper.query(`create database ${copy} template ${pattern}`)
  } finally {
    await keeper.end()
  }
  const owner = await connected(configIn(copy)('owner'))
  return bedOn(configIn(copy), schemas, catalogue, owner, async () => {
    await owner.end()
    await database.close()
  })
}

function bedOn(config: Database['config'], schemas: Schemas, catalogue: Catalogue, owner: pg.Client, leave: () => Promise<void>): TestBed {
  const store = openStore(config('app'), schemas, 8)
  return {
    store,
    schemas,
    catalogue,
    effects: varnaEffects,
    config,
    asOwner: async (text, values) => (await owner.query(inSchemas(text, schemas), values)).rows,
    close: async () => {
      await store.close()
      await leave()
    },
  }
}
