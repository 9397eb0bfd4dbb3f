import { sql } from 'kysely'
import type { ClockRule } from '#kernel/clocks/server/clock-rule.ts'
import type { Command, Gate } from '#kernel/gate/command.ts'

const ownMethod = { sv: 'Riskmetoden', en: 'The risk method' }

/** An acceptance that has ended leaves the risk open again, by itself. */
async function callBack(gate: Gate, ids: readonly string[]): Promise<Command[]> {
  const rows = await gate.tx.rows<{ id: string; version: number }>(
    sql`select id, version from risk where id = any (${[...ids]}::uuid[]) and state = 'accepted' and withdrawn_at is null order by id for no key update`,
  )
  const register = gate.catalogue.register('risk')
  return rows.map(({ id, version }) => ({ do: 'move', register, id, version, move: 'callBack', reason: 'Acceptansen har gått ut' }))
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
    say: {
      warn: { sv: 'Risken {reference} ska beslutas senast {due}.', en: 'The risk {reference} is to be decided on by {due}.' },
      due: { sv: 'Risken {reference} skulle ha beslutats {due}.', en: 'The risk {reference} was to be decided on by {due}.' },
      late: {
        sv: 'Risken {reference}, som skulle ha beslutats {due}, väntar fortfarande på beslut.',
        en: 'The risk {reference}, which was to be decided on by {due}, still awaits a decision.',
      },
    },
  },
  {
    key: 'risk.acceptance',
    on: 'risk',
    label: { sv: 'Acceptansen går ut', en: 'The acceptance ends' },
    basis: ownMethod,
    due: 'acceptedUntil',
    where: { state: 'accepted' },
    warn: 20,
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
    act: callBack,
  },
  {
    key: 'risk.review',
    on: 'risk',
    label: { sv: 'Ompröva risken', en: 'Review the risk' },
    basis: { sv: 'MSBFS 2020:6 6 § 2, riskbedömning', en: 'MSBFS 2020:6 6 § 2, risk assessment' },
    due: 'reviewBy',
    where: { state: 'treated,accepted' },
    warn: 10,
    tell: { fields: ['owner'] },
    after: { days: 10, tell: { manager: true } },
    say: {
      warn: { sv: 'Risken {reference} ska omprövas senast {due}.', en: 'The risk {reference} is to be reviewed by {due}.' },
      due: { sv: 'Risken {reference} skulle ha omprövats {due}.', en: 'The risk {reference} was to be reviewed by {due}.' },
      late: {
        sv: 'Risken {reference}, som skulle ha omprövats {due}, är fortfarande inte omprövad.',
        en: 'The risk {reference}, which was to be reviewed by {due}, has still not been.',
      },
    },
  },
  {
    key: 'escalation.analyse',
    on: 'escalation',
    label: { sv: 'Analysera risken', en: 'Analyse the risk' },
    basis: ownMethod,
    due: 'answerBy',
    where: { purpose: 'analyse', state: 'open,acknowledged' },
    warn: 3,
    tell: { fields: ['person'] },
    say: {
      warn: { sv: 'En risk som ligger hos dig ska analyseras senast {due}.', en: 'A risk that lies with you is to be analysed by {due}.' },
      due: { sv: 'En risk som ligger hos dig skulle ha analyserats {due}.', en: 'A risk that lies with you was to be analysed by {due}.' },
    },
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
    say: {
      warn: { sv: 'Ifrågasättandet {reference} ska besvaras senast {due}.', en: 'The challenge {reference} is to be answered by {due}.' },
      due: { sv: 'Ifrågasättandet {reference} skulle ha besvarats {due}.', en: 'The challenge {reference} was to be answered by {due}.' },
      late: {
        sv: 'Ifrågasättandet {reference}, som skulle ha besvarats {due}, är fortfarande obesvarat.',
        en: 'The challenge {reference}, which was to be answered by {due}, is still unanswered.',
      },
    },
  },
]
