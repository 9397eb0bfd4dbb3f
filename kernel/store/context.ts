import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type RawBuilder } from 'kysely'
import pg from 'pg'
import type { Role } from '../access/roles.ts'
import type { Schemas } from './schema/schemas.ts'

/** Who acts: a person with the roles and units of today's assignments, or the system with a reason. */
export interface Actor {
  readonly person: string | null
  readonly name: string
  readonly roles: readonly (Role | 'system')[]
  readonly mandates: readonly { readonly role: Role; readonly unit: string }[]
}

/** Acting as the system: named, searchable, and with a reason that stands in the history of what it does. */
export const asSystem = (reason: string): Actor & { reason: string } => ({
  person: null,
  name: 'system',
  roles: ['system'],
  mandates: [],
  reason,
})

/** What history says of a change, beside who made it. */
export interface Change {
  readonly operation?: 'create' | 'update' | 'move' | 'withdraw'
  readonly move?: string | null
  readonly reason?: string | null
  readonly request?: string | null
  /** A moment of the past; obeyed only for the loader of a demonstration. */
  readonly now?: string
}

/** An open transaction in somebody's name. */
export interface Transaction {
  readonly rows: <Row extends object>(query: RawBuilder<Row>) => Promise<Row[]>
  /**
   * The same for a costly question. It is not put again while nothing has been written since somebody with the same rights got the
   * answer, or waits for it: the database says that both would see the same.
   */
  readonly costlyRows: <Row extends object>(query: RawBuilder<Row>) => Promise<Row[]>
  /** Sets what history will say of the statements that follow. */
  readonly changing: (change: Change) => Promise<void>
  readonly actor: Actor
  /** The same transaction in another's name: for playing in what several people have done. */
  readonly acting: (actor: Actor) => Promise<Transaction>
  /** How many statements have been sent; a list costs a constant number. */
  readonly statements: () => number
}

export interface Store {
  /** Reads in one snapshot, as the actor, now or as it was. */
  readonly read: <T>(actor: Actor, asOf: Date | null, work: (tx: Transaction) => Promise<T>) => Promise<T>
  /**
   * Writes as the actor; all or nothing. A question still under way when the work is done is answered before the commit; where it
   * fails, all is undone.
   */
  readonly write: <T>(actor: Actor, change: Change, work: (tx: Transaction) => Promise<T>) => Promise<T>
  readonly schemas: Schemas
  readonly pool: pg.Pool
  readonly close: () => Promise<void>
}

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === 1700 || oid === 20) return (value: string) => Number(value)
    if (oid === 1082) return (value: string) => value
    return pg.types.getTypeParser(oid, format as 'text')
  }) as pg.CustomTypesConfig['getTypeParser'],
}

/** Turns Kysely's `sql` into text and values without a connection. */
const compiler = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/**
 * Statements met before are prepared under a name; at most so many that a connection's memory stays small. The same text is
 * another statement when it looks back: with one name for both, each change of time would make the database plan anew.
 */
const prepared = new Map<string, string | null>()
function nameOf(given: string, past: boolean): string | undefined {
  const text = past ? `past ${given}` : given
  const known = prepared.get(text)
  if (known) return known
  if (known === null) {
    const name = createHash('sha1').update(text).digest('base64url')
    prepared.set(text, name)
    return name
  }
  if (prepared.size < 400) prepared.set(text, null)
  return undefined
}

type Setting = readonly [name: string, value: string]

