import { sql } from 'kysely'
import type { Transaction } from '../../store/context.ts'
import type { ClockRule } from './clock-rule.ts'
import { type Looking, untold } from './look.ts'

/** Whether the clock has ever looked. */
export async function hasBegun(tx: Transaction, rule: ClockRule): Promise<boolean> {
  return (await tx.rows<object>(sql`select from clock_firing where clock = ${rule.key} and stage = 'begun' limit 1`)).length > 0
}

/** How long ago something may have been passed and still be told of when a clock looks for the first time, in days. */
const fresh = 14

/**
 * The first look of a clock, in a database that has lived without it: what it would have come to more than two weeks ago counts as told,
 * so that nobody is flooded. A clock that also does something does it whenever it should have been done.
 */
export async function begin(tx: Transaction, looking: Looking, rule: ClockRule): Promise<void> {
  const begun = await tx.rows<object>(
    sql`insert into clock_firing (record, clock, due, stage) values ('00000000-0000-0000-0000-000000000000', ${rule.key}, '2000-01-01', 'begun') on conflict do nothing returning 1 as one`,
  )
  if (!begun.length || rule.act) return
  const then = { ...looking, now: new Date(looking.now.getTime() - fresh * 86_400_000) }
  await tx.rows<object>(sql`insert into clock_firing (record, clock, due, stage)
    select u.id, ${rule.key}, u.due, s.stage from (${untold(then, rule, null, null)}) u
      cross join lateral unnest(case u.stage when 'late' then '{warn,due,late}'::text[] when 'due' then '{warn,due}' else '{warn}' end) as s(stage)
    on conflict do nothing`)
}

/**
 * Settles the clocks of a demonstration when its years have been played: what passed more than two weeks ago counts as told, what was said
 * in those years as read, and nothing of it is sent by e-mail.
 */
export async function settleClocks(tx: Transaction, looking: Looking, rules: readonly ClockRule[]): Promise<void> {
  for (const rule of rules) await begin(tx, looking, rule)
  const recent = new Date(looking.now.getTime() - fresh * 86_400_000).toISOString()
  await tx.rows<object>(
    sql`update notice set mail = 'none', read_at = case when made_at < ${recent}::timestamptz then made_at end where mail = 'waiting'`,
  )
}
