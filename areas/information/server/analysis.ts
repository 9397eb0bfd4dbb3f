import { sql } from 'kysely'
import type { Catalogue } from '#kernel/definition/catalogue.ts'
import type { Language } from '#kernel/language/text.ts'
import { asSystem, type Transaction } from '#kernel/store/context.ts'
import { mayJson } from '#kernel/store/present.ts'
import { type Aspect, aspects } from '../../scales/needs.ts'
import { becauseInWords } from '../required-measures.rules.ts'
import { type Cell, worstOf } from '../valuation.rules.ts'
import { leftOf, proposedThreats, type RequiredMeasure, type Whole, wholeOf } from './left.ts'

/** Reads something as the system in the middle of somebody's reading: only what does not tell him of records he may not see may come out of it. */
export async function unseen<T>(tx: Transaction, reason: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const found = await work(await tx.acting(asSystem(reason)))
  await tx.acting(tx.actor)
  return found
}

interface Action {
  readonly id: string
  readonly label: string
  readonly reference: string
  readonly state: string
  readonly owner: { readonly id: string; readonly label: string } | null
  readonly due: string | null
}

interface AssessmentRow {
  readonly id: string
  readonly actions: Action[]
  readonly facts: Readonly<Record<string, unknown>> & { readonly status: string; readonly reason: string | null }
}

/** A person, or another record, as an answer names it; null where the actor may not see it. */
const named = (table: string, column: string, label: string) =>
  sql.raw(`(select jsonb_build_object('id', x.id, 'label', x.${label}) from ${table} x where x.id = ${column})`)

/** The actions linked to a record through a field, that have not been dropped, as the actor may see them. */
const actionsFor = (field: 'gaps' | 'risks', id: string) =>
  sql.raw(`coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'label', t.title, 'reference', t.reference, 'state', t.state, 'due', t.due,
      'owner', (select jsonb_build_object('id', p.id, 'label', p.name) from person p where p.id = t.owner)) order by t.due nulls last, t.reference)
    from linked_from('action', '${field}', ${id}) l (id) join action t on t.id = l.id where t.withdrawn_at is null and t.state <> 'dropped'), '[]')`)

/** What may happen where a measure is lacking, by the aspect that asks for it. */
const happens: Readonly<Record<Aspect, Readonly<Record<Language, string>>>> = {
  confidentiality: { sv: 'obehöriga tar del av informationen', en: 'unauthorised persons gain access to the information' },
  integrity: {
    sv: 'informationen blir felaktig eller ändras utan att det märks',
    en: 'the information becomes wrong or is changed without being noticed',
  },
  availability: { sv: 'informationen inte går att nå när den behövs', en: 'the information cannot be reached when it is needed' },
  traceability: { sv: 'det inte går att visa vem som har gjort vad', en: 'it cannot be shown who has done what' },
}

/** The gaps a risk may come of. */
const gapsIn = (whole: Whole): RequiredMeasure[] =>
  whole.required.filter(({ assessment, standing }) => assessment !== null && ['open', 'treated', 'accepted'].includes(standing))

