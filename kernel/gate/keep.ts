import { sql } from 'kysely'
import { v7 } from 'uuid'
import { mayOn, rowOf } from '../access/predicate.ts'
import type { Register } from '../definition/register.ts'
import { forbidden } from '../problems/problem.ts'
import { columnOf, fieldColumns, quote, tableOf } from '../store/columns.ts'
import { isOneOf } from '../store/read.ts'
import type { Gate, Pending, Written } from './command.ts'
import { sameValue } from './same.ts'
import { staleVersion } from './stale.ts'

/** `R-{year}-{number}` → `R-2023-0012`; numbers have at least four figures. */
export const formatReference = (pattern: string, year: number, number: number): string =>
  pattern.replace('{year}', String(year)).replace('{number}', String(number).padStart(4, '0'))

/** Takes the next numbers of the register's series; two who ask at once never get the same. */
async function references(gate: Gate, register: Register, many: number): Promise<(string | null)[]> {
  const { reference } = register
  if (!reference) return Array.from({ length: many }, () => null)
  const year = Number(gate.today.slice(0, 4))
  const [row] = await gate.tx.rows<{ last: number }>(
    sql`insert into series (register, year, last_number) values (${register.name}, ${year}, ${many})
      on conflict (register, year) do update set last_number = series.last_number + ${many} returning last_number as last`,
  )
  const first = (row?.last ?? many) - many + 1
  return Array.from({ length: many }, (_, index) => formatReference(reference, year, first + index))
}

const toRow = <Facts extends object>(fields: readonly string[], pending: Pending, facts: Facts) => ({
  ...Object.fromEntries(fields.map((name) => [columnOf(name), pending.after[name] ?? null])),
  state: pending.after.state ?? null,
  ...facts,
})

const columnList = (names: readonly string[], alias = '') => sql.raw(names.map((name) => `${alias}${quote(name)}`).join(', '))

/** The identity of each record: the one it has, for a new one the one it was given or a new one. */
const identities = (pendings: readonly Pending[]): string[] =>
  pendings.map(({ before, command }) => before?.id ?? ('id' in command ? command.id : undefined) ?? v7())

async function insert(
  gate: Gate,
  register: Register,
  pendings: readonly Pending[],
  ids: readonly string[],
  numbers: readonly (string | null)[],
): Promise<Written[]> {
  const rows = pendings.map((pending, index) =>
    toRow(Object.keys(register.fields), pending, { id: ids[index] ?? '', reference: numbers[index] ?? null }),
  )
  const names = ['id', 'reference', 'state', ...fieldColumns(register.fields).map(({ name }) => name)]
  const table = quote(tableOf(register))
  await gate.tx.rows<object>(
    sql`insert into ${sql.raw(table)} (${columnList(names)}) select ${columnList(names)} from jsonb_populate_recordset(null::${sql.raw(table)}, ${JSON.stringify(rows)}::jsonb)`,
  )
  return rows.map((row) => ({ register, id: row.id, version: 1, reference: row.reference, did: 'create' as const }))
}

/** From how many records a statement says only what changes: for fewer it costs more to plan many statements than to say everything in one. */
const many = 50

/** The fields that some of the records change. What is not said stands, since only the version that was read is changed. */
function changedFields(register: Register, pendings: readonly Pending[]): string[] {
  const names = Object.keys(register.fields)
  const changed = names.filter((name) => pendings.some(({ before, after }) => !sameValue(before?.[name] ?? null, after[name] ?? null)))
  return changed.length ? changed : names.slice(0, 1)
}

async function update(gate: Gate, register: Register, pendings: readonly Pending[]): Promise<Written[]> {
  const withdrawing = pendings[0]?.command.do === 'withdraw'
  const fields = pendings.length < many ? Object.keys(register.fields) : changedFields(register, pendings)
  const rows = pendings.map((pending) => toRow(fields, pending, { id: pending.before?.id, version: pending.before?.version }))
  const names = ['state', ...fields.map(columnOf)]
  const table = quote(tableOf(register))
  const set = withdrawing ? sql`withdrawn_at = now()` : sql`(${columnList(names)}) = row(${columnList(names, 'n.')})`
  const done = await gate.tx.rows<{ id: string; version: number; reference: string | null }>(
    sql`update ${sql.raw(table)} t set ${set} from jsonb_populate_recordset(null::${sql.raw(table)}, ${JSON.stringify(rows)}::jsonb) n
      where t.id = n.id and t.version = n.version and t.withdrawn_at is null returning t.id, t.version, t.reference`,
  )
  const byId = new Map(done.map((row) => [row.id, row]))
  for (const pending of pendings)
    if (!byId.has(pending.before?.id ?? '')) throw staleVersion(pending.command, { version: (pending.before?.version ?? 0) + 1 })
  return pendings.map((pending) => {
    const row = byId.get(pending.before?.id ?? '')
    return { register, id: row?.id ?? '', version: row?.version ?? 0, reference: row?.reference ?? null, did: pending.command.do }
  })
}

/**
 * The record as it has become must still be one the actor may do this to: nobody moves a record out of the part of the
 * organisation he answers for. Who hands over what was his own acts within his right.
 */
async function stillWithin(gate: Gate, register: Register, pendings: readonly Pending[], ids: readonly string[]): Promise<void> {
  const first = pendings[0]?.command
  if (!first || first.do === 'withdraw') return
  const action = first.do === 'move' ? (`move:${first.move}` as const) : first.do
  const within = mayOn(register, action, rowOf(register, 't'), { roles: gate.tx.actor.roles })
  const asked = ids.filter((_, index) => !pendings[index]?.asOwn.includes(action))
  if (!asked.length || within === 'true') return
  const rows = await gate.tx.rows<{ outside: number }>(
    sql`select count(*)::integer as outside from ${sql.raw(quote(tableOf(register)))} t where ${isOneOf('t.id', asked)} and ${sql.raw(within)} is not true`,
  )
  if (rows[0]?.outside) throw outsideReach()
}

export const outsideReach = () =>
  forbidden({
    sv: 'Så skulle posten hamna utanför det du ansvarar för. Välj en enhet som hör till ditt ansvar.',
    en: 'That would place the record outside what you answer for. Choose a unit within your responsibility.',
  })

/**
 * Stores a batch of the same kind with one statement; triggers in the database write the history. What is asked of the records
 * afterwards is sent together with it, since a statement that fails makes all after it fail.
 */
export async function keep(gate: Gate, pendings: readonly Pending[]): Promise<Written[]> {
  const first = pendings[0]?.command
  if (!first) return []
  const { register } = first
  const creating = first.do === 'create'
  const ids = identities(pendings)
  const numbers = creating ? await references(gate, register, pendings.length) : []
  const [written] = await Promise.all([
    creating ? insert(gate, register, pendings, ids, numbers) : update(gate, register, pendings),
    stillWithin(gate, register, pendings, ids),
  ])
  return written
}
