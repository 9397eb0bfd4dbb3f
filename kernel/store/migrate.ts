import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import type { Catalogue } from '../definition/catalogue.ts'
import { derivedSchema } from './schema/guards.ts'
import { inSchemas, type Schemas } from './schema/schemas.ts'

/** The database has been used by a newer version of the product, or holds migrations this version does not know. */
export const newerSchema = (names: readonly string[]): Error =>
  Object.assign(new Error(`newer schema: ${names.join(', ')}`), { code: 'newer-schema', names })

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

/**
 * Brings the database to what this version of the product needs: the migrations it has not met, in order, and then
 * everything that follows from the definitions, where it has changed. Any number of starters may do this at once.
 * @returns the names of the migrations that were carried out
 */
export async function migrate(config: pg.ClientConfig, folder: string, catalogue: Catalogue, schemas: Schemas): Promise<string[]> {
  const client = new pg.Client(config)
  client.on('error', () => undefined)
  await client.connect()
  try {
    const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
    await client.query(`select pg_advisory_lock(hashtext($1))`, [`varna:${schemas.live}`])
    await client.query(
      inSchemas('create schema if not exists {live}; create schema if not exists {history}; create schema if not exists {asOf};', schemas),
    )
    await client.query(inSchemas('set search_path = {live}, public', schemas))
    await client.query(
      inSchemas(
        'create table if not exists {live}.migration (name text primary key, applied_at timestamptz not null default now())',
        schemas,
      ),
    )
    await client.query(
      inSchemas('create table if not exists {live}.derived (only_row boolean primary key default true, digest text not null)', schemas),
    )
    const applied = new Set((await client.query<{ name: string }>('select name from migration')).rows.map(({ name }) => name))
    const unknown = [...applied].filter((name) => !files.includes(name))
    if (unknown.length) throw newerSchema(unknown)
    const done: string[] = []
    for (const file of files.filter((name) => !applied.has(name))) {
      const script = inSchemas(await readFile(`${folder}/${file}`, 'utf8'), schemas)
      await client.query('begin')
      try {
        await client.query(script)
        await client.query('insert into migration (name) values ($1)', [file])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new Error(`the migration ${file} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
      }
      done.push(file)
    }
    const derived = derivedSchema(catalogue, schemas)
    const current = (await client.query<{ digest: string }>('select digest from derived')).rows[0]?.digest
    if (current !== digest(derived)) {
      await client.query('begin')
      try {
        await client.query(derived)
        await client.query('insert into derived (digest) values ($1) on conflict (only_row) do update set digest = excluded.digest', [
          digest(derived),
        ])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw error
      }
    }
    return done
  } finally {
    await client.end()
  }
}

/**
 * Does something large while the indexes that only readers need are put away: those of history and of search. They are made
 * again afterwards, all at once, which costs a fraction; should the work be broken off, the next start makes them.
 */
export async function whileUnindexed<T>(
  config: pg.ClientConfig,
  folder: string,
  catalogue: Catalogue,
  schemas: Schemas,
  work: () => Promise<T>,
): Promise<T> {
  const client = new pg.Client(config)
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('begin')
    await client.query(inSchemas('delete from {live}.derived', schemas))
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, indexname) as name from pg_indexes
        where (schemaname = $1 and indexname like '%\\_then%') or (schemaname = $2 and tablename = 'search_entry' and indexname <> 'search_entry_pkey')`,
      [schemas.history, schemas.live],
    )
    if (rows.length) await client.query(`drop index ${rows.map(({ name }) => name).join(', ')}`)
    await client.query('commit')
  } finally {
    await client.end()
  }
  try {
    return await work()
  } finally {
    await migrate(config, folder, catalogue, schemas)
  }
}
