import { sql } from 'kysely'
import type { Text } from '../language/text.ts'
import { invalid } from '../problems/problem.ts'
import { columnOf, quote, tableOf } from '../store/columns.ts'
import { isSecret } from '../store/secret.ts'
import { differs, idsIn, isOf, isWithdrawn } from './changes.ts'
import type { CommandFault } from './command.ts'
import { cycleThrough } from './cycle.ts'
import type { Effect } from './effect.ts'

interface Row {
  readonly id: string
  readonly name: string
  readonly secret: boolean
  readonly next: string[]
}

export interface CycleWords {
  /** Said of a record that leads to itself. */
  readonly itself: Text
  /** Stands for a record with a secrecy marking, which is not named to whoever happened upon it. */
  readonly another: Text
}

function told(path: readonly string[], rows: ReadonlyMap<string, Row>, words: CycleWords): Text {
  if (path.length === 1) return words.itself
  const names = (hidden: string) => {
    const each = path.map((id, at) => (at > 0 && rows.get(id)?.secret ? hidden : `”${rows.get(id)?.name ?? hidden}”`))
    return [...each, each[0]].join(' → ')
  }
  return {
    sv: `Beroendena går i cirkel: ${names(words.another.sv)}. Ta bort något av dem.`,
    en: `The dependencies go round: ${names(words.another.en)}. Remove one of them.`,
  }
}

/** Refuses records of a register that by a field lead to themselves, directly or through others; in an import every row on the cycle is told. */
export const cyclesRefusedIn = (name: string, field: string, words: CycleWords): Effect => ({
  on: [name],
  follow: async (gate, changed) => {
    const given = changed.filter(
      (change) => isOf(name)(change) && !isWithdrawn(change) && differs(change, [field]) && idsIn(change.after[field]).length > 0,
    )
    if (!given.length) return {}
    const register = gate.catalogue.register(name)
    const table = sql.raw(quote(tableOf(register)))
    const column = sql.raw(`t.${quote(columnOf(field))}`)
    const rows = await gate.tx.rows<Row>(sql`
      with recursive reached (id) as (
        select unnest(${given.map(({ written }) => written.id)}::uuid[])
        union
        select onward.id from reached r join ${table} t on t.id = r.id and t.withdrawn_at is null cross join lateral unnest(${column}) onward (id)
      ) select t.id, t.${sql.raw(quote(columnOf(register.title)))} as name, ${sql.raw(isSecret(register))} as secret, ${column} as next
        from ${table} t join reached using (id) where t.withdrawn_at is null`)
    const byId = new Map(rows.map((row) => [row.id, row]))
    const next = new Map(rows.map((row) => [row.id, row.next.filter((to) => byId.has(to))]))
    const faults = given.flatMap(({ index, written }): CommandFault[] => {
      const path = cycleThrough(written.id, next)
      return path ? [{ index, problem: invalid([{ field, code: 'cycle', message: told(path, byId, words) }]).problem }] : []
    })
    return { faults }
  },
})
