import { actionStories } from './actions.ts'
import { assurance } from './assurance.ts'
import { awareness } from './awareness.ts'
import { compliance } from './compliance.ts'
import { continuity } from './continuity.ts'
import { cooperation } from './cooperation.ts'
import { documentStories } from './documents.ts'
import { comparisons, needsByHand } from './gaps.ts'
import { governance } from './governance.ts'
import { incidentStories } from './incidents.ts'
import { information } from './information.ts'
import { models } from './models.ts'
import { organisation } from './organisation.ts'
import { planStories } from './plans.ts'
import { reportTexts } from './report-texts.ts'
import { riskAnalyses } from './risk-analyses.ts'
import { riskEstimates } from './risk-estimates.ts'
import { riskMethods } from './risk-methods.ts'
import { riskWork } from './risk-work.ts'
import { riskStories } from './risks.ts'
import type { Moment } from './script.ts'
import { suppliersAndProcesses } from './suppliers.ts'

/** All that is written by hand, in the order of time; a sort keeps the order of what happens at once. */
export const written: readonly Moment[] = [
  ...organisation,
  ...models,
  ...riskMethods,
  ...suppliersAndProcesses,
  ...information,
  ...comparisons,
  ...needsByHand,
  ...documentStories,
  ...riskStories,
  ...riskAnalyses,
  ...riskWork,
  ...riskEstimates,
  ...incidentStories,
  ...planStories,
  ...actionStories,
  ...governance,
  ...compliance,
  ...awareness,
  ...continuity,
  ...cooperation,
  ...assurance,
  ...reportTexts,
].sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
