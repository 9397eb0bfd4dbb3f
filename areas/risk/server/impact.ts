import { sql } from 'kysely'
import type { Transaction } from '#kernel/store/context.ts'
import { lowestFor, outgrown } from '../escalation.rules.ts'
import type { MandateRole, RiskMethodContent } from '../risk-method.content.ts'
import { comesTo } from '../valuation.ts'
import { type CarriedRisk, carriedBy, lostIn, optionsWait } from './carried.ts'
import { methodInForce } from './methods.ts'
import { judgedRisks, type OpenRisk } from './open-risks.ts'

/** The most risks that are listed; the counts are of all. */
const mostListed = 200

/** What a risk comes to by a method, and who may decide on it. */
interface Standing {
  readonly value: number | null
  readonly level: number | null
  readonly decider: MandateRole | null
}

/** What becomes of a risk: it is read as it is, or it is to be valued again, or nobody has said what its levels become. */
type Outcome = 'read' | 'again' | 'lost'

interface Change {
  readonly risk: OpenRisk
  readonly outcome: Outcome
  readonly before: Standing
  readonly after: Standing
}

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)

const standing = (method: RiskMethodContent | null, judged: Readonly<Record<string, unknown>>): Standing => {
  const value = numberOf(judged.value)
  return { value, level: numberOf(judged.level), decider: method && value !== null ? lowestFor(method, value) : null }
}

function changeOf(carried: CarriedRisk, now: RiskMethodContent | null, method: { id: string; content: RiskMethodContent }): Change {
  const { of: risk, translation } = carried
  const { judged } = risk
  const before = standing(now, judged)
  if (!translation) return { risk, outcome: 'again', before, after: standing(method.content, judged) }
  const { values, again, lost } = translation
  const after = standing(method.content, comesTo(method, { ...judged, ...values, revalue: again || lost.length > 0 }))
  const isLost = lost.length > 0 || carried.options.some((option) => option.translation?.lost.length)
  const outcome = isLost ? 'lost' : again || optionsWait(carried) ? 'again' : 'read'
  return { risk, outcome, before, after }
}

interface Move<Of> {
  readonly from: Of
  readonly to: Of
  readonly count: number
}

/** How many go from what to what. */
function moves<Of>(changes: readonly Change[], of: (standing: Standing) => Of): Move<Of>[] {
  const found = new Map<string, Move<Of>>()
  for (const { before, after } of changes) {
    const [from, to] = [of(before), of(after)]
    const key = `${from} ${to}`
    found.set(key, { from, to, count: (found.get(key)?.count ?? 0) + 1 })
  }
  return [...found.values()]
}

/** The risks in words, for those who may read them. */
const named = (tx: Transaction, ids: readonly string[]) =>
  tx.rows<{ id: string; reference: string; label: string; owner: object | null; unit: object | null }>(sql`
    select r.id, r.reference, r.title as label,
        (select jsonb_build_object('id', p.id, 'label', p.name) from person p where p.id = r.owner) as owner,
        (select jsonb_build_object('id', u.id, 'label', u.name) from unit u where u.id = r.unit) as unit
      from risk r where r.id = any (${[...ids]}::uuid[])`)

const order: readonly Outcome[] = ['lost', 'again', 'read']

/**
 * What a method would lead to if it were decided today: which open risks change value, level or level of decision, and which have levels it has
 * no place for. Nothing is written. Counted and listed are the risks the actor may read.
 */
export async function impactOf(tx: Transaction, id: string) {
  const [method] = await tx.rows<{ id: string; content: RiskMethodContent | null }>(
    sql`select id, content from risk_method where id = ${id}::uuid and withdrawn_at is null`,
  )
  if (!method) return null
  const { content } = method
  const now = await methodInForce(tx)
  const carried = content ? carriedBy(content, await judgedRisks(tx), now?.id ?? null) : []
  const changes = content ? carried.map((each) => changeOf(each, now?.content ?? null, { id, content })) : []
  const differs = changes.filter(
    ({ outcome, before, after }) =>
      outcome !== 'read' || before.value !== after.value || before.level !== after.level || before.decider !== after.decider,
  )
  const rise = ({ before, after }: Change) => (after.level ?? 0) - (before.level ?? 0)
  const listed = differs
    .toSorted(
      (one, other) =>
        order.indexOf(one.outcome) - order.indexOf(other.outcome) ||
        Math.abs(rise(other)) - Math.abs(rise(one)) ||
        (other.after.value ?? 0) - (one.after.value ?? 0),
    )
    .slice(0, mostListed)
  const names = new Map(
    (
      await named(
        tx,
        listed.map(({ risk }) => risk.id),
      )
    ).map((one) => [one.id, one]),
  )
  const read = changes.filter(({ outcome }) => outcome === 'read')
  return {
    risks: listed.flatMap(({ risk, outcome, before, after }) => {
      const name = names.get(risk.id)
      return name ? [{ ...name, outcome, before, after }] : []
    }),
    levels: moves(read, ({ level }) => level),
    deciders: moves(
      read.filter(({ before, after }) => before.decider !== after.decider),
      ({ decider }) => decider,
    ),
    lost: lostIn(carried),
    counts: {
      risks: changes.length,
      concerned: differs.length,
      changed: read.filter(({ before, after }) => before.value !== after.value || before.level !== after.level).length,
      raised: read.filter((change) => rise(change) > 0).length,
      lowered: read.filter((change) => rise(change) < 0).length,
      deciders: read.filter(({ before, after }) => before.decider !== after.decider).length,
      again: changes.filter(({ outcome }) => outcome === 'again').length,
      lost: changes.filter(({ outcome }) => outcome === 'lost').length,
      material: content ? becomesMaterial(now?.content ?? null, content, read) : 0,
      calledBack: content
        ? read.filter(({ risk, after }) =>
            outgrown(content, {
              state: risk.state,
              mandate: risk.mandate,
              value: after.value,
              decidedValue: numberOf(risk.judged.decidedValue),
            }),
          ).length
        : 0,
    },
  }
}

/** How many risks would be material by the method that by the one in force are not. */
function becomesMaterial(now: RiskMethodContent | null, method: RiskMethodContent, changes: readonly Change[]): number {
  const isMaterial = (by: RiskMethodContent | null, value: number | null) =>
    by !== null && by.materialFrom !== null && value !== null && value >= by.materialFrom
  return changes.filter(({ before, after }) => isMaterial(method, after.value) && !isMaterial(now, before.value)).length
}
