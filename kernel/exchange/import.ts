import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Register } from '../definition/register.ts'
import { problemText } from '../fields/problems.ts'
import type { Command, Gate, Written } from '../gate/command.ts'
import { tidy } from '../gate/compose.ts'
import { visible } from '../gate/connect.ts'
import { carryOut, faultsOf } from '../gate/gate.ts'
import { type Loaded, load } from '../gate/load.ts'
import { sameValue } from '../gate/same.ts'
import { faultsIn } from '../gate/validate.ts'
import type { Text } from '../language/text.ts'
import type { problem } from '../problems/problem.ts'
import { columnOf, columnType, isCollection, quote, tableOf } from '../store/columns.ts'
import { throughCell } from './cells.ts'

/** One record as a file has it. */
export interface ImportRow {
  /** The number of the row in the file, as a spreadsheet shows it. */
  readonly row: number
  /** What the record is recognised by: the register's key, or the reference number. */
  readonly key: string | null
  /** The identity of the record, where the file has a column of them. */
  readonly id?: string | null
  readonly values: Readonly<Record<string, unknown>>
  /** What was found wrong when the row was read. */
  readonly faults?: readonly RowFault[]
}

export interface RowFault {
  readonly row: number
  readonly field: string
  readonly message: Text
}

export interface RowChange {
  readonly row: number
  readonly key: string | null
  readonly label: string
  readonly kind: 'create' | 'update'
  readonly fields: { readonly field: string; readonly from: unknown; readonly to: unknown }[]
  /** What else comes of the row, where it makes more than one record. */
  readonly note?: Text
}

/** What an import does, or would do. */
export interface ImportOutcome {
  readonly rows: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly errors: RowFault[]
  /** The first of the changes. */
  readonly changes: RowChange[]
}

export const changesShown = 200
export const errorsShown = 1_000

/** The field by which an import recognises records; null where it is the reference number. */
export const importKey = (register: Register): string | null => register.exchange?.key ?? null

