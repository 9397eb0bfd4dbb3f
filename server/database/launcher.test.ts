import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Text } from '#kernel/language/text.ts'
import { isStartError } from '../settings/settings.ts'
import { type Database, type DatabaseRole, type DatabaseSettings, ensureRoles, openDatabase, superviseDatabase } from './launcher.ts'
import { findPostmaster } from './postmaster.ts'
import { pause, runningProcess, waitUntil } from './processes.ts'

let folder: string
let opened: Database[]
let children: ChildProcess[]

let made: string
beforeAll(async () => {
  made = realpathSync(mkdtempSync(path.join(tmpdir(), 'varna-made-')))
  opened = []
  chmodSync(made, 0o755)
  folder = made
  await (await open()).close()
})
afterAll(() => rmSync(made, { recursive: true, force: true, maxRetries: 5 }))

/** Lays a cluster as a first start leaves it in a folder, for what is not about how one is made. */
function lay(data = path.join(folder, 'data')) {
  mkdirSync(data, { mode: 0o711 })
  // With its owner, who may be another than the one who runs the tests.
  execFileSync('cp', ['-a', path.join(made, 'data', 'postgres'), data])
}

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'varna-database-')))
  chmodSync(folder, 0o755)
  opened = []
  children = []
})

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  for (const database of opened) await database.close()
  const home = homeOf(folder)
  const left = findPostmaster(path.join(home, 'postgres'))
  if (left !== undefined) {
    process.kill(left.pid, 'SIGQUIT')
    await waitUntil(() => runningProcess(left.pid) === undefined, 10_000)
  }
  if (home !== path.join(folder, 'data')) rmSync(home, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** The folder that holds the cluster, wherever the launcher chose to place it. */
function homeOf(parent: string) {
  const pointer = path.join(parent, 'data', 'postgres.location')
  return existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : path.join(parent, 'data')
}

const cluster = () => path.join(homeOf(folder), 'postgres')
const running = () => findPostmaster(cluster())

const settingsFor = (more: Partial<DatabaseSettings> = {}): DatabaseSettings => ({
  data: path.join(folder, 'data'),
  databaseUrl: undefined,
  schema: 'varna',
  appRole: 'varna_app',
  loaderRole: 'varna_loader',
  postgres: undefined,
  language: 'sv',
  ...more,
})

async function open(more: Partial<DatabaseSettings> = {}, told: Text[] = []) {
  const database = await openDatabase(settingsFor(more), (line) => told.push(line))
  opened.push(database)
  return database
}

async function ask<Row extends pg.QueryResultRow>(database: Database, role: DatabaseRole, sql: string, values?: unknown[]) {
  const client = new pg.Client(database.config(role))
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Row>(sql, values)).rows
  } finally {
    await client.end()
  }
}

async function refusal(act: Promise<unknown>): Promise<Text> {
  try {
    await act
  } catch (error) {
    if (isStartError(error)) return error.text
    throw error
  }
  throw new Error('nothing was refused')
}

/** Another process that opens the same database, says so, and leaves it when its input ends. */
async function anotherProcess(leave = 'await database.close()') {
  const program = `
    const { openDatabase } = await import('#server/database/launcher.ts')
    const database = await openDatabase(${JSON.stringify({ ...settingsFor(), databaseUrl: undefined })})
    console.log('open')
    for await (const _ of process.stdin);
    ${leave}`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['pipe', 'pipe', 'inherit'] })
  children.push(child)
  await once(child.stdout, 'data')
  return child
}

const ended = async (child: ChildProcess) => child.exitCode ?? (await once(child, 'exit'))[0]

