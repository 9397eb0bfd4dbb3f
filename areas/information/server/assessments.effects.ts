import { sql } from 'kysely'
import { differs, followsFrom, idsIn, isNew, isOf, isWithdrawn } from '#kernel/gate/changes.ts'
import type { Command } from '#kernel/gate/command.ts'
import type { Changed, Effect } from '#kernel/gate/effect.ts'
import type { Transaction } from '#kernel/store/context.ts'
import { aspects, type Need } from '../../scales/needs.ts'
import { isEnhanced, requiredBecause } from '../required-measures.rules.ts'
import { modelInForce } from './models.ts'
import { needIn } from './needs.ts'

const ofCarrier = [...aspects, 'name', 'unit', 'marking', 'enhancedProtection', 'central']

/** The gaps an action mends, where the change bears on whether they are treated. */
function treatedBy(change: Changed): string[] {
  const { before, after } = change
  const dropped = (before?.state === 'dropped') !== (after.state === 'dropped')
  const bears = isNew(change) || isWithdrawn(change) || dropped || differs(change, ['gaps'])
  return bears ? [...idsIn(before?.gaps), ...idsIn(after.gaps)] : []
}

/** The assessments that may no longer say what they should. */
async function touched(tx: Transaction, changed: readonly Changed[]): Promise<string[]> {
  const of = (name: string, when: (change: Changed) => boolean) =>
    changed.filter((change) => isOf(name)(change) && when(change)).map(({ written }) => written.id)
  const direct = of('measureAssessment', (change) => !isWithdrawn(change))
  const carriers = [
    ...of('system', (change) => !isNew(change) && differs(change, ofCarrier)),
    ...of('informationAsset', (change) => !isNew(change) && differs(change, ofCarrier)),
  ]
  const measures = of('securityMeasure', (change) => !isNew(change) && differs(change, ['key', 'name']))
  const model = changed.some((change) => isOf('classificationModel')(change) && differs(change, ['state']) && !isNew(change))
  const gaps = changed.filter(isOf('action')).flatMap(treatedBy)
  if (!carriers.length && !measures.length && !model) return [...new Set([...direct, ...gaps])]
  const rows = await tx.rows<{ id: string }>(sql`
    select id from measure_assessment where withdrawn_at is null and (${model} or system = any (${carriers}::uuid[])
      or asset = any (${carriers}::uuid[]) or measure = any (${measures}::uuid[]))`)
  return [...new Set([...direct, ...gaps, ...rows.map(({ id }) => id)])]
}

interface Row {
  readonly id: string
  readonly version: number
  readonly key: string
  readonly measure: string
  readonly carrier:
    | (Readonly<Record<string, unknown>> & { readonly name: string; readonly unit: string; readonly marking: object | null })
    | null
  readonly now: {
    readonly name: string | null
    readonly unit: string | null
    readonly required: boolean | null
    readonly treated: boolean | null
  }
  readonly marked: boolean
  readonly treated: boolean
}

const sameAs = (one: Row['now'], other: Row['now']): boolean =>
  one.name === other.name && one.unit === other.unit && one.required === other.required && one.treated === other.treated

const rowsOf = (tx: Transaction, ids: readonly string[]) =>
  tx.rows<Row>(sql`
    select s.id, s.version, m.key, m.name as measure, coalesce(to_jsonb(y), to_jsonb(a)) as carrier, s.marking is not null as marked,
        jsonb_build_object('name', s.name, 'unit', s.unit, 'required', s.required, 'treated', s.treated) as now,
        exists (select from linked_from('action', 'gaps', s.id) l (id) join action t on t.id = l.id where t.withdrawn_at is null and t.state <> 'dropped') as treated
      from measure_assessment s join security_measure m on m.id = s.measure left join system y on y.id = s.system left join information_asset a on a.id = s.asset
      where s.id = any (${[...ids]}::uuid[]) and s.withdrawn_at is null order by s.id for no key update of s`)

/**
 * Keeps every assessed measure in step with what it is about: the name and unit of its carrier, whether the model in force
 * requires the measure of it, and whether an action mends the gap.
 */
export const assessmentsFollow: Effect = {
  on: ['measureAssessment', 'system', 'informationAsset', 'securityMeasure', 'classificationModel', 'action'],
  follow: async (gate, changed) => {
    const ids = await touched(gate.tx, changed)
    if (!ids.length) return {}
    const model = (await modelInForce(gate.tx))?.content ?? null
    const measures = new Map(model?.measures.map((measure) => [measure.measure, measure]))
    const register = gate.catalogue.register('measureAssessment')
    const reason = followsFrom(changed)
    const commands = (await rowsOf(gate.tx, ids)).flatMap(({ id, version, key, measure, carrier, now, marked, treated }): Command[] => {
      if (!carrier) return []
      const need: Need = needIn(carrier)
      const enhanced = isEnhanced(model, need, carrier.enhanced_protection === true)
      const wanted = measures.get(key)
      const required = model
        ? wanted !== undefined && requiredBecause(wanted, { need, enhanced, central: carrier.central === true }) !== null
        : null
      const calculated = { name: `${measure} – ${carrier.name}`.slice(0, 200), unit: carrier.unit, required, treated }
      const marks = carrier.marking !== null && !marked
      if (!marks && sameAs(now, calculated)) return []
      return [{ do: 'update', register, id, version, values: marks ? { marking: carrier.marking } : {}, calculated, reason }]
    })
    return { commands }
  },
}
