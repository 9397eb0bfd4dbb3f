import { sql } from 'kysely'
import type { Register } from '../definition/register.ts'
import { columnOf, columnsOf, quote, tableOf } from '../store/columns.ts'
import { hiddenJson, mayAsOwnJson, mayJson } from '../store/present.ts'
import { isOneOf } from '../store/read.ts'
import type { Gate, Stored } from './command.ts'

const fieldOfColumn = (register: Register): Map<string, string> =>
  new Map([
    ...columnsOf(register).map(({ name }) => [name, name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())] as const),
    ...Object.keys(register.fields).map((name) => [columnOf(name), name] as const),
  ])

/** A record as it is stored, with what the actor may do to it, and what of that because it is his own. */
export interface Loaded {
  readonly record: Stored
  readonly may: string[]
  readonly asOwn: string[]
  /** The fields whose value is not for the actor. */
  readonly hidden: string[]
}

/** Reads the records that are to be changed. */
export async function load(gate: Gate, register: Register, ids: readonly string[]): Promise<Map<string, Loaded>> {
  const { roles } = gate.tx.actor
  const rows = await gate.tx.rows<{ row: Record<string, unknown>; may: string[]; own: string[]; hidden: string[] }>(
    sql`select to_jsonb(t) as row, ${sql.raw(mayJson(register, roles))} as may, ${sql.raw(mayAsOwnJson(register, roles))} as own, ${sql.raw(hiddenJson(register))} as hidden from ${sql.raw(quote(tableOf(register)))} t
      where ${isOneOf('t.id', ids)} and t.withdrawn_at is null`,
  )
  const names = fieldOfColumn(register)
  return new Map(
    rows.map(({ row, may, own, hidden }) => {
      const record = Object.fromEntries(Object.entries(row).map(([column, value]) => [names.get(column) ?? column, value])) as Stored
      return [record.id, { record, may, asOwn: own, hidden }]
    }),
  )
}
