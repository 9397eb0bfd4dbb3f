import { sql } from 'kysely'
import type { Transaction } from '../../store/context.ts'
import type { Figure, Matter, Measured, Sql } from '../figure.ts'
import { type Asker, askFor } from './ask.ts'

/**
 * Prepares a transaction for questions about whole sets of records. Their statements are long and their plans do not depend on
 * the day asked about, so a plan made once is kept for the connection; and they join sets, where going through one record at a
 * time (which the database chooses when it believes the sets to be small, as it always does of the past) is ruinous.
 */
export const askAboutSets = (tx: Transaction) =>
  tx.rows<object>(sql`select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_nestloop', 'off', true)`)

/** Measures any number of figures with one statement, as the records stand in the transaction; with the records behind them where `records` is set. */
export async function measure(tx: Transaction, asker: Asker, figures: readonly Figure[], records = false): Promise<Map<string, Measured>> {
  if (figures.length === 0) return new Map()
  const ask = askFor(asker)
  await askAboutSets(tx)
  const ids = records ? sql`coalesce(array_agg(r.id::text order by r.id), '{}')` : sql`'{}'::text[]`
  const parts = figures.map(
    (figure): Sql =>
      sql`(select ${figure.key}::text as key, (${figure.value(ask, sql`c.total`)})::double precision as value, c.total, c.ids
        from (select count(*)::integer as total, ${ids} as ids from (${figure.records(ask)}) r) c)`,
  )
  const rows = await tx.rows<Measured & { key: string }>(sql`${sql.join(parts, sql` union all `)}`)
  return new Map(rows.map(({ key, ...measured }) => [key, measured]))
}

/** The records a figure was counted from, in a fixed order; only those the actor may read. */
export async function recordsOf(tx: Transaction, asker: Asker, figure: Pick<Figure | Matter, 'records'>): Promise<string[]> {
  await askAboutSets(tx)
  const rows = await tx.rows<{ id: string }>(sql`select r.id from (${figure.records(askFor(asker))}) r order by r.id`)
  return rows.map(({ id }) => id)
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
  await askAboutSets(tx)
  const parts = matters.map(
    (matter): Sql =>
      sql`(select ${matter.key}::text as key, count(*)::integer as count, coalesce(${ask.today}::date - min(m.since), 0)::integer as days from (${matter.records(ask)}) m)`,
  )
  const rows = await tx.rows<{ key: string; count: number; days: number }>(sql`${sql.join(parts, sql` union all `)}`)
  return new Map(rows.map(({ key, count, days }) => [key, { count, days }]))
}
