import type { ClockRule } from '#kernel/clocks/server/clock-rule.ts'

export const riskClocks: readonly ClockRule[] = [
  {
    key: 'risk.review',
    on: 'risk',
    label: { sv: 'Ompröva risken', en: 'Review the risk' },
    basis: { sv: 'MSBFS 2020:6 6 § 2, riskbedömning', en: 'MSBFS 2020:6 6 § 2, risk assessment' },
    due: 'reviewBy',
    where: { state: 'treated,accepted' },
    warn: 10,
    tell: { fields: ['owner'] },
    after: { days: 10, tell: { manager: true } },
    say: {
      warn: { sv: 'Risken {reference} ska omprövas senast {due}.', en: 'The risk {reference} is to be reviewed by {due}.' },
      due: { sv: 'Risken {reference} skulle ha omprövats {due}.', en: 'The risk {reference} was to be reviewed by {due}.' },
      late: {
        sv: 'Risken {reference}, som skulle ha omprövats {due}, är fortfarande inte omprövad.',
        en: 'The risk {reference}, which was to be reviewed by {due}, has still not been.',
      },
    },
  },
]
