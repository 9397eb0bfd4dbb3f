import { roles } from '#kernel/access/roles.ts'
import { addWorkingDays } from '#kernel/clocks/calendar.ts'
import { addMonths } from '#kernel/clocks/clock.ts'
import { dayInWords } from '#kernel/clocks/words.ts'
import type { Command, Gate } from '#kernel/gate/command.ts'
import type { Text } from '#kernel/language/text.ts'
import type { Notice, NoticeKind } from '#kernel/notices/notice.ts'
import { type Available, deciderOf, type HandOver, handlerOf, handOversOf, outgrown, type RiskToHandOver } from '../escalation.rules.ts'
import type { Basis, Purpose } from '../escalation.words.ts'
import { purposes } from '../escalation.words.ts'
import { riskReasons } from '../reasons.ts'
import type { MandateRole, RiskMethodContent } from '../risk-method.content.ts'
import type { Translation } from '../translation.ts'
import { comesTo } from '../valuation.ts'
import { availableFor } from './available.ts'
import { heldMethod, type Method } from './methods.ts'
import { type OpenEscalation, type RiskRow, riskRows } from './rows.ts'

type RaisedBecause = Extract<Basis, 'raised' | 'takenOver' | 'notDecided'>

/** What is known of a risk beside what stands in it, when it is to be followed. */
export interface Occasion {
  /** It has just been raised to a role, and why; to nobody where what raised it is over. */
  readonly raise?: { readonly to: MandateRole | null; readonly because: RaisedBecause; readonly decider?: string | null }
  /** It has just been decided on. */
  readonly decided?: boolean
  /** It has just come to await a decision. */
  readonly submitted?: boolean
  /** How it reads by a method that is just taking effect. */
  readonly reads?: Reading
}

/** How a risk reads by another method than it was judged by. */
export interface Reading {
  readonly values: Translation['values']
  /** It is to be valued again itself. */
  readonly again: boolean
  /** One of its options is. */
  readonly options: boolean
}

export interface Followed {
  readonly commands: Command[]
  readonly notices: Notice[]
}

const isRaise = (basis: Basis): basis is RaisedBecause => basis === 'raised' || basis === 'takenOver' || basis === 'notDecided'

const earlier = (one: string | null, other: string): string => (one !== null && one < other ? one : other)

function toHandOver(row: RiskRow, value: number | null, level: number | null, { raise, submitted }: Occasion): RiskToHandOver {
  const basis = row.escalations.map((each) => each.basis).find(isRaise) ?? null
  const raised = submitted ? null : (raise?.to ?? row.raisedTo)
  return {
    state: row.state,
    value,
    level,
    owner: row.owner,
    material: row.material === true,
    raisedTo: raised,
    raisedBecause: raised ? (raise?.because ?? basis) : null,
    decider: raise?.decider ?? row.decider,
    handler: row.handler,
  }
}

/** Who decides and by when, as it stands in the risk itself. */
function standing(
  method: RiskMethodContent,
  row: RiskRow,
  risk: RiskToHandOver,
  available: Available,
  today: string,
  { decided }: Occasion,
) {
  const handler = row.state === 'closed' ? row.handler : (handlerOf(method, { ...risk, raisedTo: null }, available)?.person ?? null)
  if (row.state === 'identified') {
    const raised = handlerOf(method, risk, available)?.person ?? null
    return { handler: raised, decider: null, mandate: null, decideBy: null, takesTwo: null, raisedTo: risk.raisedTo }
  }
  if (row.state !== 'analysed')
    return {
      handler,
      decider: row.decider,
      mandate: row.mandate,
      decideBy: null,
      takesTwo: null,
      raisedTo: null,
      ...(decided ? { decidedOn: today, decidedValue: risk.value } : {}),
    }
  const found = deciderOf(method, risk, available)
  const by = found ? addWorkingDays(today, found.within) : null
  return {
    handler,
    decider: found?.person ?? null,
    mandate: (found?.role ?? null) as MandateRole | null,
    decideBy: by === null ? row.decideBy : earlier(row.decideBy, by),
    takesTwo:
      found && method.ownRiskFrom !== null && risk.value !== null && risk.value >= method.ownRiskFrom && found.person === risk.owner
        ? true
        : null,
    raisedTo: risk.raisedTo,
  }
}

/** When a decided risk is reviewed next: by the cadence of its level, sooner where somebody has said so, and never after its acceptance has ended. */
function reviewOf(method: RiskMethodContent, row: RiskRow, level: number | null, today: string): string | null {
  const months = method.levels.find((each) => each.level === level)?.reviewMonths
  if (months === undefined) return null
  const next = addMonths(today, months)
  if (row.state === 'accepted') return earlier(row.acceptedUntil, next)
  return row.reviewBy !== null && row.reviewBy > today ? earlier(row.reviewBy, next) : next
}

const differsFrom = (row: RiskRow, wanted: Readonly<Record<string, unknown>>) =>
  Object.entries(wanted).some(([name, value]) => (row[name as keyof RiskRow] ?? null) !== (value ?? null))

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
const roleLabel = (role: string): Text => roles[role as keyof typeof roles]?.label ?? { sv: role, en: role }

const kinds: Readonly<Record<Purpose, NoticeKind>> = { analyse: 'task', decide: 'decision', know: 'told' }

