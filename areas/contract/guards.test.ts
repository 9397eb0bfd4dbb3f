import pg from 'pg'
import { v7 } from 'uuid'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Samples, samplesIn } from '#database/samples.ts'
import type { TestBed } from '#database/testing.ts'
import { columnOf, quote, tableOf } from '#kernel/store/columns.ts'
import { inSchemas } from '#kernel/store/schema/schemas.ts'
import { contractBed, contractCatalogue } from './bed.ts'

let bed: TestBed
let samples: Samples
/** A hand at the keyboard of the database, with the rights of the application and nothing of its code. */
let hand: pg.Client
const someone = v7()

const run = (text: string, values: unknown[] = []) => hand.query(inSchemas(text, bed.schemas), values)
const as = (roles: string, person = someone) =>
  run(`select set_config('varna.actor', $1, true), set_config('varna.roles', $2, true), set_config('varna.reason', 'För hand', true)`, [
    person,
    roles,
  ])

/** The code by which the database refuses. The transaction goes on. */
async function refusal(text: string, values: unknown[] = []): Promise<string> {
  await run('savepoint before')
  try {
    await run(text, values)
    return 'carried out'
  } catch (error) {
    return String((error as { code?: string }).code)
  } finally {
    await run('rollback to before')
  }
}
const denied = '42501'

beforeAll(async () => {
  bed = await contractBed()
  samples = await samplesIn(bed)
  hand = new pg.Client(bed.config('app'))
  await hand.connect()
})
afterAll(async () => {
  await hand.end()
  await bed.close()
})
beforeEach(() => run('begin; set local search_path = {live}'))
afterEach(() => run('rollback'))

describe.each([...contractCatalogue.registers])('$plural, when SQL is typed by hand', (register) => {
  const table = quote(tableOf(register))
  const ids: string[] = []
  beforeAll(async () => {
    for (let turn = 0; turn < 3; turn++) ids.push((await samples.make(register)).id)
  })

  test('are changed many at once with a version of each in history', async () => {
    const behind = () =>
      run(
        `select id, version, version_operation, version_reason, changed_by, version_to from {history}.${table} where id = any ($1) order by id, version`,
        [ids],
      )
    await as('system')
    expect((await behind()).rows).toHaveLength(3)
    const { rowCount } = await run(`update ${table} set state = state where id = any ($1)`, [ids])
    expect(rowCount).toBe(3)
    const { rows } = await behind()
    expect(
      rows.map(({ version, version_operation, version_reason, changed_by }) => [version, version_operation, version_reason, changed_by]),
    ).toEqual(
      ids.flatMap(() => [
        [1, 'create', null, samples.actor.person],
        [2, 'update', 'För hand', someone],
      ]),
    )
    const open = rows.filter(
      ({ version_to }) => version_to === Number.POSITIVE_INFINITY || String(version_to) === 'infinity' || String(version_to) === 'Infinity',
    )
    expect(open.map(({ version }) => version)).toEqual([2, 2, 2])
  })

  test('are entered with a version in history, and with the facts the database knows', async () => {
    await as('system')
    const id = v7()
    const unique = new Set((register.unique ?? []).flat())
    const columns = Object.keys(register.fields).map((name) => quote(columnOf(name)))
    const values = Object.keys(register.fields).map((name) =>
      unique.has(name) && ['text', 'rich'].includes(register.fields[name]?.kind ?? '')
        ? `${quote(columnOf(name))} || 'x'`
        : unique.has(name) && register.fields[name]?.kind === 'number'
          ? `${quote(columnOf(name))} + 5`
          : unique.has(name) && register.fields[name]?.kind === 'date'
            ? `${quote(columnOf(name))} + 5`
            : quote(columnOf(name)),
    )
    const linked = Object.keys(register.fields).filter((name) => unique.has(name) && register.fields[name]?.kind === 'link')
    // Where what is unique are links alone, the one before steps aside.
    if (linked.length) await run(`update ${table} set withdrawn_at = now() where id = $1`, [ids[0]])
    await run(
      `insert into ${table} (id, version, created_at, created_by, changed_at, changed_by, moved_at, moved_by, withdrawn_at, ${columns.join(', ')})
       select $1, 7, '2001-01-01', $2, '2001-01-01', $2, '2001-01-01', $2, '2001-01-01', ${values.join(', ')} from ${table} where id = $3`,
      [id, samples.actor.person, ids[0]],
    )
    const { rows } = await run(
      `select version, created_at = now() as created, changed_at = now() as changed, created_by, changed_by, moved_by, withdrawn_at from ${table} where id = $1`,
      [id],
    )
    expect(rows).toEqual([
      {
        version: 1,
        created: true,
        changed: true,
        created_by: someone,
        changed_by: someone,
        moved_by: samples.actor.person,
        withdrawn_at: null,
      },
    ])
    const history = await run(`select version, version_from = now() as now from {history}.${table} where id = $1`, [id])
    expect(history.rows).toEqual([{ version: 1, now: true }])
  })

  test('keep their facts whatever a statement says', async () => {
    await as('system')
    const facts = 'id, reference, created_at, created_by'
    const before = (await run(`select ${facts} from ${table} where id = $1`, [ids[0]])).rows
    await run(
      `update ${table} set version = 99, reference = 'X', created_at = '2001-01-01', created_by = $2, changed_at = '2001-01-01', changed_by = $2 where id = $1`,
      [ids[0], v7()],
    )
    expect((await run(`select ${facts} from ${table} where id = $1`, [ids[0]])).rows).toEqual(before)
    const { rows } = await run(`select version, changed_by, changed_at >= now() as now from ${table} where id = $1`, [ids[0]])
    expect(rows).toEqual([{ version: 2, changed_by: someone, now: true }])
    expect(await refusal(`update ${table} set id = $2 where id = $1`, [ids[0], v7()])).toBe('22000')
  })

  test('cannot be dated back', async () => {
    await as('system')
    await run(`select set_config('varna.now', '2001-01-01T00:00:00Z', true)`)
    await run(`update ${table} set state = state where id = $1`, [ids[0]])
    const { rows } = await run(`select version_from >= now() as now from {history}.${table} where id = $1 and version = 2`, [ids[0]])
    expect(rows).toEqual([{ now: true }])
  })

  test('have a past that nobody can write', async () => {
    await as('system')
    expect((await run(`select 1 from {history}.${table} where id = $1`, [ids[0]])).rowCount).toBe(1)
    expect(await refusal(`update {history}.${table} set version_reason = 'x'`)).toBe(denied)
    expect(await refusal(`delete from {history}.${table}`)).toBe(denied)
    expect(await refusal(`truncate {history}.${table}`)).toBe(denied)
    expect(
      await refusal(
        `insert into {history}.${table} (id, version, version_from, version_operation, version_database_user) values ($1, 9, now(), 'x', 'x')`,
        [v7()],
      ),
    ).toBe(denied)
    expect(await refusal(`insert into {asOf}.${table} (id) values ($1)`, [v7()])).toBe(denied)
    expect(await refusal(`delete from ${table}`)).toBe(denied)
    expect(await refusal(`truncate ${table} cascade`)).toBe(denied)
    expect(await refusal(`alter table ${table} disable trigger all`)).toBe(denied)
    expect(await refusal(`alter table ${table} disable row level security`)).toBe(denied)
    expect(await refusal(`drop table {history}.${table}`)).toBe(denied)
  })

  test('are shown to nobody without a role, and cannot be touched', async () => {
    await as('system')
    expect((await run(`select 1 from ${table} where id = any ($1)`, [ids])).rowCount).toBe(3)
    for (const role of ['', 'nobody', 'System', 'administrator']) {
      if (role === 'administrator' && register.access.administrator) continue
      await as(role)
      expect((await run(`select 1 from ${table}`)).rowCount, role).toBe(0)
      expect((await run(`select 1 from {history}.${table}`)).rowCount, role).toBe(0)
      expect((await run(`update ${table} set state = state`)).rowCount, role).toBe(0)
      await run(`select set_config('varna.as_of', now()::text, true)`)
      expect((await run(`select 1 from {asOf}.${table}`)).rowCount, role).toBe(0)
    }
  })
})

