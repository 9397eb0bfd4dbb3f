import type { ClockRule, DailyDuty } from '#kernel/clocks/server/clock-rule.ts'
import { actionClocks } from '../actions/server/action.clocks.ts'
import { assuranceClocks } from '../assurance/server/assurance.clocks.ts'
import { awarenessClocks } from '../awareness/server/awareness.clocks.ts'
import { continuityClocks } from '../continuity/server/continuity.clocks.ts'
import { governanceClocks } from '../governance/server/governance.clocks.ts'
import { informationClocks } from '../information/server/information.clocks.ts'
import { organisationClocks } from '../organisation/server/organisation.clocks.ts'
import { riskDuties } from '../risk/server/duties.ts'
import { riskClocks } from '../risk/server/risk.clocks.ts'
import { supplierClocks } from '../suppliers/server/supplier.clocks.ts'

/** Every clock of Värna, area by area. */
export const varnaClocks: readonly ClockRule[] = [
  ...riskClocks,
  ...actionClocks,
  ...informationClocks,
  ...governanceClocks,
  ...awarenessClocks,
  ...continuityClocks,
  ...supplierClocks,
  ...assuranceClocks,
  ...organisationClocks,
]

/** What is done once a day, in this order. */
export const varnaDaily: readonly DailyDuty[] = [...riskDuties]
