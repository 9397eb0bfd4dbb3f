import { ownersClock, saying } from '#kernel/clocks/server/clock-builder.ts'
import type { ClockRule } from '#kernel/clocks/server/clock-rule.ts'

export const governanceClocks: readonly ClockRule[] = [
  ownersClock({
    key: 'governance.document-review',
    on: 'document',
    label: { sv: 'Se över styrdokumentet', en: 'Review the governing document' },
    basis: { sv: 'MSBFS 2020:6 5 § 5, interna regler utvärderas', en: 'MSBFS 2020:6 5 § 5, internal rules are evaluated' },
    due: 'reviewBy',
    where: { state: 'inForce' },
    owners: ['owner'],
    warn: 20,
    climbs: { days: 20 },
    say: saying(
      { what: 'Ett styrdokument', toBe: 'ses över', toHaveBeen: 'ha setts över', still: 'har fortfarande inte setts över' },
      { what: 'A governing document', toBe: 'be reviewed', still: 'has still not been reviewed' },
    ),
  }),
  ownersClock({
    key: 'governance.interested-party-review',
    on: 'interestedParty',
    label: { sv: 'Gå igenom intressentens krav', en: 'Go through the expectations of the interested party' },
    basis: { sv: 'ISO/IEC 27001:2022, 4.2', en: 'ISO/IEC 27001:2022, 4.2' },
    due: 'reviewBy',
    owners: ['owner'],
    warn: 10,
    say: saying(
      {
        what: 'En intressents krav',
        toBe: 'gås igenom',
        toHaveBeen: 'ha gåtts igenom',
        still: 'har fortfarande inte gåtts igenom',
      },
      { what: 'An interested party', toBe: 'be gone through', still: 'has still not been gone through' },
    ),
  }),
]
