import type { Effect } from '#kernel/gate/effect.ts'
import { actionCyclesRefused, actionDatesFollow, dependenciesHold } from '../actions/server/action.effects.ts'
import { actionsTold } from '../actions/server/notices.effects.ts'
import { planDecides, planSumsFollow } from '../actions/server/plan.effects.ts'
import { findingsFollow } from '../assurance/server/finding.effects.ts'
import { assessmentsFollow } from '../information/server/assessments.effects.ts'
import { cyclesRefused } from '../information/server/cycles.effects.ts'
import { decisionFollows } from '../information/server/decision.effects.ts'
import { levelsFollow } from '../information/server/levels.effects.ts'
import { modelFollows, revaluationFollows } from '../information/server/model.effects.ts'
import { needsFollow } from '../information/server/needs.effects.ts'
import { occasionsFollow } from '../information/server/occasions.effects.ts'
import { absencesFollow } from '../organisation/server/absence.effects.ts'
import { analysisFollows, estimatesFollow, foundInAnalysis } from '../risk/server/analysis.effects.ts'
import { challengesFollow, commentsFollow } from '../risk/server/discussion.effects.ts'
import { methodFollows } from '../risk/server/method.effects.ts'
import { riskOptionsFollow } from '../risk/server/options.effects.ts'
import { escalationsFollow, organisationFollows, risksFollow } from '../risk/server/risk.effects.ts'

/**
 * What follows in other records when some have changed, area by area, in the order it is asked for after each change: what is refused
 * first, then what a record comes to, then what it leads to in others.
 */
export const varnaEffects: readonly Effect[] = [
  cyclesRefused,
  actionCyclesRefused,
  dependenciesHold,
  planDecides,
  occasionsFollow,
  levelsFollow,
  decisionFollows,
  modelFollows,
  revaluationFollows,
  needsFollow,
  assessmentsFollow,
  absencesFollow,
  methodFollows,
  risksFollow,
  riskOptionsFollow,
  escalationsFollow,
  challengesFollow,
  commentsFollow,
  organisationFollows,
  findingsFollow,
  foundInAnalysis,
  estimatesFollow,
  analysisFollows,
  actionDatesFollow,
  planSumsFollow,
  actionsTold,
]
