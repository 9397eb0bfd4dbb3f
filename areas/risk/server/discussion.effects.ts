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
import { heldMethod } from './methods.ts'

interface People {
  readonly id: string
  readonly reference: string
  readonly owner: string | null
  readonly decider: string | null
  readonly handler: string | null
}

const peopleOf = async (gate: Gate, changed: readonly Changed[]): Promise<Map<string, People>> => {
  const ids = changed.map(({ after }) => String(after.risk))
  const rows = await gate.tx.rows<People>(sql`select id, reference, owner, decider, handler from risk where id = any (${ids}::uuid[])`)
  return new Map(rows.map((row) => [row.id, row]))
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

/** A challenge is to be answered by the risk's owner (or the nearest manager, where nobody owns it yet) within the time of the method. */
export const challengesFollow: Effect = {
  on: ['challenge'],
  follow: async (gate, changed) => {
    const raised = changed.filter((change) => !isWithdrawn(change) && (isNew(change) || change.move === 'insist'))
    const others = changed.filter((change) => change.move === 'answer' || change.move === 'settle')
    if (!raised.length && !others.length) return {}
    const people = await peopleOf(gate, [...raised, ...others])
    const by = raised.length ? answerBy(gate, (await heldMethod(gate.tx))?.content) : null
    const notices: Notice[] = []
    const tell = (change: Changed, person: unknown, kind: NoticeKind, say: Text) => {
      if (typeof person === 'string') notices.push({ person, kind, register: 'risk', record: String(change.after.risk), say })
    }
    const commands = raised.map((change): Command => {
      const { written, after } = change
      const risk = people.get(String(after.risk))
      const answerer = risk?.owner ?? risk?.handler ?? null
      const day = by && dayInWords(by, gate.today)
      tell(change, answerer, 'challenge', {
        sv: `Risken ${risk?.reference ?? ''} har ifrågasatts. ${day ? `Svara senast ${day.sv}.` : 'Svara på ifrågasättandet.'}`,
        en: `The risk ${risk?.reference ?? ''} has been challenged. ${day ? `Answer by ${day.en}.` : 'Answer the challenge.'}`,
      })
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
    const people = await peopleOf(gate, said)
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
