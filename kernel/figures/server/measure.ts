import { sql } from 'kysely'
import type { Transaction } from '../../store/context.ts'
import type { Figure, Matter, Measured, Sql } from '../figure.ts'
import { type Asker, askFor } from './ask.ts'

/** Measures any number of figures with one statement, as the records stand in the transaction. */
export async function measure(tx: Transaction, asker: Asker, figures: readonly Figure[]): Promise<Map<string, Measured>> {
  if (figures.length === 0) return new Map()
  const ask = askFor(asker)
  const parts = figures.map(
    (figure): Sql =>
      sql`(select ${figure.key}::text as key, (${figure.value(ask, sql`c.total`)})::double precision as value, c.total
        from (select count(*)::integer as total from (${figure.records(ask)}) r) c)`,
  )
  const rows = await tx.rows<{ key: string; value: number | null; total: number }>(sql`${sql.join(parts, sql` union all `)}`)
  return new Map(rows.map(({ key, value, total }) => [key, { value, total }]))
}

/** The records a figure was counted from, in a fixed order; only those the actor may read. */
export async function recordsOf(tx: Transaction, asker: Asker, figure: Pick<Figure | Matter, 'records'>): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`select r.id from (${figure.records(askFor(asker))}) r order by r.id`)
  return rows.map(({ id }) => id)
}

/** The records behind each of several figures, with one statement. */
export async function recordsOfAll(tx: Transaction, asker: Asker, figures: readonly Figure[]): Promise<Map<string, string[]>> {
  if (figures.length === 0) return new Map()
  const ask = askFor(asker)
  const parts = figures.map(
    (figure): Sql =>
      sql`(select ${figure.key}::text as key, coalesce(array_agg(r.id::text order by r.id), '{}') as ids from (${figure.records(ask)}) r)`,
  )
  const rows = await tx.rows<{ key: string; ids: string[] }>(sql`${sql.join(parts, sql` union all `)}`)
  return new Map(rows.map(({ key, ids }) => [key, ids]))
}

/** A matter on the day: how many records, and how many days the oldest has waited or been late. */
export interface Counted {
  readonly count: number
  readonly days: number
}

/** Counts any number of matters with one statement. */
export async function countMatters(tx: Transaction, asker: Asker, matters: readonly Matter[]): Promise<Map<string, Counted>> {
  if (matters.length === 0) return new Map()
  const ask = askFor(asker)
  const parts = matters.map(
    (matter): Sql =>
      sql`(select ${matter.key}::text as key, count(*)::integer as count, coalesce(${ask.today}::date - min(m.since), 0)::integer as days from (${matter.records(ask)}) m)`,
  )
  const rows = await tx.rows<{ key: string; count: number; days: number }>(sql`${sql.join(parts, sql` union all `)}`)
  return new Map(rows.map(({ key, count, days }) => [key, { count, days }]))
}
