import { comingsAndGoings, everyone } from './population.ts'
import type { Moment } from './script.ts'
import { protectedIdentities, training } from './training.ts'
import { written } from './written.ts'

export { cast } from './organisation.ts'
export type { Moment } from './script.ts'

/** Several stories, each in the order of time, told as one; where two things happen at once the earlier story goes first. */
function* together(stories: readonly Iterable<Moment>[]): Generator<Moment> {
  const tellers = stories.map((story) => {
    const teller = story[Symbol.iterator]()
    return { teller, next: teller.next() }
  })
  for (;;) {
    let first: (typeof tellers)[number] | undefined
    for (const each of tellers) {
      if (each.next.done) continue
      if (!first || Date.parse(each.next.value.at) < Date.parse(first.next.value.at)) first = each
    }
    if (!first || first.next.done) return
    yield first.next.value
    first.next = first.teller.next()
  }
}

/**
 * The three years 2021–2023 of Trygghetsverket, and the first weeks of 2024, in the order of time and the same every time.
 * @param options.employees how many are employed and present on 31 December 2023; at least 100
 */
export function* story(options: { employees: number }): Generator<Moment> {
  const people = everyone(Math.max(100, Math.floor(options.employees)))
  yield* together([written, comingsAndGoings(people), training(people), protectedIdentities(people)])
}
