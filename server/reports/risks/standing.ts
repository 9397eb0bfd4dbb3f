import { isMaterial } from '#areas/risk/escalation.rules.ts'
import { bases, type HandOver, purposes, recipients } from '#areas/risk/escalation.words.ts'
import type { MandateRole, RiskMethodContent } from '#areas/risk/risk-method.content.ts'
import { mandateRoles } from '#areas/risk/risk-method.content.ts'
import { dayIn } from '#kernel/clocks/clock.ts'
import type { ListQuestion } from '#kernel/store/read.ts'
import { every, type Json, type Named, named, namedAll, number, type Reading, text } from '../records.ts'

/** One way to treat a risk, weighed before the decision. Costs in kronor. */
export interface OptionTold {
  readonly name: string
  readonly response: string
  readonly description: string | null
  readonly costOnce: number | null
  readonly costYearly: number | null
  readonly value: number | null
  readonly level: number | null
  readonly proposed: boolean
}

/** What is done about risks. Costs in kronor. */
export interface ActionTold extends Named {
  readonly owner: string | null
  readonly due: string | null
  readonly costEstimated: number | null
  readonly costActual: number | null
  readonly state: string
  /** How far it helped, 1–3; null where that has not been judged. */
  readonly effective: number | null
  readonly risks: readonly string[]
}

export interface ChallengeTold {
  readonly reference: string
  readonly risk: string
  readonly question: string
  readonly by: string | null
  readonly on: string
  readonly answerBy: string | null
  readonly answerer: string | null
  readonly answer: string | null
  readonly state: string
}

export interface FindingTold extends Named {
  readonly severity: number | null
  readonly responsible: string | null
  readonly answerBy: string | null
  readonly state: string
  readonly risks: readonly string[]
}

/** A hand-over and the risk it concerns. */
export interface Handed extends HandOver {
  readonly risk: string
}

/** A risk as a report tells of it. */
export interface RiskTold {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly cause: string | null
  readonly event: string | null
  readonly effect: string | null
  readonly kind: string | null
  readonly unit: Named | null
  readonly owner: string | null
  readonly state: string
  readonly value: number | null
  readonly level: number | null
  readonly inherentValue: number | null
  readonly inherentLevel: number | null
  readonly targetValue: number | null
  readonly targetLevel: number | null
  readonly consequence: number | null
  readonly likelihood: number | null
  readonly inherentConsequence: number | null
  readonly inherentLikelihood: number | null
  readonly targetConsequence: number | null
  readonly targetLikelihood: number | null
  readonly material: boolean
  readonly materialGrounds: string | null
  readonly decider: string | null
  readonly mandate: MandateRole | null
  readonly decideBy: string | null
  readonly decidedOn: string | null
  readonly response: string | null
  readonly acceptedUntil: string | null
  readonly conditions: string | null
  readonly reviewBy: string | null
  /** Has a secrecy marking: its provision. */
  readonly marking: string | null
}

/** The risks as they stood on a day, with all that belongs to them, as one person may see them. */
export interface Standing {
  readonly day: string
  readonly method: RiskMethodContent | null
  readonly risks: readonly RiskTold[]
  readonly options: ReadonlyMap<string, readonly OptionTold[]>
  readonly actions: readonly ActionTold[]
  readonly challenges: readonly ChallengeTold[]
  readonly findings: readonly FindingTold[]
  readonly handOvers: readonly Handed[]
  readonly units: ReadonlyMap<string, { readonly name: string; readonly parent: string | null }>
}

const among = <Key extends string>(table: Readonly<Record<Key, unknown>>, value: unknown): Key | null =>
  typeof value === 'string' && Object.hasOwn(table, value) ? (value as Key) : null

const labelOf = (value: unknown): string | null => named(value)?.label ?? null