const keyColumn = (register: Register): string => {
  const key = importKey(register)
  return key ? columnOf(key) : register.reference ? 'reference' : columnOf(register.title)
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * The identities behind keys, references, names or identities, of records the actor may see. A name several records share finds none;
 * one that has been withdrawn is found where no other has its name.
 */
export async function identitiesOf(gate: Gate, register: Register, keys: readonly string[]): Promise<Map<string, string>> {
  if (!keys.length) return new Map()
  const columns = [...new Set([keyColumn(register), ...(register.reference ? ['reference'] : []), columnOf(register.title)])]
  const table = sql.raw(quote(tableOf(register)))
  const found = new Map<string, string>()
  for (const column of columns.reverse()) {
    const rows = await gate.tx.rows<{ key: string; id: string | null; standing: number; gone: string | null; many: number }>(
      sql`select lower(${sql.raw(quote(column))}::text) as key, min(id::text) filter (where withdrawn_at is null) as id, count(*) filter (where withdrawn_at is null)::integer as standing,
          min(id::text) as gone, count(*)::integer as many from ${table}
        where lower(${sql.raw(quote(column))}::text) = any (${keys.map((key) => key.toLowerCase())}::text[]) group by 1`,
    )
    for (const { key, id, standing, gone, many } of rows) {
      if (id && standing === 1) found.set(key, id)
      else if (gone && standing === 0 && many === 1) found.set(key, gone)
    }
  }
  const given = keys.filter((key) => uuid.test(key))
  const named = given.length ? await gate.tx.rows<{ id: string }>(sql`select id from ${table} where id = any (${given}::uuid[])`) : []
  for (const { id } of named) found.set(id, id)
  return found
}

/** What a row's record is called in links from other rows of the same file, lower case. */
const namesIn = (register: Register, { key, values }: ImportRow): string[] => [
  ...new Set([key, values[register.title]].flatMap((name) => (typeof name === 'string' && name.trim() ? [name.trim().toLowerCase()] : []))),
]

/** The identities that rows without a record are going to have, by what other rows call them; a name two of them share is nobody's. */
function awaited(register: Register, rows: readonly ImportRow[]): { byRow: Map<number, string>; byName: Map<string, string> } {
  const byRow = new Map(rows.map(({ row }) => [row, v7()]))
  const byName = new Map<string, string>()
  const shared = new Set<string>()
  for (const row of rows)
    for (const name of namesIn(register, row)) {
      if (byName.has(name)) shared.add(name)
      byName.set(name, byRow.get(row.row) ?? '')
    }
  for (const name of shared) byName.delete(name)
  return { byRow, byName }
}

/**
 * Replaces the texts links are found by with identities; what is not found is a fault of its row. A link within the register
 * may lead to a record that stands further down in the file.
 */
async function resolve(
  gate: Gate,
  register: Register,
  rows: readonly ImportRow[],
  faults: RowFault[],
  coming: ReadonlyMap<string, string>,
): Promise<ImportRow[]> {
  const targets = new Map<string, Set<string>>()
  const linking = Object.entries(register.fields).flatMap(([name, field]) =>
    field.kind === 'link' || field.kind === 'links' ? [{ name, field }] : [],
  )
  const texts = (value: unknown): string[] =>
    Array.isArray(value) ? value.filter((each) => typeof each === 'string') : typeof value === 'string' ? [value] : []
  for (const { name, field } of linking) {
    const wanted = targets.get(field.to) ?? new Set<string>()
    for (const row of rows) for (const text of texts(row.values[name])) wanted.add(text)
    targets.set(field.to, wanted)
  }
  const known = new Map<string, Map<string, string>>()
  for (const [name, wanted] of targets) known.set(name, await identitiesOf(gate, gate.catalogue.register(name), [...wanted]))
  return rows.map((row) => {
    const values: Record<string, unknown> = { ...row.values }
    for (const { name, field } of linking) {
      if (!(name in values) || values[name] === null) continue
      const ids = texts(values[name]).map((text) => {
        const id = known.get(field.to)?.get(text.toLowerCase()) ?? (field.to === register.name ? coming.get(text.toLowerCase()) : undefined)
        if (!id)
          faults.push({
            row: row.row,
            field: name,
            message: {
              sv: `Hittar inte "${text}". ${problemText('unknown-link').sv}`,
              en: `Cannot find "${text}". ${problemText('unknown-link').en}`,
            },
          })
        return id
      })
      const found = ids.filter((id) => id !== undefined)
      values[name] = field.kind === 'links' ? found : (found[0] ?? null)
    }
    return { ...row, values }
  })
}

/** Rows whose key, or whose combination of values, stands more than once in the file. */
function repeated(rows: readonly ImportRow[], faults: RowFault[], field: string, keyIn: (row: ImportRow) => string | null): void {
  const first = new Map<string, number>()
  const told = new Set(faults.map(({ row }) => row))
  for (const row of rows) {
    const key = keyIn(row)
    if (!key) continue
    const before = first.get(key)
    if (before === undefined) first.set(key, row.row)
    else if (!told.has(row.row))
      faults.push({
        row: row.row,
        field,
        message: { sv: `Samma nyckel står också på rad ${before}.`, en: `The same key also stands on row ${before}.` },
      })
  }
}

/** What makes a row one of a kind by a combination no two records share; null where the row does not give all of it. */
const combinationIn =
  (names: readonly string[]) =>
  ({ values }: ImportRow): string | null =>
    names.every((name) => values[name] !== null && values[name] !== undefined && values[name] !== '')
      ? JSON.stringify(names.map((name) => values[name]))
      : null

/** Rows without a key that hold a combination no two records share are the records that have it. */
async function byCombination(gate: Gate, register: Register, rows: readonly ImportRow[]): Promise<Map<number, string>> {
  const found = new Map<number, string>()
  for (const names of register.unique ?? []) {
    const fields = names.flatMap((name) =>
      register.fields[name] ? [{ name: quote(columnOf(name)), type: columnType(register.fields[name]) }] : [],
    )
    const asked = rows.filter(
      (row) =>
        !found.has(row.row) &&
        combinationIn(names)(row) &&
        !faultsIn(register, 'update', Object.fromEntries(names.map((name) => [name, row.values[name]]))).length,
    )
    if (!asked.length) continue
    const given = asked.map(({ row, values }) => ({ row, ...Object.fromEntries(names.map((name) => [columnOf(name), values[name]])) }))
    const columns = sql.raw(fields.map(({ name, type }) => `${name} ${type}`).join(', '))
    const equal = sql.raw(fields.map(({ name }) => `t.${name} = g.${name}`).join(' and '))
    const hits = await gate.tx.rows<{ row: number; id: string }>(
      sql`select g.row, t.id from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as g(row integer, ${columns})
        join ${sql.raw(quote(tableOf(register)))} t on ${equal} where t.withdrawn_at is null`,
    )
    for (const { row, id } of hits) found.set(row, id)
  }
  return found
}

/** Rows in which records that turned out to exist already have their real identities. */
function met(rows: readonly ImportRow[], known: ReadonlyMap<string, string>): readonly ImportRow[] {
  if (!known.size) return rows
  const real = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(real) : typeof value === 'string' ? (known.get(value) ?? value) : value
  return rows.map((row) => ({ ...row, values: Object.fromEntries(Object.entries(row.values).map(([name, value]) => [name, real(value)])) }))
}

/** The links within the register that lead to records the same file is about to make: they are set when those stand. */
function linksAhead(register: Register, values: Readonly<Record<string, unknown>>, made: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => {
      const field = register.fields[name]
      return (
        (field?.kind === 'link' || field?.kind === 'links') &&
        field.to === register.name &&
        !(field.kind === 'link' && field.required) &&
        [value].flat().some((id) => typeof id === 'string' && made.has(id))
      )
    }),
  )
}

