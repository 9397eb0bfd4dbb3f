import { movesOn, ownersClock, saying } from '#kernel/clocks/server/clock-builder.ts'
import type { ClockRule } from '#kernel/clocks/server/clock-rule.ts'

/** Why an accepted deviation is assessed anew by itself: the Swedish stands in the history. */
export const acceptanceOver = { sv: 'Tiden för acceptansen har gått ut', en: 'The time of the acceptance has ended' }

const classified = { sv: 'MSBFS 2020:6 6 § 1, informationsklassning', en: 'MSBFS 2020:6 6 § 1, information classification' }

export const informationClocks: readonly ClockRule[] = [
  ownersClock({
    key: 'information.asset-review',
    on: 'informationAsset',
    label: { sv: 'Ompröva klassningen', en: 'Review the classification' },
    basis: classified,
    due: 'reviewBy',
    owners: ['owner'],
    warn: 20,
    climbs: { days: 20 },
    say: saying(
      {
        what: 'Klassningen av informationsmängden {reference}',
        toBe: 'omprövas',
        toHaveBeen: 'ha omprövats',
        still: 'är fortfarande inte omprövad',
      },
      { what: 'The classification of the information asset {reference}', toBe: 'be reviewed', still: 'has still not been reviewed' },
    ),
  }),
  ownersClock({
    key: 'information.classification',
    on: 'classification',
    label: { sv: 'Slutför klassningen', en: 'Finish the classification' },
    basis: classified,
    due: 'dueBy',
    where: { state: 'planned,underway' },
    owners: ['owner', 'participants'],
    warn: 5,
    climbs: { days: 5 },
    say: saying(
      { what: 'Klassningen {reference}', toBe: 'vara klar', toHaveBeen: 'ha varit klar', still: 'är fortfarande inte klar' },
      { what: 'The classification {reference}', toBe: 'be done', still: 'is still not finished' },
    ),
  }),
  {
    key: 'information.revaluation',
    on: 'revaluation',
    label: { sv: 'Slutför omvärderingsomgången', en: 'Finish the re-valuation campaign' },
    basis: { sv: 'Beslutet om klassningsmodellen', en: 'The decision on the classification model' },
    due: 'dueBy',
    where: { state: 'ongoing' },
    warn: 10,
    tell: { roles: ['ciso'] },
    say: saying(
      { what: 'Omvärderingsomgången {reference}', toBe: 'vara klar', toHaveBeen: 'ha varit klar', still: 'är fortfarande inte klar' },
      { what: 'The re-valuation campaign {reference}', toBe: 'be done', still: 'is still not finished' },
    ),
  },
  {
    key: 'information.gap-accepted',
    on: 'measureAssessment',
    label: { sv: 'Ta ställning till bristen igen', en: 'Take a stand on the gap again' },
    basis: { sv: 'Beslutet att acceptera bristen', en: 'The decision to accept the gap' },
    due: 'acceptedUntil',
    where: { state: 'accepted' },
    warn: 20,
    tell: { fields: ['assessor'], manager: true },
    say: {
      warn: { sv: 'En brist är accepterad till och med {due}.', en: 'A gap is accepted until {due}.' },
      due: {
        sv: 'En brist var accepterad till och med {due} och är nu öppen igen.',
        en: 'A gap was accepted until {due} and is now open again.',
      },
    },
    act: movesOn('measureAssessment', 'accepted', 'reopen', acceptanceOver.sv),
  },
]
