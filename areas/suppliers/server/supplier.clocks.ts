import { ownersClock } from '#kernel/clocks/server/clock-builder.ts'
import type { ClockRule } from '#kernel/clocks/server/clock-rule.ts'

export const supplierClocks: readonly ClockRule[] = [
  ownersClock({
    key: 'suppliers.agreement',
    on: 'supplier',
    label: { sv: 'Se till att avtalet är förnyat eller avslutat', en: 'See that the agreement is renewed or ended' },
    basis: { sv: 'Avtalet med leverantören', en: 'The agreement with the supplier' },
    due: 'agreementUntil',
    owners: ['owner'],
    warn: 60,
    say: {
      warn: {
        sv: 'Avtalet med leverantören {reference} gäller till {due}.',
        en: 'The agreement with the supplier {reference} is valid until {due}.',
      },
      due: { sv: 'Avtalet med leverantören {reference} gick ut {due}.', en: 'The agreement with the supplier {reference} ended {due}.' },
    },
  }),
]
