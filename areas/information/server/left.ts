import { sql } from 'kysely'
import type { Transaction } from '#kernel/store/context.ts'
import { aspects, type Need } from '../../scales/needs.ts'
import type { ModelContent } from '../classification-model.content.ts'
import { higher, noNeed } from '../inheritance.ts'
import { type Because, isEnhanced, type Protected, requiredOf } from '../required-measures.rules.ts'
import { isBrought } from './levels.effects.ts'
import { needIn, needsBelow } from './needs.ts'

/** What is assessed against the model in a classification: a system that holds the information, or the information itself where none does. */
export interface AssessedCarrier extends Protected {
  readonly register: 'system' | 'informationAsset'
  readonly id: string
}

/** A required measure for a carrier, and how it stands. */
export interface RequiredMeasure {
  readonly key: string
  readonly because: Because
  readonly carrier: AssessedCarrier
  readonly measure: string | null
  readonly assessment: string | null
  /** `unassessed` until somebody has said; an acceptance whose last day has passed is open again. */
  readonly standing: 'unassessed' | 'met' | 'open' | 'treated' | 'accepted'
}

/** A classification with all that decides whether it is done. */
export interface Whole {
  readonly id: string
  readonly asset: string
  readonly state: string
  readonly brought: boolean
  readonly model: { readonly id: string; readonly reference: string; readonly content: ModelContent | null }
  readonly need: Need
  readonly toValue: number
  readonly carriers: readonly AssessedCarrier[]
  readonly required: readonly RequiredMeasure[]
  readonly risks: readonly {
    readonly id: string
    readonly level: number | null
    readonly valued: boolean
    readonly settled: boolean
    readonly treated: boolean
  }[]
  /** The gaps and threats of which something has already been said. */
  readonly considered: readonly { readonly gap: string | null; readonly threat: string | null }[]
}

interface ClassificationRow {
  readonly id: string
  readonly asset: string
  readonly state: string
  readonly record: Readonly<Record<string, unknown>>
  readonly left: number | null
  readonly cells: number
  readonly brought: Need
  readonly model: Whole['model']
  readonly systems: string[]
}

const assessed = (row: { status: string; treated: boolean; state: string; acceptedUntil: string | null } | undefined, today: string) => {
  if (!row) return 'unassessed'
  if (row.status !== 'partly' && row.status !== 'missing') return 'met'
  if (row.state === 'accepted' && (row.acceptedUntil === null || row.acceptedUntil >= today)) return 'accepted'
  return row.treated ? 'treated' : 'open'
}

/** The carriers of the classified information, with the need they get when the classification is decided. */
async function carriersOf(tx: Transaction, row: ClassificationRow, need: Need): Promise<AssessedCarrier[]> {
  const { content } = row.model
  const systems = await tx.rows<{ id: string; enhanced: boolean | null; central: boolean | null }>(
    sql`select id, enhanced_protection as enhanced, central from system where id = any (${row.systems}::uuid[]) and withdrawn_at is null order by name, id`,
  )
  if (!systems.length)
    return [{ register: 'informationAsset', id: row.asset, need, enhanced: isEnhanced(content, need, null), central: false }]
  const ids = systems.map(({ id }) => id)
  const found = await needsBelow(tx, ids, new Map([[row.asset, { need, systems: ids }]]))
  return systems.map(({ id, enhanced, central }) => {
    const holding = found.get(id)?.holding ?? noNeed
    return { register: 'system', id, need: holding, enhanced: isEnhanced(content, holding, enhanced), central: central === true }
  })
}

