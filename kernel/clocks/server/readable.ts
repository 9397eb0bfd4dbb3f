import { sql } from 'kysely'
import type { Register } from '../../definition/register.ts'
import type { Gate } from '../../gate/command.ts'
import { quote, tableOf } from '../../store/columns.ts'
import { actorsOn } from '../../store/mandates.ts'

/**
 * Which persons may read which records today, as the database judges when they ask: two statements for each person.
 * @param gate in the name of the system
 */
export async function readableTo(
  gate: Gate,
  register: Register,
  asked: readonly { readonly person: string; readonly record: string }[],
): Promise<(person: string, record: string) => boolean> {
  const readable = new Set<string>()
  if (!asked.length) return () => false
  const records = Map.groupBy(asked, ({ person }) => person)
  for (const actor of await actorsOn(gate.tx, [...records.keys()], gate.today)) {
    const own = await gate.tx.acting(actor)
    const ids = (records.get(actor.person ?? '') ?? []).map(({ record }) => record)
    const rows = await own.rows<{ id: string }>(
      sql`select t.id from ${sql.raw(quote(tableOf(register)))} t where t.id = any (${ids}::uuid[])`,
    )
    for (const { id } of rows) readable.add(`${actor.person} ${id}`)
  }
  await gate.tx.acting(gate.tx.actor)
  return (person, record) => readable.has(`${person} ${record}`)
}
