import { comingsAndGoings, everyone } from './population.ts'
import { present } from './present.ts'
import { presentPeople } from './present-people.ts'
import { presentTraining, recentYears } from './present-training.ts'
import type { Moment } from './script.ts'
import { plan, protectedIdentities, training } from './training.ts'
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

/** The first day the story can be told on: what happens so many days before it must not reach into 2023. */
const earliest = '2024-10-01'

/**
 * Trygghetsverket from 2021 through the day before today, in the order of time and the same every time for the same day.
 * The years 2021–2023 do not depend on the day.
 * @param options.employees how many are employed and present on 31 December 2023; at least 100
 * @param options.today the day the story is told, in Sweden; from October 2024
 */
export function* story(options: { employees: number; today: string }): Generator<Moment> {
  const today = options.today < earliest ? earliest : options.today
  const people = everyone(Math.max(100, Math.floor(options.employees)))
  const planned = plan(people)
  const now = presentPeople(people, today)
  const told = together([
    written,
    comingsAndGoings(people),
    training(people, planned),
    protectedIdentities(people),
    now.moments,
    present(today),
    presentTraining(planned, now.people, today),
    protectedIdentities(now.people, recentYears(today)),
  ])
  for (const moment of told) {
    if (moment.at.slice(0, 10) >= today) return
    yield moment
  }
}
