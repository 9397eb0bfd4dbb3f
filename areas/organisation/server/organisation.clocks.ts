import type { ClockRule } from '#kernel/clocks/server/clock-rule.ts'

export const organisationClocks: readonly ClockRule[] = [
  {
    key: 'organisation.assignment',
    on: 'assignment',
    label: { sv: 'Förläng uppdraget eller ge det till någon annan', en: 'Extend the assignment or give it to somebody else' },
    basis: { sv: 'Beslutet om uppdraget', en: 'The decision on the assignment' },
    due: 'validTo',
    warn: 20,
    tell: { fields: ['person'], roles: ['administrator'] },
    personal: true,
    say: {
      warn: { sv: 'Ett uppdrag upphör efter {due}.', en: 'An assignment ends after {due}.' },
      due: { sv: 'Ett uppdrag upphörde efter {due}.', en: 'An assignment ended after {due}.' },
    },
  },
]
