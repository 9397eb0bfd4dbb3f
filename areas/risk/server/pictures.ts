import { type RawBuilder, sql } from 'kysely'
import { scopesFor } from '#kernel/access/access.ts'
import { endOf } from '#kernel/clocks/clock.ts'
import { quote } from '#kernel/store/columns.ts'
import type { Actor, Transaction } from '#kernel/store/context.ts'
import {
  type Cell,
  type CostedRisk,
  dayBefore,
  firstOf,
  type LossesAnswer,
  type LossRisk,
  type Named,
  type PictureMethod,
  type PicturesAnswer,
  quarterEnds,
  type RankedRisk,
  rollUp,
  type Square,
  type Waiting,
} from '../pictures.ts'
import { risk } from '../risk.register.ts'
import { methodInForce } from './methods.ts'

/** What the pictures are asked for. */
export interface PictureQuestion {
  /** The schema of every version of every record. */
  readonly history: string
  readonly today: string
  /** The moment looked back to; null for now. */
  readonly moment: Date | null
  /** Only the risks of this unit and everything below it. */
  readonly unit: string | null
  readonly since: 'quarter' | 'year'
}

const quartersShown = 12
const mostRanked = 10
const mostCosted = 40
const mostWaiting = 30
/** As many as are simulated within a second or two. */
const mostEstimated = 1_000

/** Whether there may be risks the actor may not see: not every risk, or not those with a secrecy marking. */
export function seesPart(actor: Pick<Actor, 'roles'>): boolean {
  const everywhere = (action: 'read' | 'secret') => {
    const scopes: Readonly<Record<string, string | undefined>> = scopesFor(risk.access, action)
    return actor.roles.some((role) => scopes[role] === 'all')
  }
  return !(everywhere('read') && everywhere('secret'))
}

const within = (alias: string, unit: string | null): RawBuilder<unknown> =>
  unit === null
    ? sql``
    : sql` and ${sql.raw(alias)}.unit in (with recursive below as (select ${unit}::uuid as id union select u.id from unit u join below b on u.parent = b.id) select id from below)`

/** The risks that are open on the day of the transaction. */
const open = (unit: string | null) => sql`t.withdrawn_at is null and t.state <> 'closed'${within('t', unit)}`

const named = (table: 'unit' | 'person', column: string) =>
  sql.raw(`(select jsonb_build_object('id', n.id, 'label', n.name) from ${table} n where n.id = ${column})`)

/** The versions of risks that were open at a moment. */
const openThen = ({ history, unit }: PictureQuestion, moment: RawBuilder<unknown>) => sql`
  ${sql.raw(quote(history))}.risk h where h.version_from <= ${moment} and h.version_to > ${moment} and h.withdrawn_at is null and h.state <> 'closed'${within('h', unit)}`

const instant = (moment: Date) => sql`${moment.toISOString()}::timestamptz`

/** What stands now is valid until something else does; a moment that never comes finds just that. */
const now = new Date('9999-12-31T00:00:00Z')

/** The moment of each day: the end of it, for the day of the question the moment itself. */
const moments = ({ today, moment }: PictureQuestion, days: readonly string[]) =>
  days.map((day) => (day === today ? (moment ?? now) : endOf(day)).toISOString())

const quartersOf = (question: PictureQuestion, days: readonly string[]) =>
  sql`unnest(${[...days]}::text[], ${moments(question, days)}::timestamptz[]) as q(day, moment)`

/** What the pictures need of the method in force. */
async function pictureMethod(tx: Transaction): Promise<PictureMethod | null> {
  const found = await methodInForce(tx)
  if (!found) return null
  const { consequence, likelihood, levels, matrix, appetite } = found.content
  return { id: found.id, consequence, likelihood, levels, matrix, appetite }
}

/** The unit asked for, where the actor may see it. */
async function unitOf(tx: Transaction, id: string | null): Promise<Named | null> {
  if (id === null) return null
  const [found] = await tx.rows<Named>(sql`select id, name as label from unit where id = ${id}::uuid and withdrawn_at is null`)
  return found ?? null
}

const cellsOf = (tx: Transaction, unit: string | null) =>
  tx.costlyRows<Cell>(
    sql`select t.consequence, t.likelihood, t.level, count(*)::integer as count from risk t where ${open(unit)} group by 1, 2, 3`,
  )

interface RankRow extends Omit<RankedRisk, 'inherent' | 'current' | 'target'> {
  readonly places: readonly (number | null)[]
}

