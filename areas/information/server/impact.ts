import { sql } from 'kysely'
import type { Transaction } from '#kernel/store/context.ts'
import { type Aspect, highest, highestRung, type Need } from '../../scales/needs.ts'
import type { ModelContent } from '../classification-model.content.ts'
import { noNeed, sameNeed } from '../inheritance.ts'
import { isEnhanced, requiredBecause } from '../required-measures.rules.ts'
import { unseen } from './analysis.ts'
import { modelsOf } from './models.ts'
import { needIn, needsBelow } from './needs.ts'

/** The most that is listed of each kind; the counts are of all. */
const mostListed = 200

/** Which level of the model a level of an earlier one becomes: as the mapping says, otherwise itself, otherwise the next above, or the highest. */
export function becomes(content: Pick<ModelContent, 'levels' | 'mapping'>, rung: number): number {
  const mapped = content.mapping.find(({ from }) => from === rung)?.to
  if (mapped !== undefined) return mapped
  const levels = content.levels.map(({ level }) => level).sort((one, other) => one - other)
  return levels.find((level) => level >= rung) ?? levels.at(-1) ?? rung
}

const withLevel = (need: Need) => ({ ...need, level: highest(need) })
const eachRung = Array.from({ length: highestRung + 1 }, (_, rung) => rung)

interface Row {
  readonly id: string
  readonly reference: string
  readonly asset: { readonly id: string; readonly label: string; readonly reference: string }
  readonly owner: object | null
  readonly unit: object | null
  readonly systems: string[]
  readonly record: Readonly<Record<string, unknown>>
  readonly judged: Partial<Record<string, number>> | null
}

/** The classifications in force with what their judgements come to when the levels become those of the model. */
function classifications(tx: Transaction, model: string, content: ModelContent) {
  return tx.rows<Row>(sql`
    with becomes (rung, level) as (select * from unnest(${eachRung}::int[], ${eachRung.map((rung) => becomes(content, rung))}::int[])),
    worst as (
      select v.classification, v.aspect, max(b.level) as level from valuation v join becomes b on b.rung = v.level
        where v.withdrawn_at is null and v.category = any (${content.categories.map(({ key }) => key)}::text[]) group by v.classification, v.aspect),
    judged as (select classification, jsonb_object_agg(aspect, level) as levels from worst group by classification)
    select c.id, c.reference, to_jsonb(c) as record, a.systems, j.levels as judged,
        jsonb_build_object('id', a.id, 'label', a.name, 'reference', a.reference) as asset,
        (select jsonb_build_object('id', p.id, 'label', p.name) from person p where p.id = a.owner) as owner,
        (select jsonb_build_object('id', u.id, 'label', u.name) from unit u where u.id = a.unit) as unit
      from information_asset a join classification c on c.id = a.classification and c.model <> ${model}::uuid left join judged j on j.classification = c.id
      where a.withdrawn_at is null and c.withdrawn_at is null order by a.name, a.id`)
}

/** What a classification comes to by the model. Aspects that the model does not have fall away. */
function afterIn({ record, judged }: Row, content: ModelContent): Need {
  const before = needIn(record)
  const value = (aspect: Aspect): number | null => {
    if (!content.aspects.some(({ key }) => key === aspect)) return null
    if (judged) return judged[aspect] ?? null
    const was = before[aspect]
    return was === null ? null : becomes(content, was)
  }
  return {
    confidentiality: value('confidentiality'),
    integrity: value('integrity'),
    availability: value('availability'),
    traceability: value('traceability'),
  }
}

interface GapRow {
  readonly measure: { readonly id: string; readonly label: string; readonly key: string }
  readonly system: { readonly id: string; readonly label: string } | null
  readonly asset: { readonly id: string; readonly label: string } | null
  readonly status: string
  readonly severity: number | null
  readonly required: boolean | null
  readonly need: Readonly<Record<string, unknown>>
  readonly marked: boolean | null
  readonly central: boolean | null
}

