import type { Effect } from '#kernel/gate/effect.ts'

/** What follows in other records when some have changed, area by area. */
export const varnaEffects: readonly Effect[] = []