function said(purpose: Purpose, reference: string, answerBy: string, today: string): Text {
  const by = dayInWords(answerBy, today)
  const isLate = answerBy < today
  if (purpose === 'know') return { sv: `Du ska känna till risken ${reference}.`, en: `You are to know of the risk ${reference}.` }
  if (purpose === 'decide')
    return isLate
      ? {
          sv: `Risken ${reference} väntar på ditt beslut, som skulle ha fattats ${by.sv}.`,
          en: `The risk ${reference} awaits your decision, which was due ${by.en}.`,
        }
      : {
          sv: `Risken ${reference} väntar på ditt beslut senast ${by.sv}.`,
          en: `The risk ${reference} awaits your decision by ${by.en}.`,
        }
  return isLate
    ? { sv: `Risken ${reference} skulle ha analyserats ${by.sv}.`, en: `The risk ${reference} was to be analysed by ${by.en}.` }
    : { sv: `Risken ${reference} ska analyseras senast ${by.sv}.`, en: `The risk ${reference} is to be analysed by ${by.en}.` }
}

/** Ends what no longer holds and hands the risk to those it is to lie with. */
function handOver(gate: Gate, row: RiskRow, wanted: readonly HandOver[], { raise }: Occasion, reason: string): Followed {
  const register = gate.catalogue.register('escalation')
  const isSame = (open: OpenEscalation, one: HandOver) =>
    open.purpose === one.purpose && open.person === one.person && open.role === one.role
  const lasting = (open: OpenEscalation) => (open.purpose === 'know' ? row.state !== 'closed' : wanted.some((one) => isSame(open, one)))
  const ended = row.escalations.filter((open) => !lasting(open))
  const begun = wanted.filter((one) =>
    one.purpose === 'know' ? (row.known[one.person] ?? -1) < (one.value ?? 0) : !row.escalations.some((open) => isSame(open, one)),
  )
  const commands = ended.map((open): Command => {
    const passedOn = wanted.some(({ purpose }) => purpose === open.purpose)
    const move = passedOn ? 'passOn' : 'finish'
    return { do: 'move', register, id: open.id, version: open.version, move, calculated: { endedOn: gate.today }, reason }
  })
  const notices: Notice[] = []
  for (const one of begun) {
    const fresh = addWorkingDays(gate.today, one.within)
    const before = ended.find(({ purpose }) => purpose === one.purpose)
    // To change hands gives no more time; to be raised does.
    const answerBy = before && !raise ? earlier(before.answerBy, fresh) : fresh
    const { within, ...facts } = one
    const name = `${capital(roleLabel(one.role).sv)}: ${purposes[one.purpose].sv.toLowerCase()} ${row.reference}`
    commands.push({ do: 'create', register, values: { risk: row.id }, calculated: { ...facts, within, name, answerBy }, reason })
    notices.push({
      person: one.person,
      kind: kinds[one.purpose],
      register: 'risk',
      record: row.id,
      say: said(one.purpose, row.reference, answerBy, gate.today),
    })
  }
  return { commands, notices }
}

/** What follows for one risk. */
function followOne(gate: Gate, method: Method | null, row: RiskRow, available: Available, occasion: Occasion, reason: string): Followed {
  const register = gate.catalogue.register('risk')
  const { reads } = occasion
  const judged = { ...row, ...reads?.values, revalue: row.revalue || reads?.again, revalueOptions: row.revalueOptions || reads?.options }
  const values = comesTo(method, judged)
  const asNumber = (given: unknown) => (typeof given === 'number' ? given : null)
  const [value, level] = [asNumber(values.value), asNumber(values.level)]
  const risk = toHandOver(row, value, level, occasion)
  const stands = method ? standing(method.content, row, risk, available, gate.today, occasion) : {}
  const calculated = { ...values, ...stands }
  const review = method && occasion.decided ? reviewOf(method.content, row, level, gate.today) : null
  const given = {
    ...reads?.values,
    ...(review ? { reviewBy: review } : {}),
    ...(occasion.decided && row.state === 'accepted' && row.response !== 'accept' ? { response: 'accept' } : {}),
  }
  const commands: Command[] = []
  let { version } = row
  if (differsFrom(row, calculated) || Object.keys(given).length) {
    commands.push({ do: 'update', register, id: row.id, version, values: given, calculated, reason })
    version += 1
  }
  if (!method) return { commands, notices: [] }
  if (outgrown(method.content, { ...row, value })) {
    const why = riskReasons.outgrown.sv
    commands.push({ do: 'move', register, id: row.id, version, move: 'callBack', reason: why })
  }
  const handed = handOver(gate, row, handOversOf(method.content, risk, available), occasion, reason)
  return { commands: [...commands, ...handed.commands], notices: handed.notices }
}

/**
 * What follows for the risks from what they have become, from the method in force, the organisation of the day and who is away: values and
 * levels, who decides and by when, hand-overs begun and ended, and who is told. Nothing where nothing has changed.
 * @param by the method in force, where it has been asked for already, or is just taking effect
 */
export async function followRisks(
  gate: Gate,
  occasions: ReadonlyMap<string, Occasion>,
  reason: string,
  by?: Method | null,
): Promise<Followed> {
  const rows = await riskRows(gate.tx, [...occasions.keys()])
  if (!rows.length) return { commands: [], notices: [] }
  const method = by === undefined ? await heldMethod(gate.tx) : by
  const available = await availableFor(
    gate.tx,
    rows.map(({ unit }) => unit),
    gate.today,
  )
  const nobody: Available = { holders: [], told: [] }
  const each = rows.map((row) => followOne(gate, method, row, available.get(row.unit) ?? nobody, occasions.get(row.id) ?? {}, reason))
  // Commands of the same kind are stored together.
  const rank = ({ do: did, register }: Command) => (register.name === 'risk' ? (did === 'update' ? 0 : 1) : did === 'move' ? 2 : 3)
  return {
    commands: each.flatMap(({ commands }) => commands).toSorted((one, other) => rank(one) - rank(other)),
    notices: each.flatMap(({ notices }) => notices),
  }
}
