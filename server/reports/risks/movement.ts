import { versionsOf } from '#kernel/history/history.ts'
import type { Json, Reading } from '../records.ts'
import { isOpen, type RiskTold } from './standing.ts'

export type MovementKind = 'risen' | 'fallen' | 'new' | 'closed'

/** How a risk has moved between two days. */
export interface Movement {
  readonly kind: MovementKind
  readonly risk: RiskTold
  /** As it was on the earlier day; null where it was not there. */
  readonly before: RiskTold | null
  /** The reason given, where one was. */
  readonly why: string | null
}

/** What the risks have done since an earlier day: risen, fallen, come, been closed. One that stands as it stood is left out. */
export function movements(before: readonly RiskTold[], now: readonly RiskTold[]): Movement[] {
  const earlier = new Map(before.map((risk) => [risk.id, risk]))
  return now.flatMap((risk): Movement[] => {
    const found = earlier.get(risk.id) ?? null
    const moved = (kind: MovementKind): Movement[] => [{ kind, risk, before: found, why: null }]
    if (!found || !isOpen(found)) return isOpen(risk) ? moved('new') : []
    if (!isOpen(risk)) return moved('closed')
    if (risk.value === null || found.value === null || risk.value === found.value) return []
    return moved(risk.value > found.value ? 'risen' : 'fallen')
  })
}

const judged = ['state', 'consequence', 'likelihood', 'value']

/** The reason a person gave for the change that made the movement, or for the latest one where that has none. */
async function reasonOf(reading: Reading, { risk }: Movement, from: Date, until: Date | null): Promise<string | null> {
  const { services, tx } = reading
  const rows = await versionsOf(tx, services.store, services.catalogue, services.catalogue.register('risk'), risk.id, null)
  const records = rows.map(({ json }) => JSON.parse(json) as Json)
  const given = rows.flatMap(({ at, reason, bySystem }, index) => {
    const said = reason?.trim()
    if (!said || bySystem || new Date(at) <= from || (until && new Date(at) > until)) return []
    const [now, before] = [records[index], records[index - 1]]
    return [{ said, made: judged.some((name) => now?.[name] !== before?.[name]) }]
  })
  return (given.findLast(({ made }) => made) ?? given.at(-1))?.said ?? null
}

/** The movements with their reasons, read from the history of each risk that is told of. */
export async function withReasons(
  reading: Reading,
  moved: readonly Movement[],
  from: Date,
  until: Date | null,
): Promise<readonly Movement[]> {
  const told: Movement[] = []
  for (const movement of moved) told.push({ ...movement, why: await reasonOf(reading, movement, from, until) })
  return told
}