describe('the embedded database', () => {
  test('is made at the first start, with checksums, Swedish letters and Swedish order', async () => {
    const database = await open()
    const [row] = await ask(
      database,
      'owner',
      `select current_setting('data_checksums') as checksums, current_setting('fsync') as fsync, current_setting('listen_addresses') as addresses,
              current_setting('timezone') as zone, lower('ÅTGÄRD') as lower, 'Ö' ilike 'ö' as alike,
              (select string_agg(x, ' ' order by x collate "sv-SE-x-icu") from unnest(array['ö', 'z', 'å', 'ä', 'a']) x) as sorted`,
    )
    expect(row).toEqual({
      checksums: 'on',
      fsync: 'on',
      addresses: '',
      zone: 'UTC',
      lower: 'åtgärd',
      alike: true,
      sorted: 'a z å ä ö',
    })
    await ask(database, 'owner', 'create extension pg_trgm')
    const [trigrams] = await ask<{ likeness: number }>(
      database,
      'owner',
      `select similarity('åäö', 'xyz') as likeness, similarity('ÅÄÖ', 'åäö') as same`,
    )
    expect(trigrams).toEqual({ likeness: 0, same: 1 })
  })

  test('gives the web server and the loader roles of their own, without power', async () => {
    const database = await open()
    for (const role of ['app', 'loader'] as const) {
      expect(
        await ask(
          database,
          role,
          `select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolcanlogin from pg_roles where rolname = current_user`,
        ),
      ).toEqual([
        {
          rolname: `varna_${role}`,
          rolsuper: false,
          rolbypassrls: false,
          rolcreatedb: false,
          rolcreaterole: false,
          rolcanlogin: true,
        },
      ])
    }
    await expect(ask(database, 'app', 'set role varna_owner')).rejects.toThrow('permission denied')
  })

  test('keeps what was written from one start to the next', async () => {
    lay()
    const first = await open()
    await ask(first, 'owner', 'create table kept (n int); insert into kept values (7)')
    await first.close()
    expect(running()).toBeUndefined()
    expect(await ask(await open(), 'owner', 'select n from kept')).toEqual([{ n: 7 }])
  })

  test('is made once, however many start at the same time on an empty folder', async () => {
    const databases = await Promise.all([open(), open(), open(), open()])
    const starts = await Promise.all(databases.map((each) => ask(each, 'owner', 'select pg_postmaster_start_time()::text as at')))
    expect(new Set(starts.map((rows) => rows[0]?.at)).size).toBe(1)
  })

  test('is started again when it is killed, and no acknowledged row is lost', async () => {
    lay()
    const database = await open()
    await ask(database, 'owner', 'create table kept (n int)')
    const told: Text[] = []
    const stop = superviseDatabase(database, (line) => told.push(line), 50)
    try {
      for (let n = 1; n <= 3; n++) {
        await ask(database, 'owner', 'insert into kept values ($1)', [n])
        const killed = running()
        if (killed === undefined) throw new Error('the database does not run')
        process.kill(killed.pid, 'SIGKILL')
        const back = await waitUntil(
          () =>
            ask(database, 'owner', 'select 1').then(
              () => running()?.pid !== killed.pid,
              () => false,
            ),
          10_000,
        )
        expect(back).toBe(true)
      }
      expect(await ask(database, 'owner', 'select n from kept order by n')).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
      expect(told.map((line) => line.sv)).toContain('Databasen hade stannat och är startad igen.')
    } finally {
      stop()
    }
  })

  test('is not started again once it has been closed', async () => {
    lay()
    const database = await open()
    const stop = superviseDatabase(database, undefined, 20)
    await database.close()
    await pause(150)
    stop()
    expect(running()).toBeUndefined()
  })

  test('is shared by several processes, and the last one to leave stops it', async () => {
    lay()
    const database = await open()
    const other = await anotherProcess()
    await database.close()
    expect(running()).toBeDefined()
    other.stdin?.end()
    expect(await ended(other)).toBe(0)
    expect(running()).toBeUndefined()
  })

  test('goes on when the process that started it is killed, and is taken over by the next', async () => {
    lay()
    const starter = await anotherProcess()
    const before = running()
    starter.kill('SIGKILL')
    await ended(starter)
    expect(before).toBeDefined()
    const database = await open()
    expect(running()?.pid).toBe(before?.pid)
    await database.close()
    expect(running()).toBeUndefined()
  })

  test('does not count those who died among its users', async () => {
    lay()
    const database = await open()
    const other = await anotherProcess()
    other.kill('SIGKILL')
    await ended(other)
    await database.close()
    expect(running()).toBeUndefined()
  })

  test('is made anew when the first start was killed while making it', async () => {
    const starter = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `const { openDatabase } = await import('#server/database/launcher.ts'); await openDatabase(${JSON.stringify(settingsFor())})`,
      ],
      { stdio: 'ignore' },
    )
    children.push(starter)
    const data = path.join(folder, 'data')
    const half = () =>
      existsSync(data) && readdirSync(data).some((name) => name.startsWith('postgres.making-') && existsSync(path.join(data, name, 'base')))
    expect(await waitUntil(half, 10_000, 2)).toBe(true)
    starter.kill('SIGKILL')
    await ended(starter)
    expect(existsSync(path.join(data, 'postgres'))).toBe(false)
    expect(await ask(await open(), 'app', 'select 1 as one')).toEqual([{ one: 1 }])
    expect(readdirSync(data).filter((name) => name.startsWith('postgres.making-'))).toEqual([])
  })

  test('starts although the process id of a killed server now belongs to another program', async () => {
    lay()
    const database = await open()
    const killed = running()
    if (killed === undefined) throw new Error('the database does not run')
    process.kill(killed.pid, 'SIGKILL')
    await waitUntil(() => running() === undefined, 5_000)
    const file = path.join(cluster(), 'postmaster.pid')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid)))
    await database.close()
    expect(await ask(await open(), 'app', 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('made by another major version is refused with how to move, and left as it was', async () => {
    lay()
    await (await open()).close()
    const version = path.join(cluster(), 'PG_VERSION')
    writeFileSync(version, '14\n')
    const { sv } = await refusal(open())
    expect(sv).toContain('gjord av PostgreSQL 14')
    expect(sv).toContain('VARNA_POSTGRES')
    expect(readFileSync(version, 'utf8')).toBe('14\n')
    writeFileSync(version, '18\n')
    expect(await ask(await open(), 'app', 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('does not take over a folder that holds something else', async () => {
    mkdirSync(path.join(folder, 'data', 'postgres'), { recursive: true })
    writeFileSync(path.join(folder, 'data', 'postgres', 'recept.txt'), 'Kladdkaka')
    expect((await refusal(open())).sv).toContain('är inte en databas')
    rmSync(path.join(folder, 'data', 'postgres', 'recept.txt'))
    await open()
  })

  test('in a data folder that cannot be made is refused in one sentence', async () => {
    writeFileSync(path.join(folder, 'fil'), '')
    const { sv } = await refusal(open({ data: path.join(folder, 'fil', 'data') }))
    expect(sv).toMatch(/^Datamappen .* går inte att skriva i: .*VARNA_DATA\.$/)
  })

  test('is refused when the programs that VARNA_POSTGRES names are not there', async () => {
    expect((await refusal(open({ postgres: path.join(folder, 'bin') }))).sv).toContain('VARNA_POSTGRES')
  })

  test('works where the path is longer than a socket may have', async () => {
    const data = path.join(folder, 'x'.repeat(120), 'data')
    const database = await open({ data })
    expect(await ask(database, 'app', 'select 1 as one')).toEqual([{ one: 1 }])
    await database.close()
    expect(findPostmaster(path.join(data, 'postgres'))).toBeUndefined()
  })

  test.runIf(process.getuid?.() === 0)('works for root below a folder that no one else may enter', async () => {
    chmodSync(folder, 0o700)
    const told: Text[] = []
    const database = await open({}, told)
    expect(told[0]?.sv).toMatch(/^Databasen läggs i \/var\/lib\/varna\//)
    await ask(database, 'owner', 'create table kept (n int)')
    await database.close()
    const again = await open({}, told)
    expect(await ask(again, 'owner', 'select n from kept')).toEqual([])
    expect(told).toHaveLength(1)
  })
})

describe('a database server of one’s own', () => {
  let served: Database
  let place: string
  beforeAll(async () => {
    place = mkdtempSync(path.join(tmpdir(), 'varna-server-'))
    chmodSync(place, 0o755)
    lay(path.join(place, 'data'))
    served = await openDatabase(settingsFor({ data: path.join(place, 'data') }))
  })
  afterAll(async () => {
    await served.close()
    rmSync(place, { recursive: true, force: true })
  })
  const behind = () => served

  /** The embedded server, addressed as if it were another. */
  const addressOf = (database: Database, user = 'varna_owner') =>
    `postgresql://${user}@localhost/varna?host=${encodeURIComponent(String(database.config('owner').host))}`

  test('is used as its owner, and as the roles that the owner may act as', async () => {
    const address = addressOf(behind())
    const server = await open({ databaseUrl: address, appRole: 'tgv_app', loaderRole: 'tgv_loader' })
    expect(server.kind).toBe('server')
    const users = await Promise.all(
      (['owner', 'app', 'loader'] as const).map((role) => ask(server, role, 'select current_user::text as me')),
    )
    expect(users.flat()).toEqual([{ me: 'varna_owner' }, { me: 'tgv_app' }, { me: 'tgv_loader' }])
  })

  test('where the owner may make roles but is no superuser is used in the same way', async () => {
    const embedded = behind()
    await ask(embedded, 'owner', 'create role skapar_agare login createrole')
    const server = await open({
      databaseUrl: addressOf(embedded, 'skapar_agare'),
      appRole: 'skapar_app',
      loaderRole: 'skapar_loader',
    })
    expect(await ask(server, 'app', 'select current_user::text as me')).toEqual([{ me: 'skapar_app' }])
  })

  test('where the owner may not make roles is refused with what the administrator is to run', async () => {
    const embedded = behind()
    await ask(embedded, 'owner', 'create role nekad_agare login')
    const databaseUrl = addressOf(embedded, 'nekad_agare')
    const { sv } = await refusal(open({ databaseUrl, appRole: 'nekad_app', loaderRole: 'nekad_loader' }))
    const sql = /köra "(.*)" och/.exec(sv)?.[1] ?? ''
    expect(sql).toContain('create role "nekad_app" login nosuperuser')
    await ask(embedded, 'owner', sql)
    const server = await open({ databaseUrl, appRole: 'nekad_app', loaderRole: 'nekad_loader' })
    expect(await ask(server, 'loader', 'select current_user::text as me')).toEqual([{ me: 'nekad_loader' }])
  })

  test('whose role is a superuser is refused', async () => {
    const embedded = behind()
    await ask(embedded, 'owner', 'create role stark_app superuser')
    expect((await refusal(open({ databaseUrl: addressOf(embedded), appRole: 'stark_app' }))).sv).toContain('stark_app är superanvändare')
  })

  test('gets its roles once, however many start at the same time', async () => {
    const embedded = behind()
    const clients = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const client = new pg.Client(embedded.config('owner'))
        await client.connect()
        return client
      }),
    )
    try {
      await Promise.all(clients.map((client) => ensureRoles(client, { appRole: 'flera_app', loaderRole: 'flera_loader' })))
    } finally {
      await Promise.all(clients.map((client) => client.end()))
    }
    expect(await ask(embedded, 'owner', `select count(*)::int as n from pg_roles where rolname like 'flera_%'`)).toEqual([{ n: 2 }])
  })

  test('that does not answer, or lacks the database, is refused in one sentence without the password', async () => {
    const nowhere = await refusal(open({ databaseUrl: 'postgresql://varna:hemlig@127.0.0.1:1/varna' }))
    expect(nowhere.sv).toMatch(/^Databasservern 127\.0\.0\.1 svarar inte \(ECONNREFUSED\)/)
    expect(nowhere.sv).not.toContain('hemlig')
    const embedded = behind()
    expect((await refusal(open({ databaseUrl: addressOf(embedded).replace('/varna?', '/annan?') }))).sv).toContain(
      'Databasen annan finns inte',
    )
  })
})
