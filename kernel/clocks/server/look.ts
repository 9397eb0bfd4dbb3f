import { sql } from 'kysely'
import type { Catalogue } from '../../definition/catalogue.ts'
import type { Register } from '../../definition/register.ts'
import { shapeOf } from '../../fields/field.ts'
import type { Sql } from '../../figures/figure.ts'
import { columnOf, quote, tableOf } from '../../store/columns.ts'
import type { Transaction } from '../../store/context.ts'
import { conditions } from '../../store/filter.ts'
import { addWorkingDays, latestLate, startOf } from '../calendar.ts'
import { addDays, dayIn } from '../clock.ts'
import type { ClockRule, ClockStage } from './clock-rule.ts'

/** Where clocks look: the registers, the schema of every version, and the moment it is. */
export interface Looking {
  readonly catalogue: Catalogue
  readonly history: string
  readonly now: Date
}

/** A record in which a clock has come to something that has not been told. */
export interface Hit {
  readonly id: string
  /** ISO 8601; for a day, its first moment in Sweden. */
  readonly due: string
  readonly stage: ClockStage
}

const hour = 3_600_000
/** How far back a look goes for changed records, in milliseconds: longer than any transaction that may still have been open at the look before. */
const margin = hour
/** How long a record in which a clock failed is left alone, in milliseconds. */
const patience = hour

export const isDayClock = (register: Register, rule: ClockRule): boolean => {
  const field = register.fields[rule.due]
  return field !== undefined && shapeOf(field).kind === 'date'
}

/** The conditions under which a clock runs, on alias `t`. */
export const running = ({ catalogue, now }: Pick<Looking, 'catalogue' | 'now'>, rule: ClockRule): Sql => {
  const register = catalogue.register(rule.on)
  const filters = Object.entries(rule.where ?? {}).flatMap(([name, given]) =>
    (typeof given === 'string' ? [given] : given).map((value) => [name, value] as const),
  )
  const due = sql.raw(`t.${quote(columnOf(rule.due))}`)
  const parts = [
    sql`t.withdrawn_at is null`,
    sql`${due} is not null`,
    ...conditions(catalogue, register, filters, { today: dayIn(now), person: null }),
  ]
  return sql.join(parts, sql` and `)
}

/** When a clock runs out, on alias `t`: a moment; for a day its first. */
export const dueOf = (register: Register, rule: ClockRule): Sql => {
  const column = `t.${quote(columnOf(rule.due))}`
  if (isDayClock(register, rule)) return sql.raw(`(${column}::timestamp at time zone 'Europe/Stockholm')`)
  return rule.hours ? sql`(${sql.raw(column)} + make_interval(hours => ${rule.hours}::integer))` : sql.raw(column)
}

/** What a clock has come to at a moment: the last day or moment that is warned of, the first that has not run out, the first that is not long since. */
function limits(day: boolean, rule: ClockRule, now: Date): { warn: Sql | null; due: Sql; late: Sql | null } {
  const today = dayIn(now)
  const { warn, after, hours = 0 } = rule
  const late = after && 'days' in after ? addDays(latestLate(today, after.days), 1) : null
  if (day)
    return {
      warn:
        warn === undefined
          ? null
          : typeof warn === 'number'
            ? sql`${addWorkingDays(today, warn)}::date`
            : sql`(${today}::date + ${warn.calendarDays})`,
      due: sql`${today}::date`,
      late: late === null ? null : sql`${late}::date`,
    }
  const at = (moment: number): Sql => sql`${new Date(moment - hours * hour).toISOString()}::timestamptz`
  const next = now.getTime() + 1
  return {
    warn:
      warn === undefined
        ? null
        : typeof warn === 'number'
          ? at(now.getTime() + warn * hour)
          : sql`(${at(now.getTime())} + make_interval(days => ${warn.calendarDays}))`,
    due: at(next),
    late: late !== null ? at(startOf(late).getTime()) : after && 'hours' in after ? at(next - after.hours * hour) : null,
  }
}

/** What a clock has come to in the record of alias `t`. */
export function stageAt(register: Register, rule: ClockRule, now: Date): { reached: Sql; stage: Sql } {
  const column = sql.raw(`t.${quote(columnOf(rule.due))}`)
  const { warn, due, late } = limits(isDayClock(register, rule), rule, now)
  return {
    reached: warn ? sql`${column} <= ${warn}` : sql`${column} < ${due}`,
    stage: sql`case ${late ? sql`when ${column} < ${late} and ${column} < ${due} then 'late'` : sql``} when ${column} < ${due} then 'due' else 'warn' end`,
  }
}

