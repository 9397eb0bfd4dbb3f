import { aftermath } from './aftermath.ts'
import { classifying } from './campaign.ts'
import { laterGovernance } from './later-governance.ts'
import { laterMatters } from './later-matters.ts'
import { living } from './living.ts'
import { campaign } from './models.ts'
import { laterPlans } from './plans.ts'
import { reportOfLastYear } from './report-present.ts'
import { rhythm } from './rhythm.ts'
import type { Moment } from './script.ts'

/** The years after 2023 as they are written by hand, up to what happens at the authority on the day before today. */
export const present = (today: string): Moment[] =>
  [
    ...aftermath,
    ...laterPlans(today),
    ...laterMatters,
    ...laterGovernance,
    ...rhythm(today),
    ...campaign(today),
    ...living(today),
    ...classifying(today),
    ...reportOfLastYear(today),
  ].sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