const setting = ([name, value]: Setting) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`

const actorSettings = (actor: Actor): Setting[] => [
  ['varna.actor', actor.person ?? ''],
  ['varna.roles', actor.roles.join(',')],
  ['varna.mandates', actor.mandates.length ? JSON.stringify(actor.mandates) : ''],
]

const changeSettings = (change: Change): Setting[] => [
  ['varna.operation', change.operation ?? ''],
  ['varna.move', change.move ?? ''],
  ['varna.reason', change.reason ?? ''],
  ['varna.request', change.request ?? ''],
  ...(change.now ? [['varna.now', change.now] as const] : []),
]

/** Changes settings of an open transaction, by a statement that is planned once. */
const settingStatement = (settings: readonly Setting[]) => ({
  name: `set ${settings.length} of ${settings[0]?.[0]}`,
  text: `select ${settings.map(([name], index) => `set_config('${name}', $${index + 1}, true)`).join(', ')}`,
  values: settings.map(([, value]) => value),
})

/** What the opening of a read says the transaction sees: two that are told the same see the same. */
const snapshotIn = (results: unknown): unknown =>
  (Array.isArray(results) ? (results as pg.QueryResult<{ snapshot?: string }>[]) : []).at(-1)?.rows[0]?.snapshot

/** Answers that took less than this, in milliseconds, are not worth remembering. */
const quick = 5
const mostRemembered = 500

/** Remembers answers under a name that says all they depend on; those who ask while one is worked out wait for it. */
function answersByName() {
  const known = new Map<string, Promise<object[]>>()
  return async (name: string, ask: () => Promise<object[]>): Promise<object[]> => {
    const found = known.get(name)
    // Who worked it out may have been broken off; that is no fault of the next.
    if (found) return found.catch(ask)
    if (known.size >= mostRemembered) known.clear()
    const began = performance.now()
    const answer = ask()
    known.set(name, answer)
    try {
      await answer
      if (performance.now() - began < quick) known.delete(name)
    } catch {
      known.delete(name)
    }
    return answer
  }
}

/** Two who wait for each other's records are a matter for the database, which sends one of them back; he tries again, and nobody notices. */
async function againAfterDeadlock<T>(work: () => Promise<T>, attempts = 8): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if ((error as { code?: string }).code !== '40P01' || attempts <= 1) throw error
    // Those who met would meet again if they set out at once.
    await setTimeout(Math.random() * 100)
    return againAfterDeadlock(work, attempts - 1)
  }
}

/**
 * Opens the store on a pool that works as the application's role. The context of a transaction is sent together with
 * its `begin` in one round trip, since three of them would cost more than most reads.
 */
export function openStore(config: pg.ClientConfig, schemas: Schemas, size: number): Store {
  const pool = new pg.Pool({ ...config, max: size, types, application_name: 'varna', pipeline: true } as pg.PoolConfig)
  pool.on('error', () => undefined)
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    client.query(`set search_path = "${schemas.live}", public; set timezone = 'UTC'`).catch(() => undefined)
  })

  const remembered = answersByName()

  async function transaction<T>(
    opening: string,
    reading: boolean,
    past: boolean,
    actor: Actor,
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    const client = await pool.connect()
    let broken: Error | undefined
    let sent = 0
    let failed: unknown
    const opened: Promise<unknown> = client.query(opening)
    opened.catch(() => undefined)
    const tx: Transaction = {
      actor,
      statements: () => sent,
      rows: async <Row extends object>(query: RawBuilder<Row>) => {
        sent += 1
        const { sql: text, parameters } = query.compile(compiler)
        const name = nameOf(text, past)
        try {
          const result = await client.query<Row>({ ...(name ? { name } : {}), text, values: [...parameters] })
          return result.rows
        } catch (error) {
          failed ??= error
          throw error
        }
      },
      costlyRows: async <Row extends object>(query: RawBuilder<Row>) => {
        if (!reading) return tx.rows(query)
        const { sql: text, parameters } = query.compile(compiler)
        const name = JSON.stringify([snapshotIn(await opened), opening, text, parameters])
        return (await remembered(name, () => tx.rows(query))) as Row[]
      },
      acting: async (other) => {
        // Not waited for: if it fails, so does every statement after it, and the commit.
        client.query(settingStatement(actorSettings(other))).catch((error: unknown) => {
          failed ??= error
        })
        return { ...tx, actor: other, costlyRows: tx.rows }
      },
      changing: async (change) => {
        await client.query(settingStatement(changeSettings(change)))
      },
    }
    const end = async (how: 'commit' | 'rollback') => {
      try {
        await opened
        const { command } = await client.query(how)
        // The database answers a commit of what has failed with a rollback.
        if (how === 'commit' && command === 'ROLLBACK') throw failed ?? new Error('the transaction failed before it was committed')
      } catch (error) {
        broken = error instanceof Error ? error : new Error(String(error))
        if (how === 'commit') throw error
      } finally {
        client.release(broken)
      }
    }
    let result: T
    try {
      result = await work(tx)
    } catch (error) {
      await end('rollback')
      throw error
    }
    // A read is answered without waiting for its transaction to be put away; a write is not done until it is safe.
    if (reading) end('commit').catch(() => undefined)
    else await end('commit')
    return result
  }

  return {
    schemas,
    pool,
    read: (actor, asOf, work) => {
      const settings = actorSettings(actor)
      if (asOf) {
        settings.push(['varna.as_of', asOf.toISOString()])
        settings.push(['search_path', `"${schemas.asOf}", "${schemas.live}", public`])
      }
      return transaction(
        `begin isolation level repeatable read read only; select ${settings.map(setting).join(', ')}, pg_current_snapshot()::text as snapshot`,
        true,
        asOf !== null,
        actor,
        work,
      )
    },
    write: (actor, change, work) =>
      againAfterDeadlock(() =>
        transaction(
          `begin; select ${[...actorSettings(actor), ...changeSettings(change)].map(setting).join(', ')}`,
          false,
          false,
          actor,
          work,
        ),
      ),
    close: () => pool.end(),
  }
}
