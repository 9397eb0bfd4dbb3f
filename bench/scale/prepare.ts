import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { varnaCatalogue } from '#areas/catalogue.ts'
import { rowOf } from '#kernel/access/predicate.ts'
import type { Register } from '#kernel/definition/register.ts'
import { columnOf, literal, quote, tableOf } from '#kernel/store/columns.ts'
import { inSchemas } from '#kernel/store/schema/schemas.ts'
import { searchText } from '#kernel/store/schema/search.ts'
import { openDatabase } from '#server/database/launcher.ts'
import { readSettings, type Settings } from '#server/settings/settings.ts'
import { migrateDatabase, schemasOf } from '#server/start.ts'
import { ciso, departmentHead, fill, idOf, plan, size } from './sql.ts'

/** Where the generated database is kept between runs. */
export const dataFolder = fileURLToPath(new URL('../../.cache/bench-data', import.meta.url))
const stampFile = path.join(dataFolder, 'ready')
const migrations = fileURLToPath(new URL('../../database/migrations', import.meta.url))

/** The secret of a session of each who asks; the server accepts it as a cookie. */
export const sessions = [
  { person: idOf(ciso.kind, ciso.number), secret: 'bench-session-of-the-chief-information-security-officer' },
  { person: idOf(departmentHead.kind, departmentHead.number), secret: 'bench-session-of-the-head-of-a-department' },
] as const

/** The settings of the measured database; nothing from the surroundings plays in. */
export const benchSettings = (port = 0): Settings => readSettings({ VARNA_DATA: dataFolder, PORT: String(port), VARNA_LOG: 'error' })

/** What the data follow from: they are made anew when the generator or the tables change. */
function stampOf(): string {
  const hash = createHash('sha256')
  for (const file of ['sql.ts', 'prepare.ts']) hash.update(readFileSync(new URL(file, import.meta.url)))
  for (const file of readdirSync(migrations).sort()) hash.update(readFileSync(path.join(migrations, file)))
  return hash.digest('hex')
}

/** The index of links, as the triggers would have left it. */
export const linkRows = (register: Register) =>
  Object.entries(register.fields).flatMap(([name, field]) =>
    field.kind === 'links'
      ? [
          `insert into {live}.link (register, field, from_id, to_id, valid_from)
            select ${literal(register.name)}, ${literal(name)}, t.id, to_id, t.created_at from {live}.${quote(tableOf(register))} t cross join unnest(t.${columnOf(name)}) to_id;`,
        ]
      : [],
  )

/** The index of search, as the triggers would have left it. */
export const searchRows = (register: Register) => {
  const row = rowOf(register, 't')
  const held = (register.scope?.own ?? []).map((name) =>
    register.fields[name]?.kind === 'links' ? `t.${columnOf(name)}` : `array[t.${columnOf(name)}]`,
  )
  const own = ['array[t.created_by]', ...held].join(' || ')
  const text = searchText(register, 't')
  const title = `t.${columnOf(register.title)}::text`
  return `insert into {live}.search_entry (register, id, reference, title, state, unit, own, secret, withdrawn, words, plain)
    select ${literal(register.name)}, t.id, t.reference, ${title}, t.state, ${row.unit}, ${own}, ${row.secret}, t.withdrawn_at is not null,
      setweight(to_tsvector('swedish', coalesce(t.reference, '') || ' ' || coalesce(${title}, '')), 'A') || to_tsvector('swedish', ${text}),
      lower(left(coalesce(t.reference, '') || ' ' || ${text}, 4000)) from {live}.${quote(tableOf(register))} t;`
}

/** Lets work run without the database's triggers, which would make history of it. */
export async function withoutTriggers(owner: pg.Client, work: () => Promise<void>): Promise<void> {
  await owner.query('set session_replication_role = replica')
  await work()
  await owner.query('set session_replication_role = origin')
}

/** Does something as the owner of the measured database, which is running while it is done. */
export async function asOwner<T>(work: (owner: pg.Client, schema: (text: string) => string) => Promise<T>): Promise<T> {
  const settings = benchSettings()
  const database = await openDatabase(settings)
  const owner = new pg.Client(database.config('owner'))
  try {
    await owner.connect()
    const schemas = schemasOf(settings)
    return await work(owner, (text) => inSchemas(text, schemas))
  } finally {
    await owner.end()
    await database.close()
  }
}

/** Makes the measured database unless it stands: by SQL, straight into the tables and their history, as the triggers would have left them. */
export async function prepare(say: (line: string) => void): Promise<void> {
  const stamp = stampOf()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  rmSync(dataFolder, { recursive: true, force: true })
  say(
    `making the measured database: ${size.risks} risks with ${size.versions} versions each, ${size.persons} persons, ${size.units} units, ${size.assets} assets (once)`,
  )
  const settings = benchSettings()
  const database = await openDatabase(settings)
  try {
    await migrateDatabase(database, schemasOf(settings))
  } finally {
    await database.close()
  }
  await asOwner(async (owner, schema) => {
    await withoutTriggers(owner, async () => {
      for (const rows of plan((name) => varnaCatalogue.register(name))) {
        const began = performance.now()
        await owner.query(schema(fill(rows)))
        for (const statement of linkRows(rows.register)) await owner.query(schema(statement))
        await owner.query(schema(searchRows(rows.register)))
        say(`  ${rows.count * rows.versions} versions of ${rows.register.plural} in ${((performance.now() - began) / 1000).toFixed(1)} s`)
      }
      await owner.query(schema(`insert into {live}.authority (name, demonstration) values ('Myndigheten', false)`))
      for (const { person, secret } of sessions)
        await owner.query(schema(`insert into {live}.session (token_hash, person, expires_at) values ($1, $2, '2200-01-01')`), [
          createHash('sha256').update(secret).digest(),
          person,
        ])
    })
    await owner.query('vacuum (analyze)')
    await owner.query('checkpoint')
  })
  writeFileSync(stampFile, stamp)
}

/** Takes back what the measured writes have done, so that the next run meets the same database. */
export async function putBack(): Promise<void> {
  await asOwner(async (owner, schema) => {
    const table = quote(tableOf(varnaCatalogue.register('risk')))
    const original = `h.version = ${size.versions} and h.id = t.id and t.version > ${size.versions}`
    await withoutTriggers(owner, async () => {
      await owner.query(
        schema(
          `update {live}.${table} t set version = h.version, changed_at = h.changed_at, changed_by = h.changed_by, review_by = h.review_by from {history}.${table} h where ${original}`,
        ),
      )
      await owner.query(schema(`delete from {history}.${table} where version > ${size.versions}`))
      await owner.query(
        schema(`update {history}.${table} set version_to = 'infinity' where version = ${size.versions} and version_to <> 'infinity'`),
      )
    })
    await owner.query(schema(`vacuum (analyze) {live}.${table}, {history}.${table}, {live}.search_entry`))
  })
}
