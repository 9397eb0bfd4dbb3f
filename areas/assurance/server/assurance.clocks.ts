import { ownersClock, saying } from '#kernel/clocks/server/clock-builder.ts'
import type { ClockRule } from '#kernel/clocks/server/clock-rule.ts'

export const assuranceClocks: readonly ClockRule[] = [
  ownersClock({
    key: 'finding.answer',
    on: 'finding',
    label: { sv: 'Svara på iakttagelsen', en: 'Answer the finding' },
    basis: { sv: 'Internrevisionens tidsgräns', en: 'The time limit of internal audit' },
    due: 'answerBy',
    where: { state: 'recorded' },
    owners: ['responsible'],
    warn: 5,
    climbs: { days: 5, roles: ['internal-audit'] },
    say: saying(
      { what: 'Iakttagelsen {reference}', toBe: 'besvaras', toHaveBeen: 'ha besvarats', still: 'är fortfarande obesvarad' },
      { what: 'The finding {reference}', toBe: 'be answered', still: 'is still unanswered' },
    ),
  }),
]
