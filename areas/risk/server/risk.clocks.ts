import { sql } from 'kysely'
import { movesOn, ownersClock, saying } from '#kernel/clocks/server/clock-builder.ts'
import type { ClockRule } from '#kernel/clocks/server/clock-rule.ts'
import { riskReasons } from '../reasons.ts'

const ownMethod = { sv: 'Riskmetoden', en: 'The risk method' }

/** The risk owner is warned as long before as the method in force says; 30 days where none is. */
const warnBefore = {
  calendarDays: sql`coalesce((select (content->>'warnBefore')::integer from risk_method where state = 'inForce' and withdrawn_at is null limit 1), 30)`,
}

export const riskClocks: readonly ClockRule[] = [
  {
    key: 'risk.decision',
    on: 'risk',
    label: { sv: 'Besluta om risken', en: 'Decide on the risk' },
    basis: ownMethod,
    due: 'decideBy',
    where: { state: 'analysed' },
    warn: 2,
    tell: { fields: ['decider'] },
    after: { days: 5, tell: { fields: ['decider'], roles: ['risk-function'] } },
    say: saying(
      { what: 'Risken {reference}', toBe: 'beslutas', toHaveBeen: 'ha beslutats', still: 'väntar fortfarande på beslut' },
      { what: 'The risk {reference}', toBe: 'be decided on', still: 'still awaits a decision' },
    ),
  },
  {
    key: 'risk.acceptance',
    on: 'risk',
    label: { sv: 'Acceptansen går ut', en: 'The acceptance ends' },
    basis: ownMethod,
    due: 'acceptedUntil',
    where: { state: 'accepted' },
    warn: warnBefore,
    tell: { fields: ['owner', 'decider'] },
    say: {
      warn: {
        sv: 'Acceptansen av risken {reference} går ut {due}. Därefter är risken öppen igen.',
        en: 'The acceptance of the risk {reference} ends on {due}. After that the risk is open again.',
      },
      due: {
        sv: 'Acceptansen av risken {reference} gick ut {due}. Risken väntar på ett nytt beslut.',
        en: 'The acceptance of the risk {reference} ended on {due}. The risk awaits a new decision.',
      },
    },
    act: movesOn('risk', 'accepted', 'callBack', riskReasons.acceptanceEnded.sv),
  },
  ownersClock({
    key: 'risk.review',
    on: 'risk',
    label: { sv: 'Ompröva risken', en: 'Review the risk' },
    basis: { sv: 'MSBFS 2020:6 6 § 2, riskbedömning', en: 'MSBFS 2020:6 6 § 2, risk assessment' },
    due: 'reviewBy',
    where: { state: 'treated,accepted' },
    owners: ['owner'],
    warn: 10,
    climbs: { days: 10 },
    say: saying(
      { what: 'Risken {reference}', toBe: 'omprövas', toHaveBeen: 'ha omprövats', still: 'är fortfarande inte omprövad' },
      { what: 'The risk {reference}', toBe: 'be reviewed', still: 'has still not been reviewed' },
    ),
  }),
  {
    key: 'escalation.analyse',
    on: 'escalation',
    label: { sv: 'Analysera risken', en: 'Analyse the risk' },
    basis: ownMethod,
    due: 'answerBy',
    where: { purpose: 'analyse', state: 'open,acknowledged' },
    warn: 3,
    tell: { fields: ['person'] },
    say: saying(
      { what: 'En risk som ligger hos dig', toBe: 'analyseras', toHaveBeen: 'ha analyserats', still: 'är fortfarande inte analyserad' },
      { what: 'A risk that lies with you', toBe: 'be analysed', still: 'is still not analysed' },
    ),
  },
  {
    key: 'escalation.acknowledge',
    on: 'escalation',
    label: { sv: 'Bekräfta att du känner till risken', en: 'Confirm that you know of the risk' },
    basis: ownMethod,
    due: 'answerBy',
    where: { purpose: 'know', state: 'open' },
    tell: { fields: ['person'] },
    after: { days: 5, tell: { roles: ['risk-function'] } },
    say: {
      due: {
        sv: 'Du har inte bekräftat att du känner till en risk som eskalerats till dig. Det skulle ha skett {due}.',
        en: 'You have not confirmed that you know of a risk escalated to you. It was to be done by {due}.',
      },
      late: {
        sv: 'En eskalerad risk har inte bekräftats av mottagaren. Det skulle ha skett {due}.',
        en: 'An escalated risk has not been confirmed by its receiver. It was to be done by {due}.',
      },
    },
  },
  {
    key: 'challenge.answer',
    on: 'challenge',
    label: { sv: 'Svara på ifrågasättandet', en: 'Answer the challenge' },
    basis: ownMethod,
    due: 'answerBy',
    where: { state: 'raised' },
    warn: 3,
    tell: { fields: ['answerer'] },
    after: { days: 5, tell: { roles: ['risk-function'] } },
    say: saying(
      { what: 'Ifrågasättandet {reference}', toBe: 'besvaras', toHaveBeen: 'ha besvarats', still: 'är fortfarande obesvarat' },
      { what: 'The challenge {reference}', toBe: 'be answered', still: 'is still unanswered' },
    ),
  },
]
