import { sql } from 'kysely'
import type { Ask, Better, Figure, Sql, Unit } from '../figure.ts'

type Conditions = Readonly<Record<string, string | readonly string[]>>
type Told = Pick<Figure, 'key' | 'label' | 'definition'>

/** Conditions, or a function of the question where they depend on its day. */
type Asked = Conditions | ((ask: Ask) => Conditions)

const conditionsOf = (asked: Asked, ask: Ask): Conditions => (typeof asked === 'function' ? asked(ask) : asked)

/** A number of records that is unknown, rather than zero, while the register holds nothing at all. */
export const unlessEmpty = (register: string, ask: Ask, value: Sql): Sql => sql`case when exists (${ask.where(register)}) then ${value} end`

/** Counts the records of a register that answer conditions. Unknown while the register is empty. */
export const counting = (told: Told & { better: Better; of: string; where?: Asked }): Figure => ({
  key: told.key,
  label: told.label,
  definition: told.definition,
  unit: 'count',
  better: told.better,
  register: told.of,
  records: (ask) => ask.where(told.of, conditionsOf(told.where ?? {}, ask)),
  value: (ask, total) => unlessEmpty(told.of, ask, total),
})

/** Counts the records a query gives. Unknown while the register is empty. */
export const countingRecords = (told: Told & { better: Better; of: string; records: (ask: Ask) => Sql }): Figure => ({
  key: told.key,
  label: told.label,
  definition: told.definition,
  unit: 'count',
  better: told.better,
  register: told.of,
  records: told.records,
  value: (ask, total) => unlessEmpty(told.of, ask, total),
})

/** The share of a whole, rounded to four decimals; unknown where the whole is empty. */
export const shareOf = (part: Sql, whole: Sql): Sql => sql`round(${part}::numeric / nullif(${whole}, 0), 4)`

/** The share, of the records `among` some of a register, of those for which `that` holds too. The records counted are those for which both hold. */
export const share = (told: Told & { of: string; better?: Better; among?: Asked; that: Asked }): Figure => {
  const among = (ask: Ask) => conditionsOf(told.among ?? {}, ask)
  return {
    key: told.key,
    label: told.label,
    definition: told.definition,
    unit: 'share',
    better: told.better ?? 'higher',
    register: told.of,
    records: (ask) => ask.where(told.of, both(among(ask), conditionsOf(told.that, ask))),
    value: (ask, total) => shareOf(total, sql`(select count(*) from (${ask.where(told.of, among(ask))}) whole)`),
  }
}

/** Two sets of conditions at once; a field named in both must answer both. */
function both(one: Conditions, other: Conditions): Conditions {
  const joined: Record<string, readonly string[]> = {}
  for (const conditions of [one, other])
    for (const [name, given] of Object.entries(conditions))
      joined[name] = [...(joined[name] ?? []), ...(typeof given === 'string' ? [given] : given)]
  return joined
}

/** A value worked out from records: a median, a sum, a level. Unknown where it comes out as null. */
export const measuring = (
  told: Told & { unit: Unit; better: Better; of: string; records: (ask: Ask) => Sql; value: (ask: Ask, total: Sql) => Sql },
): Figure => ({
  key: told.key,
  label: told.label,
  definition: told.definition,
  unit: told.unit,
  better: told.better,
  register: told.of,
  records: told.records,
  value: told.value,
})