const without = (values: Readonly<Record<string, unknown>>, names: object) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !Object.hasOwn(names, name)))

/** Carries out what rows ask for; a fault is told of the row it belongs to, in the row's own fields. */
export async function carryOutRows(
  gate: Gate,
  commands: readonly Command[],
  rowAt: (index: number) => number,
  errors: RowFault[],
): Promise<readonly Written[]> {
  try {
    return await carryOut(gate, commands)
  } catch (error) {
    const several = faultsOf(error)
    const faults =
      several ?? ('problem' in (error as object) ? [{ index: 0, problem: (error as ReturnType<typeof problem>).problem }] : null)
    if (!faults) throw error
    for (const { index, problem: found } of faults) {
      const row = several || commands.length === 1 ? rowAt(index) : 0
      const inFields = found.errors?.map(({ field, message }) => ({ row, field, message })) ?? []
      errors.push(...(inFields.length ? inFields : [{ row, field: '', message: found.title }]))
    }
    return []
  }
}

/** The links of stored records that the actor can see: what he cannot see is not in his file, and is not his to remove. */
async function seenLinks(gate: Gate, register: Register, stored: ReadonlyMap<string, Loaded>): Promise<Set<string>> {
  const seen = new Set<string>()
  const wanted = new Map<string, Set<string>>()
  for (const [name, field] of Object.entries(register.fields)) {
    if (field.kind !== 'link' && field.kind !== 'links') continue
    const ids = wanted.get(field.to) ?? new Set<string>()
    for (const { record } of stored.values()) for (const id of [record[name] ?? []].flat()) ids.add(String(id))
    wanted.set(field.to, ids)
  }
  for (const ids of (await visible(gate, wanted)).values()) for (const id of ids.keys()) seen.add(id)
  return seen
}

/**
 * Brings rows into a register through the gate: unknown keys become new records, known ones are updated where they differ,
 * the rest are left alone. All rows are brought in, or none: with errors nothing is kept, and the outcome names each row.
 * Importing the same rows again changes nothing.
 */
