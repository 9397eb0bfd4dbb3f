import { sql } from 'kysely'
import type { Transaction } from '#kernel/store/context.ts'
import type { Basis, Purpose } from '../escalation.words.ts'
import type { MandateRole } from '../risk-method.content.ts'

/** A hand-over that has not ended. */
export interface OpenEscalation {
  readonly id: string
  readonly version: number
  readonly purpose: Purpose
  readonly person: string
  readonly role: string
  readonly basis: Basis
  readonly value: number | null
  readonly answerBy: string
}

/** A risk as the effects see it. */
export interface RiskRow {
  readonly id: string
  readonly version: number
  readonly reference: string
  readonly state: string
  readonly unit: string
  readonly owner: string | null
  readonly material: boolean | null
  readonly handler: string | null
  readonly decider: string | null
  readonly mandate: MandateRole | null
  readonly raisedTo: MandateRole | null
  readonly decideBy: string | null
  readonly takesTwo: boolean | null
  readonly decidedValue: number | null
  readonly decidedOn: string | null
  readonly reviewBy: string | null
  readonly acceptedUntil: string | null
  readonly response: string | null
  readonly method: string | null
  readonly revalue: boolean | null
  /** One of its options is to be judged again. */
  readonly revalueOptions: boolean
  readonly inherentConsequence: number | null
  readonly inherentLikelihood: number | null
  readonly inherentValue: number | null
  readonly inherentLevel: number | null
  readonly consequence: number | null
  readonly likelihood: number | null
  readonly value: number | null
  readonly level: number | null
  readonly targetConsequence: number | null
  readonly targetLikelihood: number | null
  readonly targetValue: number | null
  readonly targetLevel: number | null
  readonly escalations: readonly OpenEscalation[]
  /** To whom it has been made known, by person: the highest value they have been told of. */
  readonly known: Readonly<Record<string, number>>
}

const stillStand = (ids: readonly string[]) => sql`r.id = any (${[...ids]}::uuid[]) and r.withdrawn_at is null`
const isOpen = sql`e.withdrawn_at is null and e.state in ('open', 'acknowledged')`

/**
 * The risks that still stand, held against change until the transaction ends, with their hand-overs. They are held before they are read: what
 * somebody else was just about to change is read as it became.
 */
export async function riskRows(tx: Transaction, ids: readonly string[]): Promise<RiskRow[]> {
  const [, , rows] = await Promise.all([
    tx.rows<object>(sql`select from risk r where ${stillStand(ids)} order by r.id for no key update`),
    tx.rows<object>(sql`select from escalation e where e.risk = any (${[...ids]}::uuid[]) and ${isOpen} order by e.id for no key update`),
    tx.rows<RiskRow>(sql`
    select r.id, r.version, r.reference, r.state, r.unit, r.owner, r.material, r.handler, r.decider, r.mandate, r.raised_to as "raisedTo", r.decide_by as "decideBy", r.takes_two as "takesTwo",
        r.decided_value as "decidedValue", r.decided_on as "decidedOn", r.review_by as "reviewBy", r.accepted_until as "acceptedUntil", r.response, r.method, r.revalue,
        r.inherent_consequence as "inherentConsequence", r.inherent_likelihood as "inherentLikelihood", r.inherent_value as "inherentValue", r.inherent_level as "inherentLevel",
        r.consequence, r.likelihood, r.value, r.level,
        r.target_consequence as "targetConsequence", r.target_likelihood as "targetLikelihood", r.target_value as "targetValue", r.target_level as "targetLevel",
        exists (select from risk_option o where o.risk = r.id and o.withdrawn_at is null and o.revalue) as "revalueOptions",
        coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'version', e.version, 'purpose', e.purpose, 'person', e.person, 'role', e.role, 'basis', e.basis, 'value', e.value, 'answerBy', e.answer_by) order by e.id)
          from escalation e where e.risk = r.id and ${isOpen}), '[]') as escalations,
        coalesce((select jsonb_object_agg(k.person, k.value) from (select e.person, max(e.value) as value from escalation e
          where e.risk = r.id and e.withdrawn_at is null and e.purpose = 'know' and e.person is not null group by e.person) k), '{}') as known
      from risk r where ${stillStand(ids)} order by r.id`),
  ])
  return rows
}