/** The greatest risks now and then, with their places on both lists and the last change of judgement between. */
async function rankedOf(tx: Transaction, question: PictureQuestion, then: string): Promise<RankedRisk[]> {
  const before = instant(endOf(then))
  const after = instant(question.moment ?? now)
  const history = sql.raw(`${quote(question.history)}.risk`)
  const rows = await tx.costlyRows<RankRow>(sql`
    with now_ranked as (
      select t.id, rank() over (order by t.value desc nulls last)::integer as rank, row_number() over (order by t.value desc nulls last, t.reference) as at
      from risk t where ${open(question.unit)}),
    then_ranked as (
      select h.id, h.value, h.level, rank() over (order by h.value desc nulls last)::integer as rank, row_number() over (order by h.value desc nulls last, h.reference) as at
      from ${openThen(question, before)})
    select t.id, t.reference, t.title, t.state, t.value, t.level, n.rank, b.rank as "rankThen", b.value as "valueThen", b.level as "levelThen",
      ${named('unit', 't.unit')} as unit, ${named('person', 't.owner')} as owner,
      array[t.inherent_consequence, t.inherent_likelihood, t.consequence, t.likelihood, t.target_consequence, t.target_likelihood] as places,
      (select jsonb_build_object('on', to_char(v.version_from at time zone 'Europe/Stockholm', 'YYYY-MM-DD'), 'by', (select p.name from person p where p.id = v.changed_by), 'text', v.version_reason)
        from ${history} v join ${history} w on w.id = v.id and w.version = v.version - 1
        where v.id = t.id and v.version_from > ${before} and v.version_from <= ${after}
          and (v.consequence is distinct from w.consequence or v.likelihood is distinct from w.likelihood or (v.state = 'closed') <> (w.state = 'closed'))
        order by v.version desc limit 1) as reason
    from now_ranked n full join then_ranked b using (id) join risk t on t.id = coalesce(n.id, b.id)
    where n.at <= ${mostRanked} or b.at <= ${mostRanked} order by n.at nulls last, b.at`)
  return rows.map(({ places, ...row }) => {
    const place = (at: number): Square => ({ consequence: places[at] ?? null, likelihood: places[at + 1] ?? null })
    return { ...row, inherent: place(0), current: place(2), target: place(4) }
  })
}

const quarterCounts = (tx: Transaction, question: PictureQuestion, days: readonly string[]) =>
  tx.costlyRows<{ day: string; level: number | null; count: number }>(sql`
    select q.day, x.level, x.count from ${quartersOf(question, days)} cross join lateral (
      select h.level, count(*)::integer as count from ${openThen(question, sql`q.moment`)} group by 1) x`)

/** Who had open decisions at the end of each quarter, the most pressing first. */
async function waitingOf(tx: Transaction, question: PictureQuestion, days: readonly string[]): Promise<readonly Waiting[]> {
  const rows = await tx.costlyRows<{
    day: string
    decider: string | null
    person: Named | null
    count: number
    overdue: number
    since: string | null
  }>(sql`
    select q.day, x.decider, x.count, x.overdue, x.since, ${named('person', 'x.decider')} as person from ${quartersOf(question, days)} cross join lateral (
      select h.decider, count(*)::integer as count, count(*) filter (where h.decide_by < q.day::date)::integer as overdue,
        to_char(min(h.moved_at) at time zone 'Europe/Stockholm', 'YYYY-MM-DD') as since
      from ${openThen(question, sql`q.moment`)} and h.state = 'analysed' group by 1) x`)
  const today = days.at(-1)
  const people = [...Map.groupBy(rows, ({ decider }) => decider).values()]
    .map((mine): Waiting => {
      const now = mine.find(({ day }) => day === today)
      return {
        person: mine[0]?.person ?? null,
        count: now?.count ?? 0,
        overdue: now?.overdue ?? 0,
        since: now?.since ?? null,
        before: days.map((day) => mine.find((row) => row.day === day)?.count ?? 0),
      }
    })
    .sort((one, other) => other.overdue - one.overdue || other.count - one.count || (one.since ?? '~').localeCompare(other.since ?? '~'))
  return firstOf(people, mostWaiting)
}

const unitCounts = (tx: Transaction, { unit, today }: PictureQuestion) =>
  tx.costlyRows<{ unit: string; level: number | null; count: number; overdue: number }>(sql`
    select t.unit, t.level, count(*)::integer as count, count(*) filter (where t.state = 'analysed' and t.decide_by < ${today}::date)::integer as overdue
    from risk t where ${open(unit)} group by 1, 2`)

