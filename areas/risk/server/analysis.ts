import { sql } from 'kysely'
import type { Catalogue } from '#kernel/definition/catalogue.ts'
import { asSystem, type Transaction } from '#kernel/store/context.ts'
import { mayJson } from '#kernel/store/present.ts'
import type { Workshop, WorkshopRisk } from '../risk-analysis.answer.ts'
import { disagreement } from '../risk-analysis.rules.ts'
import type { RiskMethodContent } from '../risk-method.content.ts'
import { owners } from './faults.ts'

interface Head {
  readonly id: string
  readonly version: number
  readonly reference: string
  readonly name: string
  readonly kind: string
  readonly state: string
  readonly leader: Workshop['people'][number] | null
  readonly participants: readonly { id: string; label: string }[]
  readonly may: readonly string[]
  readonly method: { id: string; label: string; content: RiskMethodContent } | null
}

type RiskFacts = Omit<WorkshopRisk, 'mine' | 'estimates' | 'given' | 'apart' | 'mayBeOwned'>

interface Estimate {
  readonly id: string
  readonly version: number
  readonly risk: string
  readonly state: string
  readonly person: string
  readonly name: string | null
  readonly consequence: number | null
  readonly likelihood: number | null
  readonly reason: string | null
}

const person = (column: string) => sql.raw(`(select jsonb_build_object('id', p.id, 'label', p.name) from person p where p.id = ${column})`)

/**
 * What the actor is told though he may not read the records it comes of: who has judged how many of some risks (a count, never what they
 * judged), and which of their owners may own a risk.
 */
async function countedFor(tx: Transaction, analysis: string, risks: readonly RiskFacts[], today: string) {
  const system = await tx.acting(asSystem('counts who has judged in a risk analysis'))
  const given = await system.rows<{ risk: string; person: string }>(sql`
    select risk, person from risk_estimate where analysis = ${analysis}::uuid and risk = any (${risks.map(({ id }) => id)}::uuid[])
      and consequence is not null and likelihood is not null and withdrawn_at is null`)
  const mayOwn = await owners(
    { tx: system, today },
    risks.flatMap(({ owner }) => owner?.id ?? []),
  )
  await tx.acting(tx.actor)
  return { given, mayOwn }
}

/**
 * A risk analysis as its people work in it: the risks the actor may see, his own estimates, those of others once they are shown, and
 * how far everybody has come. Six questions to the database, however many risks and people there are.
 */
export async function workshopOf(tx: Transaction, catalogue: Catalogue, id: string, today: string): Promise<Workshop | null> {
  const roles = tx.actor.roles
  const [head] = await tx.rows<Head>(sql`
    select t.id, t.version, t.reference, t.name, t.kind, t.state, ${person('t.leader')} as leader,
        coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'label', p.name) order by p.name, p.id) from person p where p.id = any (t.participants)), '[]') as participants,
        to_jsonb(${sql.raw(mayJson(catalogue.register('riskAnalysis'), roles))}) as may,
        (select jsonb_build_object('id', m.id, 'label', m.name, 'content', m.content) from risk_method m where m.id = coalesce(t.method,
          (select f.id from risk_method f where f.state = 'inForce' and f.withdrawn_at is null order by f.valid_from desc nulls last limit 1))) as method
      from risk_analysis t where t.id = ${id}::uuid and t.withdrawn_at is null`)
  if (!head) return null
  const risks = await tx.rows<RiskFacts>(sql`
    select t.id, t.version, t.reference, t.title as label, t.cause, t.event, t.effect, t.state, t.category, t.consequence, t.likelihood, t.value, t.level,
        t.inherent_consequence as "inherentConsequence", t.inherent_likelihood as "inherentLikelihood", t.target_consequence as "targetConsequence",
        t.target_likelihood as "targetLikelihood", t.confidence, ${person('t.owner')} as owner, ${person('t.created_by')} as "foundBy",
        to_jsonb(${sql.raw(mayJson(catalogue.register('risk'), roles))}) as may
      from risk t where t.analysis = ${id}::uuid and t.withdrawn_at is null order by t.created_at, t.reference limit 500`)
  const estimates = await tx.rows<Estimate>(sql`
    select e.id, e.version, e.risk, e.state, e.person, p.name, e.consequence, e.likelihood, e.reason
      from risk_estimate e left join person p on p.id = e.person where e.analysis = ${id}::uuid and e.withdrawn_at is null order by p.name, e.id`)
  const { given, mayOwn } = await countedFor(tx, id, risks, today)
  const open = new Set(risks.filter(({ state }) => state !== 'closed').map((risk) => risk.id))
  const people = [
    ...(head.leader ? [{ ...head.leader, leads: true }] : []),
    ...head.participants.filter((one) => one.id !== head.leader?.id).map((one) => ({ ...one, leads: false })),
  ].map((one) => ({ ...one, given: given.filter((row) => row.person === one.id && open.has(row.risk)).length }))
  return {
    id: head.id,
    version: head.version,
    reference: head.reference,
    label: head.name,
    kind: head.kind,
    state: head.state,
    today,
    may: head.may,
    method: head.method,
    toEstimate: open.size,
    people,
    risks: risks.map((risk): WorkshopRisk => {
      const own = estimates.find((one) => one.risk === risk.id && one.person === tx.actor.person)
      const shown = estimates.filter((one) => one.risk === risk.id && one.state === 'shown')
      return {
        ...risk,
        mine: own
          ? {
              id: own.id,
              version: own.version,
              consequence: own.consequence,
              likelihood: own.likelihood,
              reason: own.reason,
              shown: own.state === 'shown',
            }
          : null,
        estimates: shown.map((one) => ({
          person: { id: one.person, label: one.name ?? '' },
          consequence: one.consequence,
          likelihood: one.likelihood,
          reason: one.reason,
        })),
        given: given.filter((row) => row.risk === risk.id).length,
        apart: disagreement(shown),
        mayBeOwned: risk.owner !== null && mayOwn.get(risk.owner.id) === 'may',
      }
    }),
  }
}

/** Open risks that have been found before and may belong here too: of the same unit, or about the same information or systems. */
export async function earlierRisksOf(tx: Transaction, catalogue: Catalogue, id: string) {
  const [head] = await tx.rows<{ id: string }>(sql`select id from risk_analysis where id = ${id}::uuid and withdrawn_at is null`)
  if (!head) return null
  const items = await tx.rows<object>(sql`
    select t.id, t.version, t.reference, t.title as label, t.cause, t.event, t.effect, t.level, t.state,
        'update' = any (${sql.raw(mayJson(catalogue.register('risk'), tx.actor.roles))}) and (t.analysis is null or w.state = 'done') as "mayJoin"
      from risk_analysis a join risk t on t.analysis is distinct from a.id and t.withdrawn_at is null and t.state <> 'closed'
        and (t.unit = a.unit or t.assets && a.assets or t.systems && a.systems)
      left join risk_analysis w on w.id = t.analysis
      where a.id = ${id}::uuid order by (t.assets && a.assets or t.systems && a.systems) desc, t.level desc nulls last, t.reference limit 40`)
  return { items }
}
