import type { ClockRule } from '#kernel/clocks/server/clock-rule.ts'

export const assuranceClocks: readonly ClockRule[] = [
  {
    key: 'finding.answer',
    on: 'finding',
    label: { sv: 'Svara på iakttagelsen', en: 'Answer the finding' },
    basis: { sv: 'Internrevisionens tidsgräns', en: 'The time limit of internal audit' },
    due: 'answerBy',
    where: { state: 'recorded' },
    warn: 5,
    tell: { fields: ['responsible'] },
    after: { days: 5, tell: { manager: true, roles: ['internal-audit'] } },
    say: {
      warn: { sv: 'Iakttagelsen {reference} ska besvaras senast {due}.', en: 'The finding {reference} is to be answered by {due}.' },
      due: { sv: 'Iakttagelsen {reference} skulle ha besvarats {due}.', en: 'The finding {reference} was to be answered by {due}.' },
      late: {
        sv: 'Iakttagelsen {reference}, som skulle ha besvarats {due}, är fortfarande obesvarad.',
        en: 'The finding {reference}, which was to be answered by {due}, is still unanswered.',
      },
    },
  },
]
