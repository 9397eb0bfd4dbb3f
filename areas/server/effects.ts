import type { Effect } from '#kernel/gate/effect.ts'
import { assessmentsFollow } from '../information/server/assessments.effects.ts'
import { cyclesRefused } from '../information/server/cycles.effects.ts'
import { decisionFollows } from '../information/server/decision.effects.ts'
import { levelsFollow } from '../information/server/levels.effects.ts'
import { modelFollows, revaluationFollows } from '../information/server/model.effects.ts'
import { needsFollow } from '../information/server/needs.effects.ts'
import { occasionsFollow } from '../information/server/occasions.effects.ts'

/**
 * What follows in other records when some have changed, area by area, in the order it is asked for after each change: what is refused
 * first, then what a record comes to, then what it leads to in others.
 */
export const varnaEffects: readonly Effect[] = [
  cyclesRefused,
  occasionsFollow,
  levelsFollow,
  decisionFollows,
  modelFollows,
  revaluationFollows,
  needsFollow,
  assessmentsFollow,
]
