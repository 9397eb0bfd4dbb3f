import { sql } from 'kysely'
import type { Command, Gate } from '#kernel/gate/command.ts'
import type { Changed } from '#kernel/gate/effect.ts'
import type { Transaction } from '#kernel/store/context.ts'
import { riskReasons } from '../reasons.ts'

/** The risks that wait for somebody: to be analysed or decided on. */
export const openMatters = async (tx: Transaction): Promise<string[]> =>
  (await tx.rows<{ id: string }>(sql`select id from risk where withdrawn_at is null and state in ('identified', 'analysed')`)).map(
    ({ id }) => id,
  )

/** A risk that is withdrawn waits for nobody any more. */
export async function openAfter(gate: Gate, withdrawn: readonly Changed[]): Promise<Command[]> {
  if (!withdrawn.length) return []
  const register = gate.catalogue.register('escalation')
  const rows = await gate.tx.rows<{ id: string; version: number }>(
    sql`select id, version from escalation where risk = any (${withdrawn.map(({ written }) => written.id)}::uuid[]) and state in ('open', 'acknowledged') and withdrawn_at is null order by id for no key update`,
  )
  return rows.map(({ id, version }) => ({
    do: 'move',
    register,
    id,
    version,
    move: 'finish',
    calculated: { endedOn: gate.today },
    reason: riskReasons.withdrawn.sv,
  }))
}
