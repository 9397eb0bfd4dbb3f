/** From which day an interval holds, and how many months after an action is done its effect is to be checked at the latest. */
interface EffectCheckTimes {
  readonly validFrom: string
  /** By the action's priority: 1 low, 2 medium, 3 high. */
  readonly months: Readonly<Record<1 | 2 | 3, number>>
  /** For an action without a priority. */
  readonly otherwise: number
}

/**
 * When the effect of an action is checked: Värna's default, in versions. The rules ask for the check without saying when
 * (MSBFS 2020:6 14 §, ISO/IEC 27001:2022 10.2 d), so the more important the action, the sooner: it must have had time to show, and the
 * risk must not stand open for long if it did not help. The newest version whose day has come holds; an action keeps the day it was given.
 */
export const effectCheckTimes: readonly EffectCheckTimes[] = [{ validFrom: '1900-01-01', months: { 1: 12, 2: 6, 3: 3 }, otherwise: 6 }]
