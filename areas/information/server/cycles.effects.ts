import { sql } from 'kysely'
import { differs, idsIn, isWithdrawn } from '#kernel/gate/changes.ts'
import type { CommandFault } from '#kernel/gate/command.ts'
import type { Effect } from '#kernel/gate/effect.ts'
import type { Text } from '#kernel/language/text.ts'
import { invalid } from '#kernel/problems/problem.ts'
import { cycleThrough } from '../inheritance.ts'

interface Row {
  readonly id: string
  readonly name: string
  readonly secret: boolean
  readonly dependsOn: string[]
}

/** The systems of a cycle, by name; one with a secrecy marking is not named to whoever happened upon it. */
function told(path: readonly string[], rows: ReadonlyMap<string, Row>): Text {
  if (path.length === 1) return { sv: 'Ett system kan inte vara beroende av sig självt.', en: 'A system cannot depend on itself.' }
  const names = (hidden: string) => {
    const each = path.map((id, at) => (at > 0 && rows.get(id)?.secret ? hidden : `”${rows.get(id)?.name ?? hidden}”`))
    return [...each, each[0]].join(' → ')
  }
  return {
    sv: `Beroendena går i cirkel: ${names('ett annat system')}. Ta bort något av dem.`,
    en: `The dependencies go round: ${names('another system')}. Remove one of them.`,
  }
}

/** Refuses systems that depend on themselves, directly or through others; in an import every row on the cycle is told. */
export const cyclesRefused: Effect = {
  on: ['system'],
  follow: async (gate, changed) => {
    const given = changed.filter(
      (change) => !isWithdrawn(change) && differs(change, ['dependsOn']) && idsIn(change.after.dependsOn).length > 0,
    )
    if (!given.length) return {}
    const rows = await gate.tx.rows<Row>(sql`
      with recursive reached (id) as (
        select unnest(${given.map(({ written }) => written.id)}::uuid[])
        union
        select onward.id from reached r join system s on s.id = r.id and s.withdrawn_at is null cross join lateral unnest(s.depends_on) onward (id)
      ) select s.id, s.name, s.marking is not null as secret, s.depends_on as "dependsOn" from system s join reached using (id) where s.withdrawn_at is null`)
    const byId = new Map(rows.map((row) => [row.id, row]))
    const next = new Map(rows.map(({ id, dependsOn }) => [id, dependsOn.filter((to) => byId.has(to))]))
    const faults = given.flatMap(({ index, written }): CommandFault[] => {
      const path = cycleThrough(written.id, next)
      return path ? [{ index, problem: invalid([{ field: 'dependsOn', code: 'cycle', message: told(path, byId) }]).problem }] : []
    })
    return { faults }
  },
}