/**
 * The records in which a clock has come to something that has not been told, as a query with the columns of a hit. Where it has looked
 * before, only those are asked about that have passed a limit since, have been changed, or failed then: a million records that have long
 * been told of cost nothing.
 */
export function untold(looking: Looking, rule: ClockRule, since: Date | null, only: readonly string[] | null): Sql {
  const { catalogue, history, now } = looking
  const register = catalogue.register(rule.on)
  const name = sql.raw(quote(tableOf(register)))
  const column = sql.raw(`t.${quote(columnOf(rule.due))}`)
  const { reached, stage } = stageAt(register, rule, now)
  const due = dueOf(register, rule)
  // `offset 0`: first the records, by their day, then what has been told of them. The other way round the whole table is read in order.
  const select = (which: Sql): Sql => sql`
    select c.id, c.due, c.stage from (
      select t.id, ${due} as due, ${stage} as stage from ${name} t where ${which} and ${reached} and ${running(looking, rule)} offset 0) c
    where not exists (select from clock_firing f where f.record = c.id and f.clock = ${rule.key} and f.due = c.due and f.stage = c.stage)`
  if (only) return select(sql`t.id = any (${only}::uuid[])`)
  const rested = sql`not exists (select from clock_fault x where x.clock = ${rule.key} and x.record = t.id
    and x.last_at > ${new Date(now.getTime() - patience).toISOString()}::timestamptz)`
  if (!since) return select(rested)
  const [then, present] = [limits(isDayClock(register, rule), rule, since), limits(isDayClock(register, rule), rule, now)]
  const passed = [sql`(${column} >= ${then.due} and ${column} < ${present.due})`]
  if (then.warn && present.warn) passed.push(sql`(${column} > ${then.warn} and ${column} <= ${present.warn})`)
  if (then.late && present.late) passed.push(sql`(${column} >= ${then.late} and ${column} < ${present.late})`)
  return sql`${select(sql`(${sql.join(passed, sql` or `)})`)} union ${select(sql`t.id in (
      select h.id from ${sql.raw(quote(history))}.${name} h where h.version_to = 'infinity' and h.withdrawn_at is null
        and h.version_from >= ${new Date(since.getTime() - margin).toISOString()}::timestamptz) and ${rested}`)}
    union ${select(sql`t.id in (select x.record from clock_fault x where x.clock = ${rule.key}
        and x.last_at <= ${new Date(now.getTime() - patience).toISOString()}::timestamptz)`)}`
}

/** The most that one clock is given to do at a time. */
export const mostAtOnce = 1_000

/** What the clocks have come to that has not been told, by clock: one statement for all of them. */
export async function look(
  tx: Transaction,
  looking: Looking,
  rules: readonly ClockRule[],
  since: (rule: ClockRule) => Date | null = () => null,
): Promise<Map<ClockRule, Hit[]>> {
  if (!rules.length) return new Map()
  const parts = rules.map(
    (rule, index): Sql =>
      sql`(select ${index}::integer as rule, u.id, u.due, u.stage from (${untold(looking, rule, since(rule), null)}) u limit ${mostAtOnce})`,
  )
  const rows = await tx.rows<{ rule: number; id: string; due: Date; stage: ClockStage }>(sql`${sql.join(parts, sql` union all `)}`)
  const found = new Map<ClockRule, Hit[]>()
  for (const { rule: index, id, due, stage } of rows) {
    const rule = rules[index]
    if (!rule) continue
    found.set(rule, [...(found.get(rule) ?? []), { id, due: due.toISOString(), stage }])
  }
  return found
}

/** The same for some records of one clock. */
export async function lookAt(tx: Transaction, looking: Looking, rule: ClockRule, ids: readonly string[]): Promise<Hit[]> {
  const rows = await tx.rows<{ id: string; due: Date; stage: ClockStage }>(
    sql`select u.id, u.due, u.stage from (${untold(looking, rule, null, ids)}) u order by u.id`,
  )
  return rows.map(({ id, due, stage }) => ({ id, due: due.toISOString(), stage }))
}
