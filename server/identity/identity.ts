import { createHash, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { sql } from 'kysely'
import { type Clock, dayIn } from '#kernel/clocks/clock.ts'
import { type Actor, asSystem, type Store } from '#kernel/store/context.ts'
import { actorFrom, employedOn, type Mandated, mandatesOf } from '#kernel/store/mandates.ts'

/** A signed-in person as the shell shows him. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly title: string | null
  readonly unit: { readonly id: string; readonly label: string } | null
  readonly actor: Actor
}

/** Who is behind a request: sessions, tokens, passwords, and the roles of today's assignments. */
export interface Identity {
  /** The person behind a session cookie or an API token, if it is valid and the person is employed today. */
  readonly bySecret: (secret: string, kind: 'session' | 'token') => Promise<{ person: Person; scope: 'read' | 'write' } | null>
  readonly person: (id: string) => Promise<Person | null>
  /** Opens a session and gives its secret. */
  readonly open: (personId: string) => Promise<{ secret: string; expires: Date }>
  readonly close: (secret: string) => Promise<void>
  /** The person with this e-mail and password, or null; both answers take as long. */
  readonly byPassword: (email: string, password: string) => Promise<string | null>
  readonly setPassword: (personId: string, email: string, password: string) => Promise<void>
  readonly authority: () => Promise<{ name: string; demonstration: boolean } | null>
  /** Forgets what is remembered of persons and sessions, after a change to the organisation. */
  readonly forget: () => void
}

/** How long a session lasts, in hours: a working day. */
const sessionHours = 12
/** How long a person's roles may be remembered, in milliseconds: a change made on another server is seen within this. */
const rememberMs = 5_000

const digest = (secret: string) => createHash('sha256').update(secret).digest()

interface Row extends Mandated {
  readonly title: string | null
  readonly unitName: string | null
}

/** Remembers answers for a short while. */
function remembering<Value>(ask: (key: string) => Promise<Value>) {
  const known = new Map<string, { at: number; value: Promise<Value> }>()
  return {
    get: (key: string): Promise<Value> => {
      const found = known.get(key)
      if (found && performance.now() - found.at < rememberMs) return found.value
      if (known.size > 20_000) known.clear()
      const value = ask(key)
      value.catch(() => known.delete(key))
      known.set(key, { at: performance.now(), value })
      return value
    },
    clear: () => known.clear(),
  }
}

export function openIdentity(store: Store, clock: Clock): Identity {
  const system = asSystem('finds out who signs in')

  const ask = async (id: string): Promise<Person | null> => {
    const today = dayIn(clock.now())
    const rows = await store.read(system, null, (tx) =>
      tx.rows<Row>(sql`
        select p.id, p.name, p.title, p.unit, (select u.name from unit u where u.id = p.unit) as "unitName", ${mandatesOf(today)} as mandates
        from person p where p.id = ${id}::uuid and ${employedOn(today)}`),
    )
    const row = rows[0]
    if (!row) return null
    const { name, title, unit, unitName } = row
    return { id: row.id, name, title, unit: unit && unitName ? { id: unit, label: unitName } : null, actor: actorFrom(row) }
  }

  const people = remembering(ask)
  const secrets = remembering(async (key: string) => {
    const kind = key.slice(0, 1)
    const hashed = digest(key.slice(1))
    const query =
      kind === 's'
        ? sql<{
            person: string
            scope: 'read' | 'write'
          }>`select person, 'write' as scope from session where token_hash = ${hashed} and expires_at > now()`
        : sql<{
            person: string
            scope: 'read' | 'write'
          }>`select person, scope from api_token where token_hash = ${hashed} and expires_at > now()`
    return (await store.read(system, null, (tx) => tx.rows(query)))[0] ?? null
  })
  let unknown: string | null = null

  return {
    person: (id) => people.get(id),
    bySecret: async (secret, kind) => {
      if (secret.length < 20 || secret.length > 200) return null
      const found = await secrets.get(`${kind === 'session' ? 's' : 't'}${secret}`)
      const person = found ? await people.get(found.person) : null
      return found && person ? { person, scope: found.scope } : null
    },
    open: async (personId) => {
      const secret = randomBytes(32).toString('base64url')
      const expires = new Date(Date.now() + sessionHours * 3_600_000)
      await store.write(system, {}, async (tx) => {
        await tx.rows<object>(sql`delete from session where expires_at < now()`)
        await tx.rows<object>(
          sql`insert into session (token_hash, person, expires_at) values (${digest(secret)}, ${personId}::uuid, ${expires.toISOString()})`,
        )
      })
      return { secret, expires }
    },
    close: async (secret) => {
      await store.write(system, {}, (tx) => tx.rows<object>(sql`delete from session where token_hash = ${digest(secret)}`))
      secrets.clear()
    },
    byPassword: async (email, password) => {
      const rows = await store.read(system, null, (tx) =>
        tx.rows<{ person: string; hashed: string }>(
          sql`select person, password_hash as hashed from account where lower(email) = lower(${email})`,
        ),
      )
      unknown ??= await hash(randomBytes(16).toString('hex'))
      const right = await verify(rows[0]?.hashed ?? unknown, password)
      return right && rows[0] ? rows[0].person : null
    },
    setPassword: async (personId, email, password) => {
      const hashed = await hash(password)
      await store.write(system, {}, async (tx) => {
        await tx.rows<object>(sql`insert into account (person, email, password_hash) values (${personId}::uuid, ${email}, ${hashed})
          on conflict (person) do update set email = excluded.email, password_hash = excluded.password_hash, changed_at = now()`)
        await tx.rows<object>(sql`delete from session where person = ${personId}::uuid`)
      })
      secrets.clear()
    },
    authority: async () =>
      (
        await store.read(system, null, (tx) =>
          tx.rows<{ name: string; demonstration: boolean }>(sql`select name, demonstration from authority`),
        )
      )[0] ?? null,
    forget: () => {
      people.clear()
      secrets.clear()
    },
  }
}
