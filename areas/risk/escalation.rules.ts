import type { Basis, Purpose } from './escalation.words.ts'
import { type MandateRole, mandateRoles, type RiskMethodContent } from './risk-method.content.ts'

/** Somebody who may be handed a risk: in which capacity, for which unit, and for whom he deputises. */
export interface Holder<Role extends string = string> {
  readonly person: string
  readonly role: Role
  readonly unit: string | null
  /** Steps up the tree from the risk's unit; 0 is the unit itself. */
  readonly distance: number
  readonly insteadOf: string | null
}

/** What is known of a risk when it is to be handed over. */
export interface RiskToHandOver {
  readonly state: string
  readonly value: number | null
  readonly level: number | null
  readonly owner: string | null
  readonly material: boolean
  /** The role it has been raised to, where the one it was handed to has passed it on or has not acted. */
  readonly raisedTo: MandateRole | null
  readonly raisedBecause: Extract<Basis, 'raised' | 'takenOver' | 'notDecided'> | null
  /** Those it lies with now: who still may stays, so that nothing changes hands without need. */
  readonly decider: string | null
  readonly handler: string | null
}

/** Those available in the first line above the risk, and those to be told; nobody who is away, each replaced by a deputy where there is one. */
export interface Available {
  readonly holders: readonly Holder<MandateRole>[]
  readonly told: readonly Holder[]
}

/** A hand-over: to whom, what for, and by which rule. */
export interface HandOver {
  readonly purpose: Purpose
  readonly person: string
  readonly role: string
  readonly unit: string | null
  readonly insteadOf: string | null
  readonly basis: Basis
  readonly value: number | null
  readonly threshold: number | null
  /** Working days to answer within. */
  readonly within: number
}

const rankOf = (role: MandateRole): number => mandateRoles.indexOf(role)

/** Whether a limit allows a value: a risk is decided on below it; null is without limit. */
const reaches = (limit: number | null | undefined, value: number): boolean => limit === null || (limit !== undefined && value < limit)

/** The mandate of a role by the method. */
export const mandateOf = (method: RiskMethodContent, role: MandateRole) => method.mandates.find((mandate) => mandate.role === role)

/** The lowest role that may decide on a risk of the value. */
export const lowestFor = (method: RiskMethodContent, value: number, deed: 'decide' | 'accept' = 'decide'): MandateRole =>
  mandateRoles.find((role) => reaches(mandateOf(method, role)?.[deed === 'accept' ? 'acceptsBelow' : 'decidesBelow'], value)) ??
  'director-general'

/** The role above, or null at the top. */
export const roleAbove = (role: MandateRole): MandateRole | null => mandateRoles[rankOf(role) + 1] ?? null

const byDistance = (one: Holder, other: Holder) =>
  one.distance - other.distance ||
  Number(one.insteadOf !== null) - Number(other.insteadOf !== null) ||
  one.person.localeCompare(other.person)

/** Those of a role, the best first: the one it lies with already, then the risk's owner, then the nearest. */
function candidates(
  holders: readonly Holder<MandateRole>[],
  role: MandateRole,
  preferred: readonly (string | null)[],
): Holder<MandateRole>[] {
  const rank = ({ person }: Holder) => {
    const at = preferred.indexOf(person)
    return at < 0 ? preferred.length : at
  }
  return holders.filter((holder) => holder.role === role).toSorted((one, other) => rank(one) - rank(other) || byDistance(one, other))
}

/** The limit that a value has reached, so that a role below may not decide: the highest of those passed. */
function limitReached(method: RiskMethodContent, role: MandateRole, value: number): number | null {
  const passed = method.mandates
    .filter((mandate) => rankOf(mandate.role) < rankOf(role) && mandate.decidesBelow !== null && value >= mandate.decidesBelow)
    .map((mandate) => mandate.decidesBelow ?? 0)
  return passed.length ? Math.max(...passed) : null
}

/**
 * Who decides on a risk: the lowest role with the mandate, nearest in the tree; higher where it has been raised, where a level has nobody,
 * or where the one who would decide owns the risk himself. Never below the mandate, and always a person as long as there is a director-general.
 */
