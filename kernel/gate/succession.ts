import { sql } from 'kysely'
import { quote, tableOf } from '../store/columns.ts'
import type { Command, Gate } from './command.ts'
import type { Changed } from './effect.ts'

/** Whether a version of a method has just come into force: decided while a draft. */
export const comesIntoForce = ({ written, before, after }: Changed): boolean =>
  written.did === 'move' && before?.state === 'draft' && after.state === 'inForce'

/**
 * The versions that end when another comes into force: of a register whose versions are `inForce`, are replaced by the step `replace` and
 * say in `validTo` until when they held. Two who decide at once wait for each other, so that one version is in force after both.
 */
export async function succeeded(gate: Gate, { written, after }: Changed): Promise<Command[]> {
  const { register, id, reference } = written
  await gate.tx.rows<object>(sql`select pg_advisory_xact_lock(hashtextextended(current_schema() || ${` succession ${register.name}`}, 0))`)
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
