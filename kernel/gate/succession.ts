import { sql } from 'kysely'
import { quote, tableOf } from '../store/columns.ts'
import type { Transaction } from '../store/context.ts'
import type { Command, Gate } from './command.ts'
import type { Changed } from './effect.ts'

/** Whether a version of a method has just come into force: decided while a draft. */
export const comesIntoForce = ({ written, before, after }: Changed): boolean =>
  written.did === 'move' && before?.state === 'draft' && after.state === 'inForce'

const lock = (what: string, register: string) => sql`hashtextextended(current_schema() || ${` ${what} ${register}`}, 0)`

/**
 * Holds the version in force until the transaction ends, so that what is worked out by it is never kept beside its successor: one that comes
 * into force waits, and whoever asks meanwhile waits for that. It is asked for before the version is read, and after the records have been
 * locked for which it is read.
 */
export const holdVersion = (tx: Transaction, register: string): Promise<object[]> =>
  tx.rows<object>(sql`select pg_advisory_xact_lock_shared(${lock('version', register)})`)

/** Waits for those who hold the version before. What they have kept is seen by the statements that follow. */
export const awaitHolders = (tx: Transaction, register: string): Promise<object[]> =>
  tx.rows<object>(sql`select pg_advisory_xact_lock(${lock('version', register)})`)

/**
 * The versions that end when another comes into force: of a register whose versions are `inForce`, are replaced by the step `replace` and
 * say in `validTo` until when they held. Two who decide at once wait for each other, so that one version is in force after both.
 */
export async function succeeded(gate: Gate, { written, after }: Changed): Promise<Command[]> {
  const { register, id, reference } = written
  await gate.tx.rows<object>(sql`select pg_advisory_xact_lock(${lock('succession', register.name)})`)
  const before = await gate.tx.rows<{ id: string; version: number }>(
    sql`select id, version from ${sql.raw(quote(tableOf(register)))} where state = 'inForce' and id <> ${id}::uuid and withdrawn_at is null order by id for no key update`,
  )
  const validTo = typeof after.validFrom === 'string' ? after.validFrom : gate.today
  return [
    ...before.map(
      (old): Command => ({
        do: 'update',
        register,
        id: old.id,
        version: old.version,
        values: {},
        calculated: { validTo },
        reason: `Följer av ${reference}`,
      }),
    ),
    ...before.map(
      (old): Command => ({
        do: 'move',
        register,
        id: old.id,
        version: old.version + 1,
        move: 'replace',
        reason: `Ersätts av ${reference}`,
      }),
    ),
  ]
}