export async function importRows(gate: Gate, register: Register, given: readonly ImportRow[], reason: string): Promise<ImportOutcome> {
  const errors: RowFault[] = given.flatMap(({ faults = [] }) => faults)
  repeated(given, errors, importKey(register) ?? 'reference', ({ key, id }) => (id ?? key)?.toLowerCase() ?? null)
  const existing = await identitiesOf(
    gate,
    register,
    given.flatMap(({ key }) => (key ? [key] : [])),
  )
  const coming = awaited(
    register,
    given.filter(({ key, id }) => !id && !(key && existing.has(key.toLowerCase()))),
  )
  const resolved = await resolve(gate, register, given, errors, coming.byName)
  for (const names of register.unique ?? []) repeated(resolved, errors, names[0] ?? '', combinationIn(names))
  const nameless = await byCombination(
    gate,
    register,
    resolved.filter(({ key, id }) => !key && !id),
  )
  const rows = met(resolved, new Map([...nameless].map(([row, id]) => [coming.byRow.get(row) ?? '', id])))
  const idOf = (row: ImportRow) =>
    row.id && uuid.test(row.id) ? row.id.toLowerCase() : row.key ? existing.get(row.key.toLowerCase()) : nameless.get(row.row)
  const stored = await load(
    gate,
    register,
    rows.flatMap((row) => idOf(row) ?? []),
  )
  const seen = await seenLinks(gate, register, stored)
  /** The stored value as the actor's own export shows it. */
  const shown = (name: string, { record, hidden }: Loaded): unknown => {
    const field = register.fields[name]
    const value = record[name]
    if (hidden.includes(name)) return field && isCollection(field) ? [] : null
    if (field?.kind === 'link') return typeof value === 'string' && seen.has(value) ? value : null
    if (field?.kind === 'links' && Array.isArray(value)) return value.filter((id) => seen.has(String(id)))
    return throughCell(field, value)
  }

  const told = new Map<number, Set<string>>()
  for (const { row, id } of rows)
    if (id && !uuid.test(id))
      errors.push({
        row,
        field: 'id',
        message: {
          sv: `"${id}" är ingen identitet. Lämna cellen tom för en ny post.`,
          en: `"${id}" is not an identity. Leave the cell empty for a new record.`,
        },
      })
  for (const { row, field } of errors) told.set(row, (told.get(row) ?? new Set()).add(field))
  const made = new Set(rows.flatMap((row) => (stored.has(idOf(row) ?? '') ? [] : (coming.byRow.get(row.row) ?? []))))
  const commands: Command[] = []
  const places: ImportRow[] = []
  const later: { row: number; id: string; values: Record<string, unknown> }[] = []
  const changes: RowChange[] = []
  for (const row of rows) {
    const before = stored.get(idOf(row) ?? '')
    const label = String(row.values[register.title] ?? before?.record[register.title] ?? row.key ?? '')
    const faults = faultsIn(register, before ? 'update' : 'create', row.values).filter(({ field }) => !told.get(row.row)?.has(field))
    for (const { field, message } of faults) errors.push({ row: row.row, field, message })
    if (faults.length || told.has(row.row)) continue
    if (!before) {
      const id = coming.byRow.get(row.row)
      const ahead = id ? linksAhead(register, row.values, made) : {}
      commands.push({ do: 'create', register, ...(id ? { id } : {}), values: without(row.values, ahead), reason })
      if (id && Object.keys(ahead).length) later.push({ row: row.row, id, values: ahead })
      places.push(row)
      changes.push({ row: row.row, key: row.key, label, kind: 'create', fields: [] })
      continue
    }
    const differing = Object.entries(row.values).filter(
      ([name, value]) => !sameValue(shown(name, before), tidy(value), register.fields[name]),
    )
    if (!differing.length) continue
    const values = Object.fromEntries(differing)
    const ahead = linksAhead(register, values, made)
    const { id, version } = before.record
    if (Object.keys(ahead).length) later.push({ row: row.row, id, values: ahead })
    if (Object.keys(ahead).length < differing.length) {
      commands.push({ do: 'update', register, id, version, values: without(values, ahead), reason })
      places.push(row)
    }
    changes.push({
      row: row.row,
      key: row.key,
      label,
      kind: 'update',
      fields: differing.map(([field, to]) => ({ field, from: shown(field, before) ?? null, to })),
    })
  }
  if (!errors.length) await carryOutRows(gate, commands, (index) => places[index]?.row ?? 0, errors)
  if (!errors.length && later.length) {
    const versions = await load(
      gate,
      register,
      later.map(({ id }) => id),
    )
    const links = later.map(({ id, values }): Command => {
      const version = versions.get(id)?.record.version ?? 0
      return { do: 'update', register, id, version, values, reason }
    })
    await carryOutRows(gate, links, (index) => later[index]?.row ?? 0, errors)
  }
  errors.sort((one, other) => one.row - other.row)
  // A row may be found wrong only when it is carried out: then it is not among the changes either.
  const wrong = new Set(errors.map(({ row }) => row))
  const right = changes.filter(({ row }) => !wrong.has(row))
  const created = right.filter(({ kind }) => kind === 'create').length
  return {
    rows: given.length,
    created,
    updated: right.length - created,
    unchanged: given.length - right.length - wrong.size,
    errors: errors.slice(0, errorsShown),
    changes: right.slice(0, changesShown),
  }
}
