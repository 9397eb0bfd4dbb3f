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

/** The reason of the change that made the movement; of the latest change with a reason where that one has none. */
async function reasonOf(reading: Reading, { kind, risk }: Movement, from: Date, until: Date | null): Promise<string | null> {
  const { services, tx } = reading
  const rows = await versionsOf(tx, services.store, services.catalogue, services.catalogue.register('risk'), risk.id, null)
  const told = rows.map(({ json, ...row }, index) => {
    const record = JSON.parse(json) as Json
    const earlier = index ? (JSON.parse(rows[index - 1]?.json ?? '{}') as Json) : {}
    return { ...row, made: record.value !== earlier.value || (kind === 'closed' && row.move === 'close') }
  })
  const within = told.filter(({ at, reason }) => new Date(at) > from && (!until || new Date(at) <= until) && reason?.trim())
  return (within.findLast(({ made }) => made) ?? (kind === 'new' ? undefined : within.at(-1)))?.reason?.trim() ?? null
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
