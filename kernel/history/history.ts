import { diffWordsWithSpace } from 'diff'
import { sql } from 'kysely'
import { secrecyColumn } from '../access/predicate.ts'
import type { Catalogue } from '../definition/catalogue.ts'
import type { Register } from '../definition/register.ts'
import { notFound } from '../problems/problem.ts'
import { quote, tableOf } from '../store/columns.ts'
import type { Store, Transaction } from '../store/context.ts'
import { hiddenJson, rowJson } from '../store/present.ts'

export interface Piece {
  readonly op: 'same' | 'added' | 'removed'
  readonly text: string
}

/** One field that differs between two versions; texts also word by word. */
export interface FieldChange {
  readonly field: string
  readonly from: unknown
  readonly to: unknown
  readonly words?: Piece[]
}

/** One version in the story of a record. */
export interface Version {
  readonly version: number
  readonly at: string
  readonly by: { readonly id: string; readonly label: string } | null
  /** Whether the product itself made it, without anybody's hand: what follows from other records, and what clocks do. */
  readonly bySystem: boolean
  readonly operation: string
  readonly move: string | null
  readonly reason: string | null
  readonly changes: FieldChange[]
}

interface Row {
  readonly version: number
  readonly json: string
  /** The fields whose value is not for the one who reads. */
  readonly hidden: string[]
  readonly at: string
  readonly by: Version['by']
  readonly bySystem: boolean
  readonly operation: string
  readonly move: string | null
  readonly reason: string | null
}

/** How long, in milliseconds, may be spent on finding the words that differ between two versions: two long texts with nothing in common would take minutes. */
const patience = 300

/** The words that were added and removed between two texts; the whole of both where they have too little in common to tell in time. */
export function wordsBetween(from: string, to: string, timeout = patience): Piece[] {
  const found = timeout > 0 ? diffWordsWithSpace(from, to, { timeout }) : undefined
  if (!found) {
    return [
      { op: 'removed', text: from },
      { op: 'added', text: to },
    ]
  }
  return found.map(({ added, removed, value }) => ({
    op: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}

/** The fields that differ between two versions in the form of the API. */
export function changesBetween(
  register: Register,
  from: Readonly<Record<string, unknown>>,
  to: Readonly<Record<string, unknown>>,
  words: boolean,
): FieldChange[] {
  const until = performance.now() + patience
  const between = (one: unknown, other: unknown) =>
    wordsBetween(String(one ?? ''), String(other ?? ''), Math.ceil(until - performance.now()))
  return ['state', ...Object.keys(register.fields)].flatMap((field): FieldChange[] => {
    const one = from[field] ?? null
    const other = to[field] ?? null
    if (JSON.stringify(one) === JSON.stringify(other)) return []
    const definition = register.fields[field]
    const isText = definition?.kind === 'text' || definition?.kind === 'rich' || definition?.kind === 'structure'
    const said = (value: unknown) => (definition?.kind === 'structure' && value ? definition.inWords(value, 'sv') : value)
    return [{ field, from: one, to: other, ...(words && isText ? { words: between(said(one), said(other)) } : {}) }]
  })
}

export function versionsOf(
  tx: Transaction,
  store: Store,
  catalogue: Catalogue,
  register: Register,
  id: string,
  only: readonly number[] | null,
): Promise<Row[]> {
  const history = sql.raw(`${quote(store.schemas.history)}.${quote(tableOf(register))}`)
  const names = ['version', 'state', ...Object.keys(register.fields)]
  const person = catalogue.register('person')
  return tx.rows<Row>(
    sql`select t.version, ${sql.raw(rowJson(catalogue, register, names))} as json, ${sql.raw(hiddenJson(register))} as hidden, t.changed_at as at, t.version_operation as operation, t.version_move as move, t.version_reason as reason,
      (select json_build_object('id', x.id, 'label', x.${sql.raw(quote(person.title))}) from ${sql.raw(quote(tableOf(person)))} x where x.id = t.changed_by) as by, t.changed_by is null as "bySystem"
      from ${history} t where t.id = ${id}::uuid ${only ? sql`and t.version = any (${only}::integer[])` : sql``} order by t.version`,
  )
}

/** Whether a version of the record the actor may read has a secrecy marking, now or then. */
export async function wasSecret(tx: Transaction, store: Store, register: Register, id: string): Promise<boolean> {
  const column = secrecyColumn(register)
  if (!column) return false
  const history = sql.raw(`${quote(store.schemas.history)}.${quote(tableOf(register))}`)
  const rows = await tx.rows<{ secret: boolean }>(
    sql`select exists (select 1 from ${history} t where t.id = ${id}::uuid and t.${sql.raw(column)} is not null) as secret`,
  )
  return rows[0]?.secret ?? false
}

/** The story of a record, newest first. A record the actor may not read has no story. */
export async function story(tx: Transaction, store: Store, catalogue: Catalogue, register: Register, id: string): Promise<Version[]> {
  const rows = await versionsOf(tx, store, catalogue, register, id, null)
  if (!rows.length) throw notFound()
  let before: Record<string, unknown> = {}
  const told = rows.flatMap(({ json, hidden, ...facts }): Version[] => {
    const record = JSON.parse(json) as Record<string, unknown>
    const changes = changesBetween(register, before, record, false).filter(
      ({ to, from }) => !(from === null && (to === null || (Array.isArray(to) && to.length === 0))),
    )
    before = record
    // That something happened to a value one may not see is not told either.
    return hidden.length && facts.operation === 'update' && !changes.length ? [] : [{ ...facts, changes }]
  })
  return told.reverse()
}

/** The difference between any two versions of a record, texts word by word. */
export async function between(
  tx: Transaction,
  store: Store,
  catalogue: Catalogue,
  register: Register,
  id: string,
  from: number,
  to: number,
): Promise<FieldChange[]> {
  const rows = await versionsOf(tx, store, catalogue, register, id, [from, to])
  const find = (version: number) => rows.find((row) => row.version === version)
  const [one, other] = [find(from), find(to)]
  if (!one || !other) throw notFound()
  return changesBetween(register, JSON.parse(one.json) as Record<string, unknown>, JSON.parse(other.json) as Record<string, unknown>, true)
}
