import { lazy, Suspense, useState } from 'react'
import { pathOf } from '#kernel/definition/catalogue.ts'
import { fill, type Text } from '#kernel/language/text.ts'
import { type Panel, useCatalogue } from '#kernel/screens/catalogue.tsx'
import type { RecordJson, RecordPage } from '#kernel/screens/data/record.ts'
import { linksIn } from '#kernel/screens/fields/words.ts'
import { queryString } from '#web/api/client.ts'
import { useMay } from '#web/api/session.ts'
import { useGet } from '#web/api/useGet.ts'
import { Banner, Skeleton } from '#web/design/Banner.tsx'
import { Button, LinkButton } from '#web/design/Button.tsx'
import { Link } from '#web/design/Link.tsx'
import { ProgressBar } from '#web/design/ProgressBar.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import { type Outcome, outcomeOf } from '../../follow-up.rules.ts'
import type { ActionItem, ActionStanding } from '../../standing.answers.ts'
import { ReducedRisks } from '../ReducedRisks.tsx'
import { useSeenFrom } from '../standing/Facts.tsx'
import '../standing/standing.css'
import { FollowedActions, isComplete, ProposedActions } from './PlanActions.tsx'
import { effectCounts, outcomeCounts, words } from './words.ts'

const TakeIn = lazy(() => import('./TakeIn.tsx'))

const order: readonly Outcome[] = ['inTime', 'doneLate', 'underway', 'postponed', 'late', 'dropped']

/** What a plan holds and how it goes: its actions, what was decided against what was done, what it costs, and which risks it reduces. */
const PlanPanel: Panel = ({ record }) => {
  const say = useSay()
  const format = useFormat()
  const decidedOn = typeof record.decidedOn === 'string' ? record.decidedOn : null
  const question = { plan: record.id, all: 'true' }
  const found = useGet<ActionStanding>('/action-standing', question)
  const then = useGet<ActionStanding>(decidedOn ? '/action-standing' : null, { ...question, asOf: decidedOn }, { timeless: true })
  const actions = useCatalogue().register('action')
  const linked = useGet<RecordPage>(`/${pathOf(actions)}`, { plan: record.id, fields: 'risks', limit: 500 })
  if (found.error) return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data || (decidedOn && then.isPending)) return <Skeleton width="60%" height="6rem" />
  const { states } = found.data
  const items = found.data.items.toSorted((one, other) => (one.due ?? '9999').localeCompare(other.due ?? '9999'))
  const count = Object.values(states).reduce((sum, state) => sum + state.count, 0)
  const decided = new Map(then.data?.items.map((item) => [item.id, item]))
  const risks = [...new Set((linked.data?.items ?? []).flatMap((item) => linksIn(item.risks).map(({ id }) => id)))]
  return (
    <>
      <section aria-labelledby="plan-actions" className="a-plan">
        <h2 id="plan-actions">{say(words.actions)}</h2>
        <Progress record={record} answer={found.data} />
        {decidedOn && <FollowUp items={items} decided={decided} decidedOn={decidedOn} />}
        {record.state === 'proposed' && <Incomplete items={items} />}
        {items.length === 0 ? (
          <p className="v-muted">{say(words.empty)}</p>
        ) : decidedOn ? (
          <FollowedActions items={items} decided={decided} />
        ) : (
          <ProposedActions items={items} />
        )}
        {count > items.length && (
          <p>
            <Link href={`/${pathOf(actions)}${queryString({ plan: record.id })}`}>
              {say(fill(words.rest, { n: format.number(count) }))}
            </Link>
          </p>
        )}
        <PlanButtons record={record} hasActions={items.length > 0} />
      </section>
      {risks.length > 0 && (
        <section aria-labelledby="plan-risks">
          <h2 id="plan-risks">{say(words.risks)}</h2>
          <ReducedRisks ids={risks} since={decidedOn} />
        </section>
      )}
    </>
  )
}

