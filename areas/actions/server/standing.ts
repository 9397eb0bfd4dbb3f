import { type RawBuilder, sql } from 'kysely'
import type { Catalogue } from '#kernel/definition/catalogue.ts'
import type { Register } from '#kernel/definition/register.ts'
import { columnOf } from '#kernel/store/columns.ts'
import type { Transaction } from '#kernel/store/context.ts'
import { type Asking, conditions } from '#kernel/store/filter.ts'
import { mayJson, rowJson } from '#kernel/store/present.ts'
import { isSecret } from '#kernel/store/secret.ts'
import { type Move, movesFrom, takesTwo } from '#kernel/workflow/workflow.ts'
import { actionWorkflow } from '../action.workflow.ts'
import type { ActionGroup, ActionGrouping, ActionItem, ActionStanding, ActionSum, ActionView } from '../standing.answers.ts'

export interface StandingQuestion {
  readonly view: ActionView
  readonly per: ActionGrouping
  /** Conditions by field, in the syntax of lists. */
  readonly filters: readonly (readonly [string, string])[]
  readonly lateOnly: boolean
  /** Also those that have ended: effect checked, and dropped. */
  readonly all: boolean
}

/** What has a due day to hold. */
const open = ['proposed', 'decided', 'ongoing']
/** What is answered for unless ended ones are asked for: an action that is done still waits for its effect to be checked. */
const going = [...open, 'done']
const states = Object.keys(actionWorkflow.states)

const perColumn = 40
const mostGroups = 40
const perGroup = 12
const mostBars = 150

const names = [
  ...['id', 'version', 'reference', 'state', 'title', 'owner', 'unit', 'plan', 'source', 'priority', 'starts', 'due', 'doneOn', 'checkBy'],
  ...['effective', 'costEstimated', 'costActual', 'dependsOn'],
]

interface Row {
  readonly id: string
  readonly json: string
  readonly may: string[]
  readonly movedBy: string | null
  readonly secret: boolean
  readonly key: string | null
}

interface SumRow {
  readonly key: string | null
  readonly state: string
  readonly count: number
  readonly late: number
  readonly estimated: number
  readonly actual: number
}

const nothing: ActionSum = { count: 0, late: 0, costEstimated: 0, costActual: 0 }

const added = (rows: readonly SumRow[]): ActionSum =>
  rows.reduce(
    (sum, row) => ({
      count: sum.count + row.count,
      late: sum.late + row.late,
      costEstimated: sum.costEstimated + row.estimated,
      costActual: sum.costActual + row.actual,
    }),
    nothing,
  )

function itemOf(row: Row, today: string, past: boolean, person: string | null): ActionItem {
  const item = JSON.parse(row.json) as Omit<ActionItem, 'late' | 'moves'>
  const late = open.includes(item.state) && item.due !== null && item.due < today
  const flow: Readonly<Record<string, Move>> = actionWorkflow.moves
  const moves = past
    ? []
    : movesFrom(actionWorkflow, item.state).filter(
        (move) =>
          row.may.includes(`move:${move}`) && !(person !== null && row.movedBy === person && takesTwo(flow[move] ?? {}, { ...item })),
      )
  return { ...item, late, moves }
}

/** Where the actions stand, of those the actor may see: board, list and Gantt of the same set, each with at most so many as a page can hold. */
export async function actionStanding(
  tx: Transaction,
  catalogue: Catalogue,
  question: StandingQuestion,
  asking: Asking,
  past: boolean,
): Promise<ActionStanding & { readonly secret: string[] }> {
  const register = catalogue.register('action')
  const { view, per } = question
  const isLate = sql`(t.state in ('proposed', 'decided', 'ongoing') and t.due < ${asking.today}::date)`
  const where = sql.join(
    [sql`t.withdrawn_at is null`, ...conditions(catalogue, register, question.filters, asking), ...(question.lateOnly ? [isLate] : [])],
    sql` and `,
  )
  const chosen = question.filters.some(([name]) => name === 'state') || question.all ? states : going
  const key = view === 'list' ? sql`t.${sql.raw(columnOf(per))}::text` : sql`null::text`
  const sums = await tx.costlyRows<SumRow>(sql`
    select ${key} as key, t.state, count(*)::integer as count, (count(*) filter (where ${isLate}))::integer as late,
        coalesce(sum(t.cost_estimated) filter (where t.state <> 'dropped'), 0) as estimated, coalesce(sum(t.cost_actual), 0) as actual
      from action t where ${where} group by 1, 2`)
  const shown = sums.filter(({ state }) => chosen.includes(state))
  const byState = Object.fromEntries(states.map((state) => [state, added(sums.filter((row) => row.state === state))]))
  const finish = (rows: readonly Row[]) => rows.map((row) => itemOf(row, asking.today, past, asking.person))
  const answer = { view, total: added(shown), states: byState, items: [], groups: [], moreGroups: 0 }
  if (view === 'list') return { ...answer, ...(await grouped(tx, catalogue, per, shown, chosen, where, finish)) }
  const rows = await tx.rows<Row>(
    view === 'board' ? columns(catalogue, register, tx, chosen, where) : bars(catalogue, register, tx, chosen, where),
  )
  return { ...answer, items: finish(rows), secret: secretOf(rows) }
}

