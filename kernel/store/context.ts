import { createHash } from 'node:crypto'
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
  /** Writes as the actor; all or nothing. */
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

const quoteText = pg.escapeLiteral
const setting = (name: string, value: string) => `set_config(${quoteText(name)}, ${quoteText(value)}, true)`

const actorSettings = (actor: Actor): string[] => [
  setting('varna.actor', actor.person ?? ''),
  setting('varna.roles', actor.roles.join(',')),
  setting('varna.mandates', actor.mandates.length ? JSON.stringify(actor.mandates) : ''),
]

const changeSettings = (change: Change): string[] => [
  setting('varna.operation', change.operation ?? ''),
  setting('varna.move', change.move ?? ''),
  setting('varna.reason', change.reason ?? ''),
  setting('varna.request', change.request ?? ''),
  ...(change.now ? [setting('varna.now', change.now)] : []),
]

/** Two who wait for each other's records are a matter for the database, which sends one of them back; he tries again, and nobody notices. */
async function againAfterDeadlock<T>(work: () => Promise<T>, attempts = 4): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if ((error as { code?: string }).code !== '40P01' || attempts <= 1) throw error
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
    const opened = client.query(opening)
    opened.catch(() => undefined)
    const tx: Transaction = {
      actor,
      statements: () => sent,
      rows: async <Row extends object>(query: RawBuilder<Row>) => {
        sent += 1
        const { sql: text, parameters } = query.compile(compiler)
        const name = nameOf(text, past)
        const result = await client.query<Row>({ ...(name ? { name } : {}), text, values: [...parameters] })
        return result.rows
      },
      acting: async (other) => {
        await client.query(`select ${actorSettings(other).join(', ')}`)
        return { ...tx, actor: other }
      },
      changing: async (change) => {
        await client.query(`select ${changeSettings(change).join(', ')}`)
      },
    }
    const end = async (how: 'commit' | 'rollback') => {
      try {
        await opened
        await client.query(how)
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
        settings.push(setting('varna.as_of', asOf.toISOString()))
        settings.push(setting('search_path', `"${schemas.asOf}", "${schemas.live}", public`))
      }
      return transaction(`begin isolation level repeatable read read only; select ${settings.join(', ')}`, true, asOf !== null, actor, work)
    },
    write: (actor, change, work) =>
      againAfterDeadlock(() =>
        transaction(`begin; select ${[...actorSettings(actor), ...changeSettings(change)].join(', ')}`, false, false, actor, work),
      ),
    close: () => pool.end(),
  }
}
