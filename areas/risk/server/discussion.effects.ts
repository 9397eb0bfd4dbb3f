import { sql } from 'kysely'
import { addWorkingDays } from '#kernel/clocks/calendar.ts'
import { dayInWords } from '#kernel/clocks/words.ts'
import { isNew, isWithdrawn } from '#kernel/gate/changes.ts'
import type { Command, Gate } from '#kernel/gate/command.ts'
import type { Changed, Effect } from '#kernel/gate/effect.ts'
import type { Text } from '#kernel/language/text.ts'
import type { Notice, NoticeKind } from '#kernel/notices/notice.ts'
import { riskReasons } from '../reasons.ts'
import type { RiskMethodContent } from '../risk-method.content.ts'
import { actingAmong } from './available.ts'
import type { Followed } from './follow.ts'
import { heldMethod } from './methods.ts'

interface People {
  readonly id: string
  readonly reference: string
  readonly owner: string | null
  readonly decider: string | null
  readonly handler: string | null
}

const peopleOf = async (gate: Gate, ids: readonly string[]): Promise<Map<string, People>> => {
  const rows = await gate.tx.rows<People>(sql`select id, reference, owner, decider, handler from risk where id = any (${ids}::uuid[])`)
  return new Map(rows.map((row) => [row.id, row]))
}

const risksOf = (changed: readonly Changed[]): string[] => changed.map(({ after }) => String(after.risk))

/** Who answers for each risk today: its owner or, when away, the deputy; the nearest manager where nobody owns it yet or is there. */
async function answerersOf(gate: Gate, people: Iterable<People>): Promise<(risk: People | undefined) => string | null> {
  const owners = [...people].flatMap(({ owner }) => owner ?? [])
  const acting = await actingAmong(gate.tx, owners, gate.today)
  return (risk) => (risk ? (acting(risk.owner) ?? risk.handler) : null)
}

const toAnswer = (reference: string, day: string | null, today: string): Text => {
  const by = day && dayInWords(day, today)
  return {
    sv: `Risken ${reference} har ifrågasatts. ${by ? `Svara senast ${by.sv}.` : 'Svara på ifrågasättandet.'}`,
    en: `The risk ${reference} has been challenged. ${by ? `Answer by ${by.en}.` : 'Answer the challenge.'}`,
  }
}

/** By when a challenge raised today is to be answered; null while no method says. */
const answerBy = (gate: Gate, method: Pick<RiskMethodContent, 'answerWithin'> | undefined): string | null =>
  method ? addWorkingDays(gate.today, method.answerWithin) : null

/** The first method gives a time to answer to the challenges raised before there was one. */
export async function timeToAnswer(gate: Gate, method: RiskMethodContent, reason: string): Promise<Command[]> {
  const rows = await gate.tx.rows<{ id: string; version: number }>(
    sql`select id, version from challenge where state = 'raised' and answer_by is null and withdrawn_at is null order by id for no key update`,
  )
  const register = gate.catalogue.register('challenge')
  const calculated = { answerBy: answerBy(gate, method) }
  return rows.map(({ id, version }) => ({ do: 'update', register, id, version, values: {}, calculated, reason }))
}

/**
 * Challenges that await an answer go to the one who now answers for the risk; the time to answer stays.
 * @param of the risks concerned; all of them where absent
 */
export async function challengesToAnswerer(gate: Gate, reason: string, of?: readonly string[]): Promise<Followed> {
  if (of && !of.length) return { commands: [], notices: [] }
  const concerned = of ? sql`and risk = any (${[...of]}::uuid[])` : sql``
  const rows = await gate.tx.rows<{ id: string; version: number; risk: string; answerer: string | null; by: string | null }>(
    sql`select id, version, risk, answerer, answer_by as by from challenge where state = 'raised' and withdrawn_at is null ${concerned} order by id for no key update`,
  )
  if (!rows.length) return { commands: [], notices: [] }
  const people = await peopleOf(
    gate,
    rows.map(({ risk }) => risk),
  )
  const answererOf = await answerersOf(gate, people.values())
  const register = gate.catalogue.register('challenge')
  const moved = rows.flatMap((row) => {
    const risk = people.get(row.risk)
    const answerer = answererOf(risk)
    return risk && answerer !== null && answerer !== row.answerer ? [{ ...row, risk, answerer }] : []
  })
  return {
    commands: moved.map(({ id, version, answerer }) => ({
      do: 'update',
      register,
      id,
      version,
      values: {},
      calculated: { answerer },
      reason,
    })),
    notices: moved.map(({ risk, answerer, by }) => ({
      person: answerer,
      kind: 'challenge',
      register: 'risk',
      record: risk.id,
      say: toAnswer(risk.reference, by, gate.today),
    })),
  }
}

/** A challenge is to be answered by the one who answers for the risk, within the time of the method. */
export const challengesFollow: Effect = {
  on: ['challenge'],
  follow: async (gate, changed) => {
    const raised = changed.filter((change) => !isWithdrawn(change) && (isNew(change) || change.move === 'insist'))
    const others = changed.filter((change) => change.move === 'answer' || change.move === 'settle')
    if (!raised.length && !others.length) return {}
    const people = await peopleOf(gate, risksOf([...raised, ...others]))
    const answererOf = await answerersOf(gate, raised.length ? people.values() : [])
    const by = raised.length ? answerBy(gate, (await heldMethod(gate.tx))?.content) : null
    const notices: Notice[] = []
    const tell = (change: Changed, person: unknown, kind: NoticeKind, say: Text) => {
      if (typeof person === 'string') notices.push({ person, kind, register: 'risk', record: String(change.after.risk), say })
    }
    const commands = raised.map((change): Command => {
      const { written, after } = change
      const risk = people.get(String(after.risk))
      const answerer = answererOf(risk)
      tell(change, answerer, 'challenge', toAnswer(risk?.reference ?? '', by, gate.today))
      return {
        do: 'update',
        register: written.register,
        id: written.id,
        version: written.version,
        values: {},
        calculated: { answerBy: by, answerer },
        reason: written.reference ? `Följer av ${written.reference}` : riskReasons.challenge.sv,
      }
    })
    for (const change of others) {
      const reference = people.get(String(change.after.risk))?.reference ?? ''
      if (change.move === 'answer')
        tell(change, change.before?.createdBy, 'told', {
          sv: `Ifrågasättandet av risken ${reference} har besvarats.`,
          en: `The challenge of the risk ${reference} has been answered.`,
        })
      else
        tell(change, change.after.answerer, 'told', {
          sv: `Svaret om risken ${reference} har godtagits.`,
          en: `The answer on the risk ${reference} has been accepted.`,
        })
    }
    return { commands, notices }
  },
}

/** Those who answer for a risk hear that somebody has commented on it. */
export const commentsFollow: Effect = {
  on: ['riskComment'],
  follow: async (gate, changed) => {
    const said = changed.filter(isNew)
    if (!said.length) return {}
    const people = await peopleOf(gate, risksOf(said))
    const notices = said.flatMap(({ after }): Notice[] => {
      const risk = people.get(String(after.risk))
      if (!risk) return []
      const persons = new Set([risk.owner, risk.decider, risk.handler].filter((person) => person !== null))
      const say = { sv: `Risken ${risk.reference} har fått en kommentar.`, en: `The risk ${risk.reference} has been commented on.` }
      return [...persons].map((person) => ({ person, kind: 'comment', register: 'risk', record: risk.id, say }))
    })
    return { notices }
  },
}
