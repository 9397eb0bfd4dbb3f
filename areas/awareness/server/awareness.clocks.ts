import { ownersClock, saying } from '#kernel/clocks/server/clock-builder.ts'
import type { ClockRule } from '#kernel/clocks/server/clock-rule.ts'

export const awarenessClocks: readonly ClockRule[] = [
  ownersClock({
    key: 'awareness.enrolment',
    on: 'enrolment',
    label: { sv: 'Genomför utbildningen', en: 'Complete the course' },
    basis: { sv: 'MSBFS 2020:6 9 § 5, kompetens genom utbildning', en: 'MSBFS 2020:6 9 § 5, competence through training' },
    due: 'due',
    where: { completedOn: 'empty' },
    owners: ['person'],
    warn: 10,
    personal: true,
    climbs: {
      days: 10,
      gather: {
        sv: '{count} utbildningar som medarbetare i din del av organisationen skulle ha gått är fortfarande inte genomförda.',
        en: '{count} courses that employees in your part of the organisation were to take are still not completed.',
      },
    },
    say: saying(
      { what: 'En utbildning', toBe: 'vara genomförd', toHaveBeen: 'ha varit genomförd', still: 'är fortfarande inte genomförd' },
      { what: 'A course', toBe: 'be completed', still: 'is still not completed' },
    ),
  }),
]
