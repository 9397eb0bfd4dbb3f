import type { ClockRule, DailyDuty } from '#kernel/clocks/server/clock-rule.ts'

/** Every clock of Värna, area by area. */
export const varnaClocks: readonly ClockRule[] = []

/** What is done once a day, in this order. */
export const varnaDaily: readonly DailyDuty[] = []