const riskFields = [
  'id reference title cause event effect kind unit owner state value level inherentValue inherentLevel targetValue targetLevel',
  'consequence likelihood inherentConsequence inherentLikelihood targetConsequence targetLikelihood material materialGrounds decider mandate decideBy decidedOn response acceptedUntil conditions reviewBy marking',
]
  .join(' ')
  .split(' ')

const provision = (value: unknown): string | null =>
  value && typeof value === 'object' && 'provision' in value ? String(value.provision) : null

const riskIn = (row: Json): RiskTold => ({
  id: String(row.id),
  reference: text(row.reference) ?? '',
  title: text(row.title) ?? '',
  cause: text(row.cause),
  event: text(row.event),
  effect: text(row.effect),
  kind: text(row.kind),
  unit: named(row.unit),
  owner: labelOf(row.owner),
  state: String(row.state),
  value: number(row.value),
  level: number(row.level),
  inherentValue: number(row.inherentValue),
  inherentLevel: number(row.inherentLevel),
  targetValue: number(row.targetValue),
  targetLevel: number(row.targetLevel),
  consequence: number(row.consequence),
  likelihood: number(row.likelihood),
  inherentConsequence: number(row.inherentConsequence),
  inherentLikelihood: number(row.inherentLikelihood),
  targetConsequence: number(row.targetConsequence),
  targetLikelihood: number(row.targetLikelihood),
  material: row.material === true,
  materialGrounds: text(row.materialGrounds),
  decider: labelOf(row.decider),
  mandate: mandateRoles.find((role) => role === row.mandate) ?? null,
  decideBy: text(row.decideBy),
  decidedOn: text(row.decidedOn),
  response: text(row.response),
  acceptedUntil: text(row.acceptedUntil),
  conditions: text(row.conditions),
  reviewBy: text(row.reviewBy),
  marking: provision(row.marking),
})

const optionIn = (row: Json): OptionTold => ({
  name: text(row.name) ?? '',
  response: String(row.response),
  description: text(row.description),
  costOnce: number(row.costOnce),
  costYearly: number(row.costYearly),
  value: number(row.value),
  level: number(row.level),
  proposed: row.proposed === true,
})

const idsIn = (value: unknown): string[] => namedAll(value).map(({ id }) => id)

const actionIn = (row: Json): ActionTold => ({
  id: String(row.id),
  label: text(row.title) ?? '',
  reference: text(row.reference),
  owner: labelOf(row.owner),
  due: text(row.due),
  costEstimated: number(row.costEstimated),
  costActual: number(row.costActual),
  state: String(row.state),
  effective: number(row.effective),
  risks: idsIn(row.risks),
})

const challengeIn = (row: Json): ChallengeTold => ({
  reference: text(row.reference) ?? '',
  risk: named(row.risk)?.id ?? '',
  question: text(row.question) ?? '',
  by: labelOf(row.createdBy),
  on: dayIn(new Date(String(row.createdAt))),
  answerBy: text(row.answerBy),
  answerer: labelOf(row.answerer),
  answer: text(row.answer),
  state: String(row.state),
})

const findingIn = (row: Json): FindingTold => ({
  id: String(row.id),
  label: text(row.title) ?? '',
  reference: text(row.reference),
  severity: number(row.severity),
  responsible: labelOf(row.responsible),
  answerBy: text(row.answerBy),
  state: String(row.state),
  risks: idsIn(row.risks),
})

const states = { open: true, acknowledged: true, done: true, passedOn: true } as const

const handedIn = (row: Json): Handed => ({
  risk: named(row.risk)?.id ?? '',
  purpose: among(purposes, row.purpose) ?? 'know',
  basis: among(bases, row.basis),
  role: among(recipients, row.role),
  person: labelOf(row.person),
  insteadOf: labelOf(row.insteadOf),
  value: number(row.value),
  threshold: number(row.threshold),
  within: number(row.within),
  since: dayIn(new Date(String(row.createdAt))),
  answerBy: text(row.answerBy),
  acknowledgedOn: text(row.acknowledgedOn),
  endedOn: text(row.endedOn),
  state: among(states, row.state) ?? 'open',
})

