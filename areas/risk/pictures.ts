import { addDays, addYears } from '#kernel/clocks/clock.ts'
import type { LossModel } from './loss-model.content.ts'
import type { RiskMethodContent } from './risk-method.content.ts'

/** What the pictures of risks are drawn from: the answers of `server/http/risk-pictures.ts`, and how they are put together. */

export interface Named {
  readonly id: string
  readonly label: string
}

/** What the pictures need of the risk method in force. */
export type PictureMethod = Pick<RiskMethodContent, 'consequence' | 'likelihood' | 'levels' | 'matrix' | 'appetite'> & {
  readonly id: string
}

/** How many open risks stand at a place of the matrix; null where nobody has judged. */
export interface Cell {
  readonly consequence: number | null
  readonly likelihood: number | null
  readonly level: number | null
  readonly count: number
}

/** A square of the matrix; null where nobody has judged. */
export interface Square {
  readonly consequence: number | null
  readonly likelihood: number | null
}

/** Why a risk has changed places on the list of the greatest. */
export interface Reason {
  readonly on: string
  readonly by: string | null
  readonly text: string | null
}

/** A risk among the greatest, now or at the time compared with. */
export interface RankedRisk {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly unit: Named | null
  readonly owner: Named | null
  readonly state: string
  readonly value: number | null
  readonly level: number | null
  /** Null where it is not among the open ones, now or then. */
  readonly rank: number | null
  readonly rankThen: number | null
  readonly valueThen: number | null
  readonly levelThen: number | null
  readonly inherent: Square
  readonly current: Square
  readonly target: Square
  readonly reason: Reason | null
}

/** The open risks at the end of a quarter. */
export interface Quarter {
  readonly day: string
  readonly levels: readonly { readonly level: number | null; readonly count: number }[]
}

/** Open decisions of a person now, and at the end of each quarter. */
export interface Waiting {
  readonly person: Named | null
  /** How many people with open decisions the row gathers, where it stands for all who are not shown one by one. */
  readonly others?: number
  readonly count: number
  readonly overdue: number
  /** Since when the oldest has waited. */
  readonly since: string | null
  /** How many waited at the end of each quarter, in the order of the quarters. */
  readonly before: readonly number[]
}

/** What is counted of the risks of a unit. */
export interface UnitCount {
  readonly levels: Readonly<Record<string, number>>
  readonly count: number
  readonly worst: number | null
  readonly overdue: number
}
export interface UnitRow extends UnitCount {
  readonly id: string
  readonly parent: string | null
  readonly label: string
  /** How far down the tree, 0 at the top. */
  readonly depth: number
}

/** An option to treat a risk that nobody has decided on yet: the recommended one, otherwise the cheapest. */
export interface ProposedOption extends Named {
  /** What it would cost the first year, in kronor. */
  readonly cost: number
  /** What the risk would become. */
  readonly value: number | null
  readonly level: number | null
  readonly recommended: boolean
  /** How many other options have a cost. */
  readonly others: number
}

/** What the actions of a risk cost against what they take away; and what is proposed for one that awaits a decision. */
export interface CostedRisk {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly value: number | null
  readonly level: number | null
  readonly targetValue: number | null
  readonly targetLevel: number | null
  readonly actions: number
  readonly planned: number | null
  readonly actual: number | null
  readonly proposed: ProposedOption | null
}

export interface PicturesAnswer {
  /** The day of the answer. */
  readonly today: string
  /** The day that is compared with. */
  readonly compared: string
  /** Whether there may be risks that the one who asks may not see. */
  readonly partial: boolean
  readonly unit: Named | null
  readonly method: PictureMethod | null
  readonly cells: readonly Cell[]
  readonly ranked: readonly RankedRisk[]
  readonly quarters: readonly Quarter[]
  readonly waiting: readonly Waiting[]
  readonly units: readonly UnitRow[]
  readonly costs: readonly CostedRisk[]
}

/** A risk whose cost has been estimated. */
export interface LossRisk {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly level: number | null
  readonly unit: Named | null
  readonly lossModel: LossModel
  readonly planned: number | null
  readonly actual: number | null
}

