import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#kernel/store/context.ts'
import type { MandateRole } from '../risk-method.content.ts'
import type { Judged } from '../translation.ts'
import type { JudgedOption } from '../valuation.ts'

/** An option to treat a risk, with what it was judged to make of it. */
export interface OpenOption {
  readonly id: string
  readonly version: number
  readonly judged: JudgedOption
}

/** An open risk with its judgements, by name of field, and its options. */
export interface OpenRisk {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly mandate: MandateRole | null
  readonly judged: Judged
  readonly options: readonly OpenOption[]
}

/** What somebody judged alone, in an analysis that is under way. */
export interface OpenEstimate {
  readonly id: string
  readonly version: number
  readonly risk: string
  readonly person: string
  readonly analysis: string
  /** It has been shown to the others, and stands. */
  readonly shown: boolean
  readonly judged: Judged
}

const rungs = sql.raw(
  [
    "'inherentConsequence', r.inherent_consequence, 'inherentLikelihood', r.inherent_likelihood, 'inherentValue', r.inherent_value, 'inherentLevel', r.inherent_level",
    "'consequence', r.consequence, 'likelihood', r.likelihood, 'value', r.value, 'level', r.level",
    "'targetConsequence', r.target_consequence, 'targetLikelihood', r.target_likelihood, 'targetValue', r.target_value, 'targetLevel', r.target_level",
    "'method', r.method, 'revalue', r.revalue, 'decidedValue', r.decided_value",
  ].join(', '),
)

const judgedOption = sql`o.withdrawn_at is null and coalesce(o.consequence, o.likelihood) is not null`
const openRisk = sql`r.withdrawn_at is null and r.state <> 'closed'
  and (coalesce(r.consequence, r.likelihood, r.inherent_consequence, r.inherent_likelihood, r.target_consequence, r.target_likelihood) is not null
    or exists (select from risk_option o where o.risk = r.id and ${judgedOption}))`
const openOption = sql`risk_option o join risk r on r.id = o.risk where ${judgedOption} and r.withdrawn_at is null and r.state <> 'closed'`
const openEstimate = sql`risk_estimate e join risk_analysis a on a.id = e.analysis
  where e.withdrawn_at is null and a.withdrawn_at is null and a.state in ('individual', 'together') and coalesce(e.consequence, e.likelihood) is not null`

/** Holds against change what a new method bears on: open risks, their options, and analyses under way with what has been judged in them. */
export async function holdJudged(tx: Transaction): Promise<void> {
  const hold = (which: RawBuilder<unknown>) => tx.rows<object>(sql`select from ${which}`)
  await Promise.all([
    hold(sql`risk r where ${openRisk} order by r.id for no key update of r`),
    hold(sql`${openOption} order by o.id for no key update of o`),
    hold(sql`risk_analysis where withdrawn_at is null and state in ('individual', 'together') order by id for no key update`),
    hold(sql`${openEstimate} order by e.id for no key update of e`),
  ])
}

/** The open risks that have been judged, themselves or in an option, as the actor may see them. */
export async function judgedRisks(tx: Transaction): Promise<OpenRisk[]> {
  const [risks, options] = await Promise.all([
    tx.rows<Omit<OpenRisk, 'options'>>(
      sql`select r.id, r.version, r.state, r.mandate, jsonb_build_object(${rungs}) as judged from risk r where ${openRisk} order by r.id`,
    ),
    tx.rows<OpenOption & { risk: string }>(sql`
      select o.id, o.version, o.risk,
          jsonb_build_object('consequence', o.consequence, 'likelihood', o.likelihood, 'value', o.value, 'level', o.level, 'revalue', o.revalue) as judged
        from ${openOption} order by o.id`),
  ])
  const byRisk = Map.groupBy(options, ({ risk }) => risk)
  return risks.map((risk) => ({ ...risk, options: byRisk.get(risk.id) ?? [] }))
}

/** What has been judged alone in analyses that are under way. */
export const openEstimates = (tx: Transaction): Promise<OpenEstimate[]> =>
  tx.rows<OpenEstimate>(sql`
    select e.id, e.version, e.risk, e.person, e.analysis, e.state = 'shown' as shown,
        jsonb_build_object('consequence', e.consequence, 'likelihood', e.likelihood) as judged
      from ${openEstimate} order by e.id`)

/** Who owns how many of the risks. */
export const ownersOf = (tx: Transaction, risks: readonly string[]): Promise<{ owner: string; count: number }[]> =>
  tx.rows(
    sql`select owner, count(*)::integer as count from risk where id = any (${[...risks]}::uuid[]) and owner is not null group by owner order by owner`,
  )