/** Everything the steps of a classification show after its valuation, as far as the actor may see it; what is left is counted over everything. */
export async function analysisOf(
  tx: Transaction,
  catalogue: Catalogue,
  id: string,
  asked: { readonly today: string; readonly language: Language; readonly past: boolean },
) {
  const [seen] = await tx.rows<{ id: string }>(sql`select id from classification where id = ${id}::uuid and withdrawn_at is null`)
  if (!seen) return null
  const { language, today } = asked
  const found = await unseen(tx, 'counts what is left of a classification', async (system) => {
    const whole = await wholeOf(system, id, today)
    return whole && { whole, threats: (await proposedThreats(system, whole.need)).map((threat) => threat.id) }
  })
  if (!found) return null
  const { whole, threats } = found
  const { content } = whole.model

  const carriers = await tx.rows<{ id: string; label: string }>(sql`
    select id, name as label from system where id = any (${whole.carriers.map((carrier) => carrier.id)}::uuid[])
    union all select id, name from information_asset where id = any (${whole.carriers.map((carrier) => carrier.id)}::uuid[])`)
  const labelOf = new Map(carriers.map((carrier) => [carrier.id, carrier.label]))
  const measures = await tx.rows<{
    id: string
    key: string
    label: string
    description: string | null
    evidence: string | null
    requirements: unknown[]
  }>(sql`
    select m.id, m.key, m.name as label, m.description, m.evidence, coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'label', r.name, 'reference', r.designation)
        order by r.key) from requirement r where r.id = any (m.requirements) and r.withdrawn_at is null), '[]') as requirements
      from security_measure m where m.id = any (${whole.required.flatMap(({ measure }) => measure ?? [])}::uuid[])`)
  const measureOf = new Map(measures.map((measure) => [measure.id, measure]))
  const assessments = await tx.rows<AssessmentRow>(sql`
    select t.id, ${actionsFor('gaps', 't.id')} as actions, jsonb_build_object('id', t.id, 'version', t.version, 'status', t.status, 'severity', t.severity, 'reason', t.reason, 'state', t.state,
        'acceptedUntil', t.accepted_until, 'assessedOn', t.assessed_on, 'assessor', ${named('person', 't.assessor', 'name')}, 'may', to_jsonb(${sql.raw(mayJson(catalogue.register('measureAssessment'), tx.actor.roles))})) as facts
      from measure_assessment t where t.id = any (${whole.required.flatMap(({ assessment }) => assessment ?? [])}::uuid[])`)
  const assessmentOf = new Map(assessments.map((assessment) => [assessment.id, assessment]))
  const risks = await tx.rows<object>(sql`
    select r.id, r.title as label, r.reference, r.level, r.consequence, r.likelihood, r.state, ${actionsFor('risks', 'r.id')} as actions
      from risk r where r.id = any (${whole.risks.map((risk) => risk.id)}::uuid[]) order by r.level desc nulls last, r.reference`)
  const catalogued = await tx.rows<{ id: string; name: string; cause: string | null; event: string | null; effect: string | null }>(
    sql`select id, name, cause, event, effect from threat where id = any (${threats}::uuid[]) order by key, id`,
  )
  const considered = await tx.rows<{ gap: string | null; threat: string | null; decided: object }>(sql`
    select p.gap, p.threat, jsonb_build_object('id', p.id, 'outcome', p.outcome, 'reason', p.reason,
        'risk', (select jsonb_build_object('id', r.id, 'label', r.title, 'reference', r.reference) from risk r where r.id = p.risk)) as decided
      from risk_proposal p where p.classification = ${id}::uuid and p.withdrawn_at is null`)
  const cells = await tx.rows<Cell & { reason: string | null }>(
    sql`select aspect, category, level, reason from valuation where classification = ${id}::uuid and withdrawn_at is null`,
  )

  const standingFor = (standing: RequiredMeasure['standing'], status: string) =>
    standing === 'unassessed' ? (status === 'inPlace' || status === 'notApplicable' ? 'met' : 'open') : standing

  /** What the harm of the aspect comes to, in the words of whoever valued it or of the model. */
  const harmOf = (aspect: string): string | null => {
    const worst = content && worstOf(content, cells, aspect)
    if (!content || !worst) return null
    const level = content.levels.find((each) => each.level === worst.level)?.name ?? worst.level
    const category = (content.categories.find(({ key }) => key === worst.category)?.name ?? worst.category).toLowerCase()
    const text = worst.reason ?? content.criteria.find((each) => each.category === worst.category && each.level === worst.level)?.text ?? ''
    return { sv: `följder på nivån ”${level}” (${category}): ${text}`, en: `harm at the level “${level}” (${category}): ${text}` }[language]
  }
  const gapProposals = gapsIn(whole).flatMap(({ assessment, measure, carrier, because }) => {
    const gap = assessmentOf.get(assessment ?? '')
    const label = measureOf.get(measure ?? '')?.label
    const where = labelOf.get(carrier.id)
    if (!gap || !label || !where) return []
    const half = gap.facts.status === 'partly'
    const aspect = aspects.find((each) => because.aspects.some((one) => one.aspect === each)) ?? 'confidentiality'
    const words = {
      sv: {
        name: `${label} ${half ? 'finns bara delvis' : 'saknas'} i ${where}`,
        cause: `att ”${label}” ${half ? 'bara delvis finns på plats' : 'saknas'} i ${where}`,
      },
      en: {
        name: `${label} is ${half ? 'only partly in place' : 'missing'} in ${where}`,
        cause: `“${label}” being ${half ? 'only partly in place' : 'missing'} in ${where}`,
      },
    }[language]
    return [
      {
        key: `gap:${gap.id}`,
        name: words.name.slice(0, 160),
        cause: gap.facts.reason ? `${words.cause} (${gap.facts.reason.replace(/\.$/, '')})` : words.cause,
        event: happens[aspect][language],
        effect: harmOf(aspect),
        gap: gap.id,
        threat: null,
        decided: considered.find((each) => each.gap === gap.id)?.decided ?? null,
      },
    ]
  })

  return {
    model: whole.model,
    carriers: whole.carriers.flatMap(({ register, id: carrier, need, enhanced, central }) => {
      const label = labelOf.get(carrier)
      return label === undefined ? [] : [{ register: catalogue.register(register).plural, id: carrier, label, need, enhanced, central }]
    }),
    measures: whole.required.flatMap(({ measure, carrier, because, assessment, standing }) => {
      const facts = measureOf.get(measure ?? '')
      if (!facts || !content || !labelOf.has(carrier.id)) return []
      const known = assessmentOf.get(assessment ?? '')
      return [
        {
          measure: facts,
          carrier: { register: catalogue.register(carrier.register).plural, id: carrier.id },
          because: becauseInWords(because, content, language),
          standing,
          assessment: known
            ? { ...known.facts, ...(asked.past ? { may: [] } : {}), standing: standingFor(standing, known.facts.status) }
            : null,
          actions: known?.actions ?? [],
        },
      ]
    }),
    proposals: [
      ...gapProposals,
      ...catalogued.map(({ id: threat, name, cause, event, effect }) => ({
        key: `threat:${threat}`,
        name,
        cause,
        event,
        effect,
        gap: null,
        threat,
        decided: considered.find((each) => each.threat === threat)?.decided ?? null,
      })),
    ],
    risks,
    left: leftOf(whole, threats),
  }
}