export interface LossesAnswer {
  readonly today: string
  readonly partial: boolean
  readonly unit: Named | null
  readonly appetite: RiskMethodContent['appetite']
  readonly risks: readonly LossRisk[]
  /** Open risks whose cost nobody has estimated. */
  readonly without: number
  /** Risks with an estimate beyond those answered, which are of the greatest value. */
  readonly left: number
}

/** The ends of the last quarters, the day itself last: a quarter under way stands with the figures of the day. */
export function quarterEnds(today: string, many: number): string[] {
  const year = Number(today.slice(0, 4))
  const quarter = Math.ceil(Number(today.slice(5, 7)) / 3)
  const ends = Array.from({ length: many - 1 }, (_, back) => {
    const index = year * 4 + quarter - 1 - back
    const first = `${Math.floor(index / 4)}-${String((index % 4) * 3 + 1).padStart(2, '0')}-01`
    return addDays(first, -1)
  })
  return [...ends.reverse(), today]
}

/** The day a year or a quarter before. */
export const dayBefore = (today: string, since: 'quarter' | 'year'): string =>
  since === 'year' ? addYears(today, -1) : (quarterEnds(today, 2)[0] ?? today)

/** The first so many people, and one row for all the others. */
export function firstOf(people: readonly Waiting[], most: number): readonly Waiting[] {
  const others = people.slice(most)
  const [some] = others
  if (!some) return people
  const sum = (of: (one: Waiting) => number) => others.reduce((whole, one) => whole + of(one), 0)
  return [
    ...people.slice(0, most),
    {
      person: null,
      others: sum(({ count }) => (count > 0 ? 1 : 0)),
      count: sum(({ count }) => count),
      overdue: sum(({ overdue }) => overdue),
      since: others.flatMap(({ since }) => since ?? []).toSorted()[0] ?? null,
      before: some.before.map((_, index) => sum(({ before }) => before[index] ?? 0)),
    },
  ]
}

interface UnitFact {
  readonly id: string
  readonly parent: string | null
  readonly label: string
}
interface CountFact {
  readonly unit: string
  readonly level: number | null
  readonly count: number
  readonly overdue: number
}

/**
 * What is counted of each unit with everything below it, top down and by name. A unit without risks below is left out; one whose
 * superior is unknown stands at the top, so that nothing counted is lost.
 */
export function rollUp(units: readonly UnitFact[], counts: readonly CountFact[]): UnitRow[] {
  const known = new Map(units.map((unit) => [unit.id, unit]))
  const below = new Map<string | null, UnitFact[]>()
  for (const unit of units) {
    const parent = unit.parent !== null && known.has(unit.parent) ? unit.parent : null
    below.set(parent, [...(below.get(parent) ?? []), unit])
  }
  const own = new Map<string, CountFact[]>()
  for (const fact of counts) own.set(fact.unit, [...(own.get(fact.unit) ?? []), fact])

  const gathered = (unit: UnitFact, depth: number, above: readonly string[]): UnitRow[] => {
    const children = (below.get(unit.id) ?? [])
      .filter((child) => !above.includes(child.id))
      .toSorted((one, other) => one.label.localeCompare(other.label, 'sv'))
    const rows = children.flatMap((child) => gathered(child, depth + 1, [...above, child.id]))
    const direct = rows.filter((row) => row.depth === depth + 1)
    const levels: Record<string, number> = {}
    const add = (level: string, count: number) => {
      levels[level] = (levels[level] ?? 0) + count
    }
    for (const { level, count } of own.get(unit.id) ?? []) add(level === null ? 'none' : String(level), count)
    for (const row of direct) for (const [level, count] of Object.entries(row.levels)) add(level, count)
    const count = Object.values(levels).reduce((sum, one) => sum + one, 0)
    if (count === 0) return []
    const valued = Object.keys(levels).flatMap((level) => (level === 'none' ? [] : [Number(level)]))
    const overdue = [...(own.get(unit.id) ?? []), ...direct].reduce((sum, one) => sum + one.overdue, 0)
    return [{ ...unit, depth, levels, count, worst: valued.length ? Math.max(...valued) : null, overdue }, ...rows]
  }
  return (below.get(null) ?? [])
    .toSorted((one, other) => one.label.localeCompare(other.label, 'sv'))
    .flatMap((top) => gathered(top, 0, [top.id]))
}
