import { useCallback, useState } from 'react'
import { pathOf } from '#kernel/definition/catalogue.ts'
import { fill } from '#kernel/language/text.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import { Filters } from '#kernel/screens/list/Filters.tsx'
import '#kernel/screens/screens.css'
import { queryString } from '#web/api/client.ts'
import { useMay } from '#web/api/session.ts'
import { useGet } from '#web/api/useGet.ts'
import { EmptyState, Skeleton } from '#web/design/Banner.tsx'
import { Button, LinkButton } from '#web/design/Button.tsx'
import { Checkbox } from '#web/design/Checkbox.tsx'
import { Link } from '#web/design/Link.tsx'
import { LinkTabs } from '#web/design/Tabs.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { type Search, useSearch } from '#web/shell/address.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import {
  type ActionGrouping,
  type ActionItem,
  type ActionStanding,
  type ActionView,
  actionGroupings,
  actionViews,
} from '../../standing.answers.ts'
import { Board } from './Board.tsx'
import { Gantt, GanttTable } from './Gantt.tsx'
import { GroupedList } from './GroupedList.tsx'
import { type Begun, Moving } from './Moving.tsx'
import './standing.css'
import { viewNames, words } from './words.ts'

const href = '/atgarder'
/** What the address says beside the filters of the register. */
const own = new Set(['view', 'per', 'late', 'all', 'table', 'asOf', 'lang'])

const without = (search: Search, ...names: readonly string[]): Search =>
  Object.fromEntries(Object.entries(search).filter(([name]) => !names.includes(name)))

/** Where the actions stand: a board, a list or a chart of time, of the same set, with what it costs. */
export default function StandingPage() {
  const say = useSay()
  const asOf = useAsOf()
  const register = useCatalogue().register('action')
  const may = useMay(register.plural)
  const [search, setSearch] = useSearch()
  const [begun, setBegun] = useState<Begun | null>(null)
  const view: ActionView = actionViews.find((one) => one === search.view) ?? 'board'
  const per: ActionGrouping = actionGroupings.find((one) => one === search.per) ?? 'unit'
  const filters = Object.fromEntries(Object.entries(search).filter(([name]) => !own.has(name)))
  const found = useGet<ActionStanding>(
    '/action-standing',
    {
      ...filters,
      view,
      ...(view === 'list' ? { per } : {}),
      ...(search.late ? { late: 'true' } : {}),
      ...(search.all ? { all: 'true' } : {}),
    },
    { keep: true },
  )
  // The list of actions knows lateness as a condition on the day.
  const listed = { ...filters, ...(search.late ? { due: 'lt:today' } : {}) }
  const answer = found.data?.view === view ? found.data : undefined
  const onMove = useCallback((item: ActionItem, move: string) => setBegun({ item, move }), [])
  const toggle = (name: 'late' | 'all' | 'table', on: boolean) => setSearch(on ? { ...search, [name]: 'true' } : without(search, name))
  return (
    <article className="v-page a-standing">
      <header className="v-page-head">
        <div className="v-record-head">
          <h1>{say(words.title)}</h1>
          {may.create && asOf === null && (
            <LinkButton variant="primary" icon="plus" href={`/${pathOf(register)}/new`}>
              {say(words.add)}
            </LinkButton>
          )}
        </div>
        {answer ? <Sums answer={answer} search={search} /> : <p className="v-muted v-measure">{say(words.lead)}</p>}
      </header>
      <LinkTabs
        label={say(words.views)}
        tabs={actionViews.map((one) => ({
          href: `${href}${queryString({ ...without(search, 'asOf', 'table'), view: one === 'board' ? null : one })}`,
          label: say(viewNames[one]),
          isCurrent: one === view,
        }))}
      />
      <div className="v-list-tools">
        <Filters register={register} />
        <Checkbox isSelected={Boolean(search.late)} onChange={(on) => toggle('late', on)}>
          {say(words.lateOnly)}
        </Checkbox>
        <Checkbox isSelected={Boolean(search.all)} onChange={(on) => toggle('all', on)}>
          {say(words.ended)}
        </Checkbox>
      </div>
      {found.error ? (
        <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
      ) : !answer ? (
        <div aria-busy="true">
          {[60, 80, 70, 50].map((width) => (
            <Skeleton key={width} width={`${width}%`} height="3rem" />
          ))}
        </div>
      ) : answer.total.count === 0 && view !== 'board' ? (
        <EmptyState
          title={say(words.nothing)}
          actions={<LinkButton href={`${href}${queryString({ view, all: 'true' })}`}>{say(words.clear)}</LinkButton>}
        >
          <p>{say(words.nothingText)}</p>
        </EmptyState>
      ) : view === 'board' ? (
        <Board answer={answer} filters={listed} onMove={onMove} />
      ) : view === 'list' ? (
        <GroupedList
          answer={answer}
          per={per}
          filters={listed}
          hrefPer={(one) => `${href}${queryString({ ...without(search, 'asOf'), per: one })}`}
          onMove={onMove}
        />
      ) : (
        <Timeline answer={answer} asTable={Boolean(search.table)} onTable={(on) => toggle('table', on)} />
      )}
      <Moving begun={begun} onClose={() => setBegun(null)} />
    </article>
  )
}

/** The whole set in one sentence; each number leads to its records. */
function Sums({ answer, search }: { readonly answer: ActionStanding; readonly search: Search }) {
  const say = useSay()
  const format = useFormat()
  const { count, late, costEstimated, costActual } = answer.total
  const several = (n: number, one: string, many: string) => (n === 1 ? one : many)
  return (
    <p className="a-sums">
      <strong className="v-number">{format.number(count)}</strong>{' '}
      {say({ sv: several(count, 'åtgärd', 'åtgärder'), en: several(count, 'action', 'actions') })}
      {late > 0 && (
        <>
          {say({ sv: ', varav ', en: ', of which ' })}
          <Link href={`${href}${queryString({ ...without(search, 'asOf'), late: 'true' })}`}>
            <strong className="v-number">{format.number(late)}</strong> {say({ sv: several(late, 'försenad', 'försenade'), en: 'late' })}
          </Link>
        </>
      )}
      .{' '}
      {(costEstimated > 0 || costActual > 0) &&
        say(fill(words.cost, { planned: format.money(costEstimated), actual: format.money(costActual) }))}
    </p>
  )
}

interface TimelineProps {
  readonly answer: ActionStanding
  readonly asTable: boolean
  readonly onTable: (on: boolean) => void
}

function Timeline({ answer, asTable, onTable }: TimelineProps) {
  const say = useSay()
  const format = useFormat()
  const { items, total } = answer
  return (
    <>
      <div className="a-gantt-tools">
        <Button variant="quiet" size="small" icon={asTable ? 'position' : 'columns'} onPress={() => onTable(!asTable)}>
          {say(asTable ? words.asPicture : words.asTable)}
        </Button>
        {items.length < total.count && (
          <span className="v-muted">
            {say(items.length >= 150 ? fill(words.moreBars, { n: format.number(items.length) }) : words.undated)}
          </span>
        )}
      </div>
      {asTable ? <GanttTable items={items} /> : <Gantt items={items} />}
    </>
  )
}
