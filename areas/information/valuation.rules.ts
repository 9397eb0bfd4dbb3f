import { type Aspect, aspects, type Need } from '../scales/needs.ts'
import type { ModelContent } from './classification-model.content.ts'
import { noNeed } from './inheritance.ts'

/** One judgement: an aspect, a consequence category, and how serious it would be. */
export interface Cell {
  readonly aspect: string
  readonly category: string
  readonly level: number | null
}

/** What the judgements of a classification come to. */
export interface Valued {
  readonly need: Need
  /** The highest of the aspects that are the authority's own, beside K, R, T and S. */
  readonly highestOther: number | null
  /** How many places in the matrix have no judgement yet. */
  readonly left: number
}

export const isCommonAspect = (key: string): key is Aspect => aspects.some((aspect) => aspect === key)

/** The worst consequence decides, aspect by aspect. A judgement that the model has no place for counts for nothing. */
export function valued(content: Pick<ModelContent, 'aspects' | 'categories' | 'levels'>, cells: readonly Cell[]): Valued {
  const levels = new Set(content.levels.map(({ level }) => level))
  const categories = new Set(content.categories.map(({ key }) => key))
  const need: Record<Aspect, number | null> = { ...noNeed }
  let highestOther: number | null = null
  let found = 0
  const own = new Set(content.aspects.map(({ key }) => key))
  for (const { aspect, category, level } of cells) {
    if (level === null || !levels.has(level) || !categories.has(category) || !own.has(aspect)) continue
    found += 1
    if (isCommonAspect(aspect)) need[aspect] = Math.max(need[aspect] ?? 0, level)
    else highestOther = Math.max(highestOther ?? 0, level)
  }
  return { need, highestOther, left: content.aspects.length * content.categories.length - found }
}

/** The category that gives an aspect its level, and why; the first in the order of the model where several do. */
export function worstOf<C extends Cell>(content: Pick<ModelContent, 'categories'>, cells: readonly C[], aspect: string): C | null {
  const order = new Map(content.categories.map(({ key }, at) => [key, at]))
  const mine = cells.filter((cell) => cell.aspect === aspect && cell.level !== null && order.has(cell.category))
  return (
    mine.sort(
      (one, other) => (other.level ?? 0) - (one.level ?? 0) || (order.get(one.category) ?? 0) - (order.get(other.category) ?? 0),
    )[0] ?? null
  )
}