const secretOf = (rows: readonly Row[]) => rows.flatMap(({ id, secret }) => (secret ? [id] : []))

const selected = (catalogue: Catalogue, register: Register, tx: Transaction, key: RawBuilder<unknown>) =>
  sql`t.id, ${sql.raw(rowJson(catalogue, register, names))} as json, ${sql.raw(mayJson(register, tx.actor.roles))} as may,
    t.moved_by as "movedBy", ${sql.raw(isSecret(register))} as secret, ${key} as key`

/** What is open comes by its due day, what is to be checked by that day, and what has ended by when it did, so that an index can answer. */
const orderOf = (state: string) =>
  open.includes(state) ? sql`t.due nulls last, t.id` : state === 'done' ? sql`t.check_by nulls last, t.id` : sql`t.moved_at desc, t.id`

/** The first of each state. */
function columns(catalogue: Catalogue, register: Register, tx: Transaction, chosen: readonly string[], where: RawBuilder<unknown>) {
  const first = chosen.map(
    (state, at) => sql`(select f.id, ${at}::integer as at, row_number() over () as place from
      (select t.id from action t where t.state = ${state} and ${where} order by ${orderOf(state)} limit ${perColumn}) f)`,
  )
  return sql<Row>`select ${selected(catalogue, register, tx, sql`null::text`)} from (${sql.join(first, sql` union all `)}) f
    join action t on t.id = f.id order by f.at, f.place`
}

/** Those that lie in time, by when they begin. */
const bars = (catalogue: Catalogue, register: Register, tx: Transaction, chosen: readonly string[], where: RawBuilder<unknown>) =>
  sql<Row>`select ${selected(catalogue, register, tx, sql`null::text`)} from (select t.* from action t
      where t.state = any (${[...chosen]}::text[]) and (t.due is not null or t.starts is not null) and ${where}
      order by coalesce(t.starts, t.due), t.due, t.id limit ${mostBars}) t order by coalesce(t.starts, t.due), t.due, t.id`

const labels: Readonly<Record<ActionGrouping, RawBuilder<{ id: string; label: string }> | null>> = {
  unit: sql`select id, name as label from unit`,
  owner: sql`select id, name as label from person`,
  plan: sql`select id, name as label from action_plan`,
  source: null,
}

/** Groups with most that is late first, each with its first actions. A group whose name is not for the actor is told without it. */
async function grouped(
  tx: Transaction,
  catalogue: Catalogue,
  per: ActionGrouping,
  sums: readonly SumRow[],
  chosen: readonly string[],
  where: RawBuilder<unknown>,
  finish: (rows: readonly Row[]) => ActionItem[],
) {
  const keys = [...new Set(sums.map(({ key }) => key))]
  const groups = keys
    .map((key) => ({ key, ...added(sums.filter((row) => row.key === key)) }))
    .sort((one, other) => other.late - one.late || other.count - one.count || String(one.key).localeCompare(String(other.key)))
  const first = groups.slice(0, mostGroups)
  const wanted = first.map(({ key }) => key)
  const column = sql`t.${sql.raw(columnOf(per))}`
  const known = labels[per]
  const register = catalogue.register('action')
  const [rows, named] = await Promise.all([
    tx.rows<Row>(sql`
      select ${selected(catalogue, register, tx, sql`g.key`)} from unnest(${wanted}::text[]) with ordinality g (key, at)
        cross join lateral (select t.* from action t where ${column}::text is not distinct from g.key and t.state = any (${[...chosen]}::text[]) and ${where}
          order by (t.state in ('proposed', 'decided', 'ongoing')) desc, t.due nulls last, t.id limit ${perGroup}) t order by g.at, t.due nulls last, t.id`),
    known ? tx.rows(sql<{ id: string; label: string }>`${known} where id = any (${wanted.filter((key) => key !== null)}::uuid[])`) : [],
  ])
  const labelOf = new Map(named.map(({ id, label }) => [id, label]))
  return {
    groups: first.map(({ key, ...sum }): ActionGroup => {
      const of = key === null ? null : { id: key, label: known ? (labelOf.get(key) ?? null) : key }
      return { ...sum, of, items: finish(rows.filter((row) => row.key === key)) }
    }),
    moreGroups: groups.length - first.length,
    secret: secretOf(rows),
  }
}
