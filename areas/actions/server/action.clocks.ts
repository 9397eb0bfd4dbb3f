import type { ClockRule } from '#kernel/clocks/server/clock-rule.ts'

export const actionClocks: readonly ClockRule[] = [
  {
    key: 'actions.due',
    on: 'action',
    label: { sv: 'Genomför åtgärden', en: 'Carry out the action' },
    basis: { sv: 'Beslutet om åtgärden', en: 'The decision on the action' },
    due: 'due',
    where: { state: 'decided,ongoing' },
    warn: 5,
    tell: { fields: ['owner'] },
    after: { days: 5, tell: { manager: true } },
    say: {
      warn: { sv: 'Åtgärden {reference} ska vara genomförd senast {due}.', en: 'The action {reference} is to be done by {due}.' },
      due: { sv: 'Åtgärden {reference} skulle ha varit genomförd {due}.', en: 'The action {reference} was to be done by {due}.' },
      late: {
        sv: 'Åtgärden {reference}, som skulle ha varit genomförd {due}, är fortfarande inte klar.',
        en: 'The action {reference}, which was to be done by {due}, is still not finished.',
      },
    },
  },
]