export default PlanPanel

/** How far the plan has come, and what it costs, of what the person may see. */
function Progress({ record, answer }: { readonly record: RecordJson; readonly answer: ActionStanding }) {
  const say = useSay()
  const format = useFormat()
  const { states, total } = answer
  const done = (states.done?.count ?? 0) + (states.effectChecked?.count ?? 0)
  const all = Object.entries(states).reduce((sum, [state, { count }]) => sum + (state === 'dropped' ? 0 : count), 0)
  if (all === 0) return null
  const cost = fill(words.cost, { planned: format.money(total.costEstimated), actual: format.money(total.costActual) })
  return (
    <div className="a-plan-progress">
      {record.state !== 'proposed' && (
        <ProgressBar
          label={say(fill(words.progress, { done: format.number(done), all: format.number(all) }))}
          value={all === 0 ? 0 : done / all}
        />
      )}
      <p>{say(cost)}</p>
    </div>
  )
}

/** What was decided against what was done, in a sentence, and whether it helped. */
function FollowUp({
  items,
  decided,
  decidedOn,
}: {
  readonly items: readonly ActionItem[]
  readonly decided: ReadonlyMap<string, ActionItem>
  readonly decidedOn: string
}) {
  const language = useLanguage()
  const format = useFormat()
  const today = useSeenFrom()
  const outcomes = items.map((item) => outcomeOf(item, decided.get(item.id)?.due ?? null, today))
  const told = (n: number, [one, many]: readonly [Text, Text]) =>
    n === 0 ? [] : [fill(n === 1 ? one : many, { n: format.number(n) })[language]]
  const sentence = (parts: readonly string[]) => {
    if (parts.length === 0) return ''
    const text = new Intl.ListFormat(language).format(parts)
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  }
  const first = order.flatMap((outcome) => told(outcomes.filter((one) => one === outcome).length, outcomeCounts[outcome]))
  const second = effectCounts
    .flatMap((texts, index) => told(items.filter(({ effective }) => effective === index + 1).length, texts))
    .reverse()
  return (
    <p className="v-measure">
      {fill(words.decidedOn, { day: format.date(decidedOn) })[language]} {sentence(first)} {sentence(second)}
    </p>
  )
}

function Incomplete({ items }: { readonly items: readonly ActionItem[] }) {
  const say = useSay()
  const lacking = items.filter((item) => item.state === 'proposed' && !isComplete(item)).length
  if (lacking === 0) return null
  return <Banner tone="waiting" title={say(lacking === 1 ? words.incompleteOne : fill(words.incomplete, { n: lacking }))} />
}

/** The ways to put more into the plan, and to see it in other shapes. */
function PlanButtons({ record, hasActions }: { readonly record: RecordJson; readonly hasActions: boolean }) {
  const say = useSay()
  const asOf = useAsOf()
  const actions = useCatalogue().register('action')
  const may = useMay(actions.plural)
  const [isTaking, setTaking] = useState(false)
  const unit = linksIn(record.unit)[0]?.id
  const isOpen = record.state === 'proposed' || record.state === 'decided'
  return (
    <div className="v-record-actions a-plan-buttons">
      {asOf === null && isOpen && may.create && (
        <>
          <LinkButton icon="plus" href={`/${pathOf(actions)}/new${queryString({ plan: record.id, unit })}`}>
            {say(words.add)}
          </LinkButton>
          <Button onPress={() => setTaking(true)}>{say(words.take)}</Button>
        </>
      )}
      {hasActions && (
        <LinkButton variant="quiet" href={`/atgarder${queryString({ plan: record.id, all: 'true' })}`}>
          {say(words.board)}
        </LinkButton>
      )}
      {isTaking && (
        <Suspense>
          <TakeIn plan={record} onClose={() => setTaking(false)} />
        </Suspense>
      )}
    </div>
  )
}
