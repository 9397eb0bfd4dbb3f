import { sql } from 'kysely'
import { secrecyColumn } from '../../access/predicate.ts'
import type { Register } from '../../definition/register.ts'
import type { Sql } from '../../figures/figure.ts'
import type { Text } from '../../language/text.ts'
import { called } from '../../store/called.ts'
import { columnOf, quote, tableOf } from '../../store/columns.ts'
import type { Transaction } from '../../store/context.ts'
import { startOf } from '../calendar.ts'
import { addDays } from '../clock.ts'
import type { ClockRecord, ClockRule } from './clock-rule.ts'
import { dueOf, isDayClock, type Looking, running } from './look.ts'

/** A clock that runs for somebody. */
export interface RunningClock {
  readonly key: string
  /** The register, camelCase plural. */
  readonly register: string
  readonly id: string
  /** What the record is a part of, and is read in. */
  readonly whole: { readonly register: string; readonly id: string } | null
  readonly reference: string | null
  /** The name of the record; null where it has a secrecy marking. */
  readonly title: string | null
  readonly label: Text
  readonly basis: Text
  /** A day, `2026-12-31`, or a moment, ISO 8601. */
  readonly due: string
  readonly late: boolean
  /** The names of those it runs for. */
  readonly who: readonly string[]
}

const nothing = sql`false`

function wholeOf({ catalogue }: Looking, register: Register, record: ClockRecord): RunningClock['whole'] {
  const name = register.scope?.partOf ?? ''
  const field = register.fields[name]
  const id = record[columnOf(name)]
  return field?.kind === 'link' && typeof id === 'string' ? { register: catalogue.register(field.to).plural, id } : null
}

/** True for the rows of alias `t` in which the clock runs for the actor: he is named in one of the fields it tells, or has the role. */
function mine({ catalogue }: Looking, tx: Transaction, rule: ClockRule): Sql {
  const register = catalogue.register(rule.on)
  if (rule.tell.roles?.some((role) => tx.actor.roles.includes(role))) return sql`true`
  const fields = (rule.tell.fields ?? []).map((name) => {
    const column = `t.${quote(columnOf(name))}`
    return sql.raw(register.fields[name]?.kind === 'links' ? `(select actor()) = any (${column})` : `${column} = (select actor())`)
  })
  return fields.length ? sql`(${sql.join(fields, sql` or `)})` : nothing
}

/**
 * The clocks that run for the one who asks, the earliest due first, as they stand in the transaction: today or as of a day.
 * @param until the last day to look to
 */
export async function runningFor(
  tx: Transaction,
  looking: Looking,
  rules: readonly ClockRule[],
  until: string,
  most: number,
): Promise<RunningClock[]> {
  if (tx.actor.person === null || !rules.length) return []
  const parts = rules.map((rule, index): Sql => {
    const register = looking.catalogue.register(rule.on)
    const due = dueOf(register, rule)
    const secrecy = secrecyColumn(register)
    const title = called(looking.catalogue, register)
    const who = (rule.tell.fields ?? []).map((name) => {
      const column = `t.${quote(columnOf(name))}`
      return register.fields[name]?.kind === 'links' ? column : `array[${column}]`
    })
    return sql`(select ${index}::integer as rule, t.id, ${register.reference ? sql`t.reference` : sql`null::text`} as reference,
        ${secrecy ? sql`case when t.${sql.raw(quote(secrecy))} is null then ${title} end` : title} as title,
        ${sql.raw(`t.${quote(columnOf(rule.due))}::text`)} as day, ${due} as due, to_jsonb(t) as record,
        (select coalesce(array_agg(p.name order by p.name), '{}') from person p where p.id = any (${sql.raw(who.length ? `(${who.join(' || ')})` : `'{}'::uuid[]`)})) as who
      from ${sql.raw(quote(tableOf(register)))} t
      where ${running(looking, rule)} and ${mine(looking, tx, rule)} and ${due} < (${until}::date + 1)::timestamp at time zone 'Europe/Stockholm'
      order by due, t.id limit ${most})`
  })
  const rows = await tx.rows<{
    rule: number
    id: string
    reference: string | null
    title: string | null
    day: string
    due: Date
    record: ClockRecord
    who: string[]
  }>(sql`select * from (${sql.join(parts, sql` union all `)}) r order by r.due, r.rule, r.id limit ${most}`)
  return rows.flatMap(({ rule: index, id, reference, title, day, due, record, who }): RunningClock[] => {
    const rule = rules[index]
    if (!rule) return []
    const register = looking.catalogue.register(rule.on)
    const isDay = isDayClock(register, rule)
    const ends = isDay ? startOf(addDays(day, 1)) : due
    return [
      {
        key: rule.key,
        register: register.plural,
        id,
        whole: wholeOf(looking, register, record),
        reference,
        title,
        label: rule.label,
        basis: typeof rule.basis === 'function' ? rule.basis(record) : rule.basis,
        due: isDay ? day : due.toISOString(),
        late: ends <= looking.now,
        who,
      },
    ]
  })
}