/** Reads a classification with everything that decides whether it is done. Asked as the system: what is left must not depend on who looks. */
export async function wholeOf(tx: Transaction, id: string, today: string): Promise<Whole | null> {
  const [row] = await tx.rows<ClassificationRow>(sql`
    select c.id, c.asset, c.state, to_jsonb(c) as record, c.left_to_value as left, a.systems,
        (select count(*)::integer from valuation v where v.classification = c.id and v.withdrawn_at is null) as cells,
        jsonb_build_object(${sql.raw(aspects.map((aspect) => `'${aspect}', c.brought_${aspect}`).join(', '))}) as brought,
        jsonb_build_object('id', m.id, 'reference', m.reference, 'content', m.content) as model
      from classification c join information_asset a on a.id = c.asset join classification_model m on m.id = c.model
      where c.id = ${id}::uuid and c.withdrawn_at is null`)
  if (!row) return null
  const need = higher(needIn(row.record), noNeed)
  const { content } = row.model
  const carriers = await carriersOf(tx, row, need)
  const wanted = content ? carriers.flatMap((carrier) => requiredOf(content, carrier).map((each) => ({ ...each, carrier }))) : []
  const keys = [...new Set(wanted.map(({ key }) => key))]
  const measures = await tx.rows<{ id: string; key: string }>(
    sql`select id, key from security_measure where key = any (${keys}::text[]) and withdrawn_at is null`,
  )
  const idOf = new Map(measures.map(({ id: measure, key }) => [key, measure]))
  const places = carriers.map((carrier) => carrier.id)
  const assessments = await tx.rows<{
    id: string
    measure: string
    at: string
    status: string
    treated: boolean
    state: string
    acceptedUntil: string | null
  }>(sql`
    select s.id, s.measure, coalesce(s.system, s.asset) as at, s.status, coalesce(s.treated, false) as treated, s.state, s.accepted_until as "acceptedUntil"
      from measure_assessment s where s.withdrawn_at is null and (s.system = any (${places}::uuid[]) or s.asset = any (${places}::uuid[]))`)
  const at = new Map(assessments.map((each) => [`${each.measure} ${each.at}`, each]))
  const risks = await tx.rows<Whole['risks'][number]>(sql`
    select r.id, r.level, r.consequence is not null and r.likelihood is not null as valued, r.state in ('accepted', 'closed') as settled,
        exists (select from links_to('action', 'risks', array[r.id]) l join action t on t.id = l.from_id where t.withdrawn_at is null and t.state <> 'dropped') as treated
      from risk r where r.withdrawn_at is null and (r.classification = ${id}::uuid
        or r.id in (select p.risk from risk_proposal p where p.classification = ${id}::uuid and p.withdrawn_at is null))
      order by r.level desc nulls last, r.reference`)
  const considered = await tx.rows<{ gap: string | null; threat: string | null }>(
    sql`select gap, threat from risk_proposal where classification = ${id}::uuid and withdrawn_at is null`,
  )
  return {
    id,
    asset: row.asset,
    state: row.state,
    brought: isBrought(row.brought, row.cells),
    model: row.model,
    need,
    toValue: row.left ?? 0,
    carriers,
    required: wanted.flatMap(({ key, because, carrier }): RequiredMeasure[] => {
      const measure = idOf.get(key) ?? null
      // A measure that has been taken out of the list cannot be assessed, so nobody is held to it.
      if (measure === null) return []
      const assessment = at.get(`${measure} ${carrier.id}`)
      return [{ key, because, carrier, measure, assessment: assessment?.id ?? null, standing: assessed(assessment, today) }]
    }),
    risks,
    considered,
  }
}

/** From this level a risk takes an action, or somebody with the mandate who accepts it. */
const highRisk = 3

/** What remains before a classification can be decided. Proposed risks nobody has considered are counted but hinder nothing. */
export function leftOf(whole: Whole, threats: readonly string[] = []) {
  const gaps = whole.required.filter(({ standing }) => standing === 'open' || standing === 'treated' || standing === 'accepted')
  const seen = new Set(whole.considered.flatMap(({ gap, threat }) => [...(gap ? [gap] : []), ...(threat ? [threat] : [])]))
  return {
    toValue: whole.toValue,
    unassessed: whole.required.filter(({ standing }) => standing === 'unassessed').length,
    openGaps: whole.required.filter(({ standing }) => standing === 'open').length,
    openProposals:
      gaps.filter(({ assessment }) => assessment !== null && !seen.has(assessment)).length +
      threats.filter((threat) => !seen.has(threat)).length,
    unvaluedRisks: whole.risks.filter(({ valued, settled }) => !valued && !settled).length,
    risksWithoutAction: whole.risks.filter(({ level, settled, treated }) => (level ?? 0) >= highRisk && !settled && !treated).length,
  }
}
export type Left = ReturnType<typeof leftOf>

/** The threats to propose: those that threaten an aspect in which the information needs more than a little protection. */
export const threatensAt = 2
export const proposedThreats = (tx: Transaction, need: Need): Promise<{ id: string }[]> => {
  const high = (aspect: keyof Need) => (need[aspect] ?? 0) >= threatensAt
  return tx.rows<{ id: string }>(sql`
    select t.id from threat t where t.withdrawn_at is null and (
      (t.confidentiality and ${high('confidentiality')}) or (t.integrity and ${high('integrity')}) or (t.availability and ${high('availability')})) order by t.key, t.id`)
}