const gapsNow = (tx: Transaction) =>
  tx.rows<GapRow>(sql`
    select jsonb_build_object('id', m.id, 'label', m.name, 'key', m.key) as measure, s.status, s.severity, s.required,
        case when y.id is not null then jsonb_build_object('id', y.id, 'label', y.name, 'reference', y.reference) end as system,
        case when a.id is not null then jsonb_build_object('id', a.id, 'label', a.name, 'reference', a.reference) end as asset,
        coalesce(to_jsonb(y), to_jsonb(a)) as need, y.enhanced_protection as marked, y.central
      from measure_assessment s join security_measure m on m.id = s.measure left join system y on y.id = s.system left join information_asset a on a.id = s.asset
      where s.withdrawn_at is null and s.status in ('partly', 'missing') and coalesce(y.id, a.id) is not null
      order by s.severity desc nulls last, m.key, y.name, a.name`)

/**
 * What a model would lead to if it were decided today: which classifications change level, which systems with them, and which
 * gaps that would give or take away. Nothing is written. Classifications and gaps are those the actor may see.
 */
export async function impactOf(tx: Transaction, id: string) {
  const model = (await modelsOf(tx, [id])).get(id)
  if (!model) return null
  const { content } = model
  const rows = content ? await classifications(tx, id, content) : []
  const listed = rows.map((row) => ({ row, before: needIn(row.record), after: content ? afterIn(row, content) : noNeed }))
  const changed = listed.filter(({ before, after }) => !sameNeed(before, after))
  const rise = ({ before, after }: (typeof changed)[number]) => (highest(after) ?? -1) - (highest(before) ?? -1)

  const supposed = new Map(changed.map(({ row, after }) => [row.asset.id, { need: after, systems: row.systems }]))
  const needs = await unseen(tx, 'reckons what a model would lead to', (system) =>
    needsBelow(system, [...new Set(changed.flatMap(({ row }) => row.systems))], supposed),
  )
  const moved = [...needs.values()].filter(({ kind, stored, holding }) => kind === 'system' && !sameNeed(stored.holding, holding))
  const named = await tx.rows<{ id: string; label: string; reference: string }>(
    sql`select id, name as label, reference from system where id = any (${moved.map((carrier) => carrier.id)}::uuid[]) and withdrawn_at is null order by name, id`,
  )

  const measures = new Map(content?.measures.map((measure) => [measure.measure, measure]))
  const assetNeeds = new Map(changed.map(({ row, after }) => [row.asset.id, after]))
  const gaps = content ? await gapsNow(tx) : []
  const judged = gaps.map((gap) => {
    const need = needs.get(gap.system?.id ?? '')?.holding ?? assetNeeds.get(gap.asset?.id ?? '') ?? needIn(gap.need)
    const measure = measures.get(gap.measure.key)
    const carrier = { need, enhanced: isEnhanced(content, need, gap.marked), central: gap.central === true }
    return { gap, after: measure !== undefined && requiredBecause(measure, carrier) !== null }
  })
  const fresh = judged.filter(({ gap, after }) => after && gap.required !== true)

  return {
    classifications: changed.slice(0, mostListed).map(({ row, before, after }) => ({
      id: row.id,
      reference: row.reference,
      asset: row.asset,
      owner: row.owner,
      unit: row.unit,
      before: withLevel(before),
      after: withLevel(after),
    })),
    systems: named.slice(0, mostListed).map((system) => {
      const found = needs.get(system.id)
      return { ...system, before: withLevel(found?.stored.holding ?? noNeed), after: withLevel(found?.holding ?? noNeed) }
    }),
    gaps: fresh
      .slice(0, mostListed)
      .map(({ gap: { measure, system, asset, status, severity } }) => ({ measure, system, asset, status, severity })),
    counts: {
      classifications: listed.length,
      changed: changed.length,
      raised: changed.filter((each) => rise(each) > 0).length,
      lowered: changed.filter((each) => rise(each) < 0).length,
      systems: named.length,
      newGaps: fresh.length,
      goneGaps: judged.filter(({ gap, after }) => !after && gap.required === true).length,
    },
  }
}
