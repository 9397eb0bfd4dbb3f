import type { ClockRule } from '#kernel/clocks/server/clock-rule.ts'

export const governanceClocks: readonly ClockRule[] = [
  {
    key: 'governance.document-review',
    on: 'document',
    label: { sv: 'Se över styrdokumentet', en: 'Review the governing document' },
    basis: { sv: 'MSBFS 2020:6 5 § 5, interna regler utvärderas', en: 'MSBFS 2020:6 5 § 5, internal rules are evaluated' },
    due: 'reviewBy',
    where: { state: 'inForce' },
    warn: 20,
    tell: { fields: ['owner'] },
    after: { days: 20, tell: { manager: true } },
    say: {
      warn: { sv: 'Ett styrdokument ska ses över senast {due}.', en: 'A governing document is to be reviewed by {due}.' },
      due: { sv: 'Ett styrdokument skulle ha setts över {due}.', en: 'A governing document was to be reviewed by {due}.' },
      late: {
        sv: 'Ett styrdokument som skulle ha setts över {due} har fortfarande inte setts över.',
        en: 'A governing document that was to be reviewed by {due} has still not been.',
      },
    },
  },
  {
    key: 'governance.interested-party-review',
    on: 'interestedParty',
    label: { sv: 'Gå igenom intressentens krav', en: 'Go through the expectations of the interested party' },
    basis: { sv: 'ISO/IEC 27001:2022, 4.2', en: 'ISO/IEC 27001:2022, 4.2' },
    due: 'reviewBy',
    warn: 10,
    tell: { fields: ['owner'] },
    say: {
      warn: { sv: 'En intressents krav ska gås igenom senast {due}.', en: 'An interested party is to be gone through by {due}.' },
      due: { sv: 'En intressents krav skulle ha gåtts igenom {due}.', en: 'An interested party was to be gone through by {due}.' },
    },
  },
]
