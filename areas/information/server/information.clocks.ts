import { sql } from 'kysely'
import type { ClockRule } from '#kernel/clocks/server/clock-rule.ts'

const classified = { sv: 'MSBFS 2020:6 6 § 1, informationsklassning', en: 'MSBFS 2020:6 6 § 1, information classification' }

export const informationClocks: readonly ClockRule[] = [
  {
    key: 'information.asset-review',
    on: 'informationAsset',
    label: { sv: 'Ompröva klassningen', en: 'Review the classification' },
    basis: classified,
    due: 'reviewBy',
    warn: 20,
    tell: { fields: ['owner'] },
    after: { days: 20, tell: { manager: true } },
    say: {
      warn: {
        sv: 'Klassningen av informationsmängden {reference} ska omprövas senast {due}.',
        en: 'The classification of the information asset {reference} is to be reviewed by {due}.',
      },
      due: {
        sv: 'Klassningen av informationsmängden {reference} skulle ha omprövats {due}.',
        en: 'The classification of the information asset {reference} was to be reviewed by {due}.',
      },
    },
  },
  {
    key: 'information.classification',
    on: 'classification',
    label: { sv: 'Slutför klassningen', en: 'Finish the classification' },
    basis: classified,
    due: 'dueBy',
    where: { state: 'planned,underway' },
    warn: 5,
    tell: { fields: ['owner', 'participants'] },
    after: { days: 5, tell: { manager: true } },
    say: {
      warn: { sv: 'Klassningen {reference} ska vara klar senast {due}.', en: 'The classification {reference} is to be done by {due}.' },
      due: { sv: 'Klassningen {reference} skulle ha varit klar {due}.', en: 'The classification {reference} was to be done by {due}.' },
      late: {
        sv: 'Klassningen {reference}, som skulle ha varit klar {due}, är fortfarande inte klar.',
        en: 'The classification {reference}, which was to be done by {due}, is still not finished.',
      },
    },
  },
  {
    key: 'information.revaluation',
    on: 'revaluation',
    label: { sv: 'Slutför omvärderingsomgången', en: 'Finish the re-valuation campaign' },
    basis: { sv: 'Beslutet om klassningsmodellen', en: 'The decision on the classification model' },
    due: 'dueBy',
    where: { state: 'ongoing' },
    warn: 10,
    tell: { roles: ['ciso'] },
    say: {
      warn: {
        sv: 'Omvärderingsomgången {reference} ska vara klar senast {due}.',
        en: 'The re-valuation campaign {reference} is to be done by {due}.',
      },
      due: {
        sv: 'Omvärderingsomgången {reference} skulle ha varit klar {due}.',
        en: 'The re-valuation campaign {reference} was to be done by {due}.',
      },
    },
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
    act: async (gate, ids) => {
      const register = gate.catalogue.register('measureAssessment')
      const rows = await gate.tx.rows<{ id: string; version: number }>(
        sql`select id, version from measure_assessment where id = any (${ids}::uuid[]) and state = 'accepted' and withdrawn_at is null order by id for no key update`,
      )
      return rows.map(({ id, version }) => ({
        do: 'move',
        register,
        id,
        version,
        move: 'reopen',
        reason: 'Tiden för acceptansen har gått ut',
      }))
    },
  },
]
