import { sql } from 'kysely'
import type { Transaction } from '#kernel/store/context.ts'
import type { MandateRole } from '../risk-method.content.ts'
import type { Judged } from '../translation.ts'

/** What a risk, or an option to treat it, is judged to be, by name of field. */
interface Judgement {
  readonly id: string
  readonly version: number
  readonly judged: Judged
}

/** An open risk with its judgements and those of its options. */
export interface OpenRisk extends Judgement {
  readonly state: string
  readonly mandate: MandateRole | null
  readonly options: readonly Judgement[]
}

const rungs = sql.raw(
  [
    "'inherentConsequence', r.inherent_consequence, 'inherentLikelihood', r.inherent_likelihood, 'inherentValue', r.inherent_value, 'inherentLevel', r.inherent_level",
    "'consequence', r.consequence, 'likelihood', r.likelihood, 'value', r.value, 'level', r.level",
    "'targetConsequence', r.target_consequence, 'targetLikelihood', r.target_likelihood, 'targetValue', r.target_value, 'targetLevel', r.target_level",
    "'method', r.method, 'revalue', r.revalue, 'decidedValue', r.decided_value",
  ].join(', '),
)

/** The open risks that have been judged, as the actor may see them; `held` against change until the transaction ends. */
export async function judgedRisks(tx: Transaction, held: boolean): Promise<OpenRisk[]> {
  const risks = await tx.rows<Omit<OpenRisk, 'options'>>(sql`
    select r.id, r.version, r.state, r.mandate, jsonb_build_object(${rungs}) as judged from risk r
      where r.withdrawn_at is null and r.state <> 'closed'
        and coalesce(r.consequence, r.likelihood, r.inherent_consequence, r.inherent_likelihood, r.target_consequence, r.target_likelihood) is not null
      order by r.id ${held ? sql`for no key update of r` : sql``}`)
  const options = await tx.rows<Judgement & { risk: string }>(sql`
    select o.id, o.version, o.risk, jsonb_build_object('consequence', o.consequence, 'likelihood', o.likelihood, 'value', o.value, 'level', o.level) as judged
      from risk_option o join risk r on r.id = o.risk
      where o.withdrawn_at is null and r.withdrawn_at is null and r.state <> 'closed' and coalesce(o.consequence, o.likelihood) is not null
      order by o.id ${held ? sql`for no key update of o` : sql``}`)
  const byRisk = Map.groupBy(options, ({ risk }) => risk)
  return risks.map((risk) => ({ ...risk, options: byRisk.get(risk.id) ?? [] }))
}

/** Who owns how many of the risks. */
export const ownersOf = (tx: Transaction, risks: readonly string[]): Promise<{ owner: string; count: number }[]> =>
  tx.rows(
    sql`select owner, count(*)::integer as count from risk where id = any (${[...risks]}::uuid[]) and owner is not null group by owner order by owner`,
  )