test('the application can neither lift the guards nor become another', async () => {
  await as('system')
  expect(await refusal('set session_replication_role = replica')).toBe(denied)
  expect(await refusal('create table {live}.mine (id integer)')).toBe(denied)
  expect(await refusal('create function {live}.actor() returns uuid language sql as $$ select null::uuid $$')).not.toBe('carried out')
  expect(await refusal('create table {history}.mine (id integer)')).toBe(denied)
  // On a server of one's own the session is opened by the owner named in DATABASE_URL, who may take either role.
  if (!process.env.TEST_DATABASE_URL) expect(await refusal(`set role ${pg.escapeIdentifier(bed.schemas.loader)}`)).toBe(denied)
  expect(await refusal('update {history}.link set valid_to = now()')).toBe(denied)
  expect(await refusal('select * from {live}.link')).toBe(denied)
  expect(await refusal('select * from {live}.search_entry')).toBe(denied)
  expect(await refusal('select * from {live}.access_log')).toBe(denied)
  expect(await refusal('delete from {live}.access_log')).toBe(denied)
  expect(await refusal(`insert into {live}.access_log (person, event) values (null, 'påhittat')`)).toBe(denied)
  expect(await refusal(`select note_access('refused', 'risk', array[null]::uuid[], null)`)).toBe('carried out')
  expect(await refusal('delete from {live}.file')).toBe(denied)
  expect(await refusal('update {live}.file set content = $1', [Buffer.from('x')])).toBe(denied)
  expect(await refusal('delete from {live}.migration')).toBe(denied)
})

test('a link that leads nowhere is refused, whoever types it', async () => {
  await as('system')
  const { id } = await samples.make(contractCatalogue.register('action'))
  expect(await refusal('update action set risks = risks where id = $1', [id])).toBe('carried out')
  expect(await refusal('update action set risks = array[$2::uuid] where id = $1', [id, v7()])).toBe('23503')
  expect(await refusal('update action set unit = $2::uuid where id = $1', [id, v7()])).toBe('23503')
})

test('every table of records is under row-level security, and every view of the past asks as the one who looks', async () => {
  const tables = await bed.asOwner<{ schema: string; name: string; guarded: boolean }>(
    `select n.nspname as schema, c.relname as name, c.relrowsecurity as guarded from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in ('${bed.schemas.live}', '${bed.schemas.history}')`,
  )
  for (const register of contractCatalogue.registers) {
    const found = tables.filter(({ name }) => name === tableOf(register))
    expect(
      found.map(({ guarded }) => guarded),
      register.name,
    ).toEqual([true, true])
  }
  const views = await bed.asOwner<{ name: string; invoker: boolean }>(
    `select c.relname as name, 'security_invoker=true' = any (coalesce(c.reloptions, '{}')) as invoker from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'v' and n.nspname = '${bed.schemas.asOf}'`,
  )
  expect(views).toHaveLength(contractCatalogue.registers.length)
  expect(views.filter(({ invoker }) => !invoker)).toEqual([])
})