export function deciderOf(method: RiskMethodContent, risk: RiskToHandOver, available: Available): HandOver | null {
  if (risk.value === null) return null
  const { value } = risk
  const required = lowestFor(method, value)
  const isRaised = risk.raisedTo !== null && rankOf(risk.raisedTo) > rankOf(required)
  const start = isRaised && risk.raisedTo ? risk.raisedTo : required
  const own = method.ownRiskFrom !== null && value >= method.ownRiskFrom
  const within = method.levels.find(({ level }) => level === risk.level)?.decideWithin ?? 0
  const limit = limitReached(method, required, value)
  let basis: Basis = isRaised ? (risk.raisedBecause ?? 'raised') : limit === null ? 'withinMandate' : 'beyondMandate'
  let threshold = isRaised ? null : (limit ?? mandateOf(method, required)?.decidesBelow ?? null)
  for (const role of mandateRoles.slice(rankOf(start))) {
    const all = candidates(available.holders, role, [risk.decider, risk.owner])
    const isTop = role === 'director-general'
    // A colleague with the same mandate is no check on him: it is for somebody above.
    const isOwn =
      own && !isTop && all.some(({ person, insteadOf }) => risk.owner !== null && (person === risk.owner || insteadOf === risk.owner))
    const found = isOwn ? undefined : all[0]
    if (found) {
      const { person, unit, insteadOf } = found
      return { purpose: 'decide', person, role, unit, insteadOf, basis, value, threshold, within }
    }
    basis = isOwn ? 'ownRisk' : 'noHolder'
    threshold = isOwn ? method.ownRiskFrom : null
  }
  return null
}

/** The nearest operational manager: of the unit itself or, where it has none, of the nearest above; further up where it has been raised. */
export function handlerOf(method: RiskMethodContent, risk: RiskToHandOver, { holders }: Available): HandOver | null {
  const managers: readonly MandateRole[] = ['manager', 'department-head', 'director-general']
  const from = risk.raisedTo ? managers.filter((role) => rankOf(role) >= rankOf(risk.raisedTo ?? 'manager')) : managers
  for (const role of from) {
    const found = candidates(holders, role, [risk.handler])[0]
    if (!found) continue
    const { person, unit, insteadOf } = found
    const basis = risk.raisedTo ? (risk.raisedBecause ?? 'raised') : 'nearest'
    return { purpose: 'analyse', person, role, unit, insteadOf, basis, value: risk.value, threshold: null, within: method.analyseWithin }
  }
  return null
}

/** Whether the risk is material: by its value, or because somebody judged it so. */
export const isMaterial = (method: RiskMethodContent, risk: Pick<RiskToHandOver, 'value' | 'material'>): boolean =>
  risk.material || (method.materialFrom !== null && risk.value !== null && risk.value >= method.materialFrom)

/** Who is to know of an analysed risk, whoever decides: the director-general of what is material, others from the value the method says. */
export function toldOf(method: RiskMethodContent, risk: RiskToHandOver, available: Available, decider: string | null): HandOver[] {
  const { value } = risk
  if (value === null) return []
  const within = method.acknowledgeWithin
  const told = ({ person, role, unit, insteadOf }: Holder, basis: Basis, threshold: number | null): HandOver => ({
    purpose: 'know',
    person,
    role,
    unit,
    insteadOf,
    basis,
    value,
    threshold,
    within,
  })
  const directors = isMaterial(method, risk) ? candidates(available.holders, 'director-general', []).slice(0, 1) : []
  const material = directors.map((one) =>
    told(one, 'material', method.materialFrom !== null && value >= method.materialFrom ? method.materialFrom : null),
  )
  const others = method.tells
    .filter(({ from }) => value >= from)
    .flatMap(({ role, from }) => {
      const all = [...available.told, ...available.holders].filter((holder) => holder.role === role).toSorted(byDistance)
      // A head of department answers for his part alone; the others for the whole authority, and all of them are told.
      const wanted = role === 'department-head' ? all.slice(0, 1) : all
      return wanted.map((one) => told(one, 'toldFrom', from))
    })
  const seen = new Set<string | null>([decider])
  return [...material, ...others].filter(({ person }) => !seen.has(person) && Boolean(seen.add(person)))
}

/** Whom a risk is to lie with now: what each purpose asks for, given its state. */
export function handOversOf(method: RiskMethodContent, risk: RiskToHandOver, available: Available): HandOver[] {
  if (risk.state === 'closed') return []
  if (risk.state === 'identified') return [handlerOf(method, risk, available) ?? []].flat()
  const decider = risk.state === 'analysed' ? deciderOf(method, risk, available) : null
  return [...(decider ? [decider] : []), ...toldOf(method, risk, available, decider?.person ?? risk.decider)]
}

/** Whether a decided risk has grown beyond the mandate it was decided by, so that somebody higher must decide anew. */
export function outgrown(
  method: RiskMethodContent,
  risk: {
    readonly state: string
    readonly value: number | null
    readonly decidedValue: number | null
    readonly mandate: MandateRole | null
  },
): boolean {
  if ((risk.state !== 'treated' && risk.state !== 'accepted') || risk.value === null || risk.mandate === null) return false
  if (risk.decidedValue !== null && risk.value <= risk.decidedValue) return false
  return rankOf(lowestFor(method, risk.value, risk.state === 'accepted' ? 'accept' : 'decide')) > rankOf(risk.mandate)
}
