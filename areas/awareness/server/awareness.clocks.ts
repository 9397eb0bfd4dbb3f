import type { ClockRule } from '#kernel/clocks/server/clock-rule.ts'

export const awarenessClocks: readonly ClockRule[] = [
  {
    key: 'awareness.enrolment',
    on: 'enrolment',
    label: { sv: 'Genomför utbildningen', en: 'Complete the course' },
    basis: { sv: 'MSBFS 2020:6 9 § 5, kompetens genom utbildning', en: 'MSBFS 2020:6 9 § 5, competence through training' },
    due: 'due',
    where: { completedOn: 'empty' },
    warn: 10,
    tell: { fields: ['person'] },
    personal: true,
    after: { days: 10, tell: { manager: true } },
    say: {
      warn: { sv: 'En utbildning ska vara genomförd senast {due}.', en: 'A course is to be completed by {due}.' },
      due: { sv: 'En utbildning skulle ha varit genomförd {due}.', en: 'A course was to be completed by {due}.' },
      late: {
        sv: 'En utbildning som skulle ha varit genomförd {due} är fortfarande inte klar.',
        en: 'A course that was to be completed by {due} is still not done.',
      },
    },
  },
]
