import type { ClockRule } from '#kernel/clocks/server/clock-rule.ts'

export const continuityClocks: readonly ClockRule[] = [
  {
    key: 'continuity.plan-review',
    on: 'continuityPlan',
    label: { sv: 'Se över kontinuitetsplanen', en: 'Review the continuity plan' },
    basis: { sv: 'MSBFS 2020:6 13 § med allmänna råd', en: 'MSBFS 2020:6 13 § with general advice' },
    due: 'reviewBy',
    warn: 20,
    tell: { fields: ['owner'] },
    after: { days: 20, tell: { manager: true } },
    say: {
      warn: {
        sv: 'Kontinuitetsplanen {reference} ska ses över senast {due}.',
        en: 'The continuity plan {reference} is to be reviewed by {due}.',
      },
      due: {
        sv: 'Kontinuitetsplanen {reference} skulle ha setts över {due}.',
        en: 'The continuity plan {reference} was to be reviewed by {due}.',
      },
    },
  },
]
