import { ownersClock, saying } from '#kernel/clocks/server/clock-builder.ts'
import type { ClockRule } from '#kernel/clocks/server/clock-rule.ts'

export const continuityClocks: readonly ClockRule[] = [
  ownersClock({
    key: 'continuity.plan-review',
    on: 'continuityPlan',
    label: { sv: 'Se över kontinuitetsplanen', en: 'Review the continuity plan' },
    basis: { sv: 'MSBFS 2020:6 13 § med allmänna råd', en: 'MSBFS 2020:6 13 § with general advice' },
    due: 'reviewBy',
    owners: ['owner'],
    warn: 20,
    climbs: { days: 20 },
    say: saying(
      { what: 'Kontinuitetsplanen {reference}', toBe: 'ses över', toHaveBeen: 'ha setts över', still: 'har fortfarande inte setts över' },
      { what: 'The continuity plan {reference}', toBe: 'be reviewed', still: 'has still not been reviewed' },
    ),
  }),
]
