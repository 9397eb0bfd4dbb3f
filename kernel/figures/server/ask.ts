import { sql } from 'kysely'
import { mayOn } from '../../access/predicate.ts'
import { addDays, endOf } from '../../clocks/clock.ts'
import type { Catalogue } from '../../definition/catalogue.ts'
import type { Register } from '../../definition/register.ts'
import { quote, tableOf } from '../../store/columns.ts'
import { conditions } from '../../store/filter.ts'
import type { Ask, Sql } from '../figure.ts'

/** What questions are put against: the registers, where versions are kept, the day, and who asks. */
export interface Asker {
  readonly catalogue: Catalogue
  /** The schema of every version of every record. */
  readonly history: string
  /** The day of the question in Sweden. */
  readonly today: string
  readonly person: string | null
}

/** The register with this plural name, `informationAssets`. */
export function registerOf(catalogue: Catalogue, plural: string): Register {
  const found = catalogue.registers.find((register) => register.plural === plural)
  if (!found) throw new Error(`No register has the plural "${plural}"`)
  return found
}

/** The table of a register, as SQL. Which day it shows is decided when the transaction is opened. */
export const tableFor = (register: Register): Sql => sql.raw(quote(tableOf(register)))

const instant = (moment: Date): Sql => sql`${moment.toISOString()}::timestamptz`

export function askFor({ catalogue, history, today, person }: Asker): Ask {
  const startOf = (day: string) => sql`(${instant(endOf(addDays(day, -1)))} + interval '1 millisecond')`
  return {
    today,
    yearStart: `${today.slice(0, 4)}-01-01`,
    where: (plural, given = {}) => {
      const register = registerOf(catalogue, plural)
      const filters = Object.entries(given).flatMap(([name, values]) =>
        (typeof values === 'string' ? [values] : values).map((value) => [name, value] as const),
      )
      const parts = [sql`t.withdrawn_at is null`, ...conditions(catalogue, register, filters, { today, person })]
      return sql`select t.id from ${tableFor(register)} t where ${sql.join(parts, sql` and `)}`
    },
    moved: (plural, moves, from, to) => {
      const register = registerOf(catalogue, plural)
      const table = tableFor(register)
      return sql`select h.id, min(h.version_from) as at, max(h.version_from) as last from ${sql.raw(quote(history))}.${table} h
        where h.version_move = any (${moves}::text[]) and h.version_from >= ${startOf(from)} and h.version_from <= least(${instant(endOf(to))}, coalesce(as_of(), 'infinity'))
          and h.id in (select n.id from ${table} n where n.withdrawn_at is null) group by h.id`
    },
    readable: (plural, row) => sql.raw(mayOn(registerOf(catalogue, plural), 'read', row)),
    startOf,
    endOf: (day) => instant(endOf(day)),
  }
}
