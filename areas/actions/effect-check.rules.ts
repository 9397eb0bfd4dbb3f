import { addMonths } from '#kernel/clocks/clock.ts'
import { effectCheckTimes } from './data/effect-check.ts'

/** The last day to check whether an action had effect, from the day it was done and its priority. */
export function checkDay(doneOn: string, priority: unknown): string {
  const times = effectCheckTimes.findLast(({ validFrom }) => validFrom <= doneOn) ?? effectCheckTimes[0]
  const months = priority === 1 || priority === 2 || priority === 3 ? times?.months[priority] : times?.otherwise
  return addMonths(doneOn, months ?? 6)
}