/** How many precedents are shown beside a valuation. */
const mostPrecedents = 6

/** The words of a name that say something: three letters or more. */
const wordsIn = (name: string): string[] => [...new Set(name.toLowerCase().match(/\p{L}{3,}/gu) ?? [])]

interface PrecedentRow {
  readonly id: string
  readonly asset: { readonly id: string; readonly label: string }
  readonly alike: number
  readonly name: string
}

/** Decided classifications of other information that the actor may read, the most alike first: same kind of content, same unit, words in common. */
export async function precedentsOf(tx: Transaction, id: string) {
  const [mine] = await tx.rows<{ asset: string; name: string; personal: boolean | null; identities: boolean | null; unit: string }>(sql`
    select c.asset, coalesce(a.name, c.name, '') as name, a.personal_data as personal, a.protected_identities as identities, c.unit
      from classification c left join information_asset a on a.id = c.asset where c.id = ${id}::uuid and c.withdrawn_at is null`)
  if (!mine) return null
  const words = wordsIn(mine.name).map((word) => `%${word.replace(/[\\%_]/g, '\\$&').slice(0, Math.max(4, word.length - 2))}%`)
  const items = await tx.rows<PrecedentRow>(sql`
    select c.id, c.reference, c.name as label, c.level, c.confidentiality, c.integrity, c.availability, c.traceability, c.shared,
        jsonb_build_object('id', a.id, 'label', a.name, 'reference', a.reference) as asset,
        (select jsonb_build_object('id', u.id, 'label', u.name) from unit u where u.id = c.unit) as unit,
        coalesce((select jsonb_agg(jsonb_build_object('aspect', v.aspect, 'category', v.category, 'level', v.level, 'reason', v.reason) order by v.aspect, v.category)
          from valuation v where v.classification = c.id and v.withdrawn_at is null), '[]') as valuations
      from classification c join information_asset a on a.id = c.asset
      where c.state = 'decided' and c.withdrawn_at is null and a.withdrawn_at is null and c.asset <> ${mine.asset}::uuid
      order by 2 * (select count(*) from unnest(${words}::text[]) word where lower(a.name) like word)
          + case when coalesce(a.protected_identities, false) = coalesce(${mine.identities}::boolean, false) then 1 else 0 end
          + case when coalesce(a.personal_data, false) = coalesce(${mine.personal}::boolean, false) then 1 else 0 end
          + case when c.unit = ${mine.unit}::uuid then 1 else 0 end + case when c.shared then 1 else 0 end desc,
        c.decided_on desc nulls last, c.id limit ${mostPrecedents}`)
  return items
}