export const isOpen = ({ state }: { readonly state: string }): boolean => state !== 'closed'

/** The most serious first. */
const byGravity = (one: RiskTold, other: RiskTold) =>
  (other.level ?? 0) - (one.level ?? 0) || (other.value ?? 0) - (one.value ?? 0) || one.reference.localeCompare(other.reference)

/** Material, or at the highest level the method has: what the director-general is told of. */
export function isSerious(method: RiskMethodContent | null, risk: RiskTold): boolean {
  if (!method) return risk.material
  const highest = Math.max(...method.levels.map(({ level }) => level))
  return isMaterial(method, risk) || risk.level === highest
}

/** The risks alone, to be compared with. */
export const readRisks = async (reading: Reading, question: ListQuestion = {}): Promise<RiskTold[]> =>
  (await every(reading, 'risk', { fields: riskFields, sort: ['-value'], ...question })).map(riskIn).sort(byGravity)

async function methodOn(reading: Reading): Promise<RiskMethodContent | null> {
  const found = await every(reading, 'riskMethod', { filters: [['state', 'inForce']] })
  return (found[0]?.content as RiskMethodContent | null | undefined) ?? null
}

/** Reads all risks, or one, with what belongs to them: one question per register, however many the risks are. */
export async function readStanding(reading: Reading, only: string | null = null): Promise<Standing> {
  const of: ListQuestion = only ? { filters: [['risk', only]] } : {}
  const concerning = (more: readonly (readonly [string, string])[] = []): ListQuestion => ({
    filters: [...(only ? ([['risks', only]] as const) : []), ...more],
  })
  const risks = await readRisks(reading, only ? { ids: [only] } : {})
  const options = await every(reading, 'riskOption', of)
  const byRisk = new Map<string, OptionTold[]>()
  for (const row of options) {
    const id = named(row.risk)?.id ?? ''
    byRisk.set(id, [...(byRisk.get(id) ?? []), optionIn(row)])
  }
  const units = await every(reading, 'unit', { fields: ['id', 'name', 'parent'] })
  return {
    day: reading.day,
    method: await methodOn(reading),
    risks,
    options: byRisk,
    actions: (await every(reading, 'action', concerning([['state', 'not:dropped']]))).map(actionIn).filter((one) => one.risks.length > 0),
    challenges: (await every(reading, 'challenge', of)).map(challengeIn),
    findings: (await every(reading, 'finding', concerning())).map(findingIn).filter((one) => one.risks.length > 0),
    handOvers: (await every(reading, 'escalation', { ...of, sort: ['createdAt'] })).map(handedIn),
    units: new Map(units.map((row) => [String(row.id), { name: text(row.name) ?? '', parent: named(row.parent)?.id ?? null }] as const)),
  }
}

/** A unit and all below it. */
export function unitAndBelow({ units }: Pick<Standing, 'units'>, top: string): Set<string> {
  const found = new Set([top])
  for (let before = 0; before !== found.size; ) {
    before = found.size
    for (const [id, { parent }] of units) if (parent !== null && found.has(parent)) found.add(id)
  }
  return found
}

/** Only what concerns some of the risks. */
export function narrowed(standing: Standing, keep: (risk: RiskTold) => boolean): Standing {
  const risks = standing.risks.filter(keep)
  const ids = new Set(risks.map(({ id }) => id))
  const concerns = ({ risks: given }: { readonly risks: readonly string[] }) => given.some((id) => ids.has(id))
  return {
    ...standing,
    risks,
    actions: standing.actions.filter(concerns),
    findings: standing.findings.filter(concerns),
    challenges: standing.challenges.filter(({ risk }) => ids.has(risk)),
    handOvers: standing.handOvers.filter(({ risk }) => ids.has(risk)),
  }
}
