import { type Aspect, aspects, type Need } from '../scales/needs.ts'

/** Nothing is known of any aspect. */
export const noNeed: Need = { confidentiality: null, integrity: null, availability: null, traceability: null }

const eachAspect = (value: (aspect: Aspect) => number | null): Need => ({
  confidentiality: value('confidentiality'),
  integrity: value('integrity'),
  availability: value('availability'),
  traceability: value('traceability'),
})

const higherOf = (one: number | null, other: number | null): number | null =>
  one === null ? other : other === null ? one : Math.max(one, other)

/** The higher of two needs, aspect by aspect; what is unknown adds nothing. */
export const higher = (one: Need, other: Need): Need => eachAspect((aspect) => higherOf(one[aspect], other[aspect]))

/** What holds: the value set by hand where there is one, otherwise what is inherited, aspect by aspect. */
export const holds = (inherited: Need, set: Need): Need => eachAspect((aspect) => set[aspect] ?? inherited[aspect])

export const sameNeed = (one: Need, other: Need): boolean => aspects.every((aspect) => one[aspect] === other[aspect])

/** Something in the chain of what carries what. */
export interface Carrier {
  readonly id: string
  /** What comes to it from outside the graph: the need of the information itself, or of what lies upstream and does not change. */
  readonly from: Need
  /** What is set by hand; it holds instead of what is inherited and flows on. */
  readonly set: Need
}

/** The need flows from one to the other: information to the system that holds it, system to the system or supplier it depends on. */
export interface Carrying {
  readonly from: string
  readonly to: string
}

export interface Inherited {
  readonly inherited: Need
  readonly holding: Need
}

/**
 * Lets needs flow through the graph: each inherits, aspect by aspect, the highest of what holds for those before it. The answer is the
 * least one that satisfies this, so it does not depend on the order of nodes or edges, and a cycle (which older data may hold)
 * gives nobody more than what flows into it.
 */
export function inherit(carriers: readonly Carrier[], carrying: readonly Carrying[]): Map<string, Inherited> {
  const setOf = new Map(carriers.map(({ id, set }) => [id, set]))
  const found = new Map(carriers.map(({ id, from, set }) => [id, { inherited: from, holding: holds(from, set) }]))
  const next = new Map<string, string[]>()
  for (const { from, to } of carrying) {
    if (!found.has(from) || !found.has(to)) continue
    const known = next.get(from)
    if (known) known.push(to)
    else next.set(from, [to])
  }
  const waiting = new Set(found.keys())
  for (const id of waiting) {
    waiting.delete(id)
    const flows = found.get(id)?.holding ?? noNeed
    for (const to of next.get(id) ?? []) {
      const before = found.get(to)?.inherited ?? noNeed
      const inherited = higher(before, flows)
      if (sameNeed(before, inherited)) continue
      found.set(to, { inherited, holding: holds(inherited, setOf.get(to) ?? noNeed) })
      waiting.add(to)
    }
  }
  return found
}