/** What the actions of each risk cost; an action that reduces several risks is shared alike among them. Those that were dropped cost nothing more. */
const actionCosts = sql`
  select r.id, count(*)::integer as actions,
    round(sum(case when a.state <> 'dropped' then a.cost_estimated / cardinality(a.risks) end), 2) as planned,
    round(sum(a.cost_actual / cardinality(a.risks)), 2) as actual
  from action a cross join unnest(a.risks) as r(id) where a.withdrawn_at is null group by 1`

/** What is proposed for a risk that awaits a decision: of the options with a cost the recommended one, otherwise the cheapest the first year. */
const proposedOption = sql`
  select jsonb_build_object('id', o.id, 'label', o.name, 'cost', coalesce(o.cost_once, 0) + coalesce(o.cost_yearly, 0), 'value', o.value, 'level', o.level,
      'recommended', o.proposed is true, 'others', count(*) over () - 1) as option
    from risk_option o where o.risk = t.id and t.state in ('identified', 'analysed') and o.withdrawn_at is null and coalesce(o.cost_once, o.cost_yearly) is not null
    order by o.proposed is true desc, coalesce(o.cost_once, 0) + coalesce(o.cost_yearly, 0), o.id limit 1`

const costsOf = (tx: Transaction, unit: string | null) =>
  tx.costlyRows<CostedRisk>(sql`
    select t.id, t.reference, t.title, t.value, t.level, t.target_value as "targetValue", t.target_level as "targetLevel",
      coalesce(c.actions, 0)::integer as actions, c.planned, c.actual, p.option as proposed
    from risk t left join (${actionCosts}) c on c.id = t.id left join lateral (${proposedOption}) p on true
    where ${open(unit)} and (c.planned is not null or c.actual is not null or p.option is not null)
    order by t.value desc nulls last, t.reference limit ${mostCosted}`)

/** Everything the pictures of risks are drawn from, of what the actor may see; null where there is no such unit. A constant number of statements. */
export async function picturesOf(tx: Transaction, question: PictureQuestion): Promise<PicturesAnswer | null> {
  const days = quarterEnds(question.today, quartersShown)
  const compared = dayBefore(question.today, question.since)
  const [unit, method, cells, ranked, counts, waiting, units, ofUnits, costs] = await Promise.all([
    unitOf(tx, question.unit),
    pictureMethod(tx),
    cellsOf(tx, question.unit),
    rankedOf(tx, question, compared),
    quarterCounts(tx, question, days),
    waitingOf(tx, question, days),
    tx.rows<Named & { parent: string | null }>(sql`select id, parent, name as label from unit`),
    unitCounts(tx, question),
    costsOf(tx, question.unit),
  ])
  if (question.unit !== null && unit === null) return null
  return {
    today: question.today,
    compared,
    partial: seesPart(tx.actor),
    unit,
    method,
    cells,
    ranked,
    quarters: days.map((day) => ({ day, levels: counts.filter((row) => row.day === day).map(({ level, count }) => ({ level, count })) })),
    waiting,
    units: rollUp(units, ofUnits),
    costs,
  }
}

/** The open risks whose cost has been estimated, with what their actions cost; null where there is no such unit. */
export async function lossesOf(tx: Transaction, question: Pick<PictureQuestion, 'today' | 'unit'>): Promise<LossesAnswer | null> {
  const [unit, method, risks, counts] = await Promise.all([
    unitOf(tx, question.unit),
    pictureMethod(tx),
    tx.rows<LossRisk>(sql`
      select t.id, t.reference, t.title, t.level, ${named('unit', 't.unit')} as unit, t.loss_model as "lossModel", c.planned, c.actual
      from risk t left join (${actionCosts}) c on c.id = t.id where ${open(question.unit)} and t.loss_model is not null
      order by t.value desc nulls last, t.reference limit ${mostEstimated}`),
    tx.rows<{ estimated: number; without: number }>(
      sql`select count(t.loss_model)::integer as estimated, (count(*) - count(t.loss_model))::integer as without from risk t where ${open(question.unit)}`,
    ),
  ])
  if (question.unit !== null && unit === null) return null
  return {
    today: question.today,
    partial: seesPart(tx.actor),
    unit,
    appetite: method?.appetite ?? [],
    risks,
    without: counts[0]?.without ?? 0,
    left: Math.max(0, (counts[0]?.estimated ?? 0) - risks.length),
  }
}
