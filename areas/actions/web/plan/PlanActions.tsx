import type { ReactNode } from 'react'
import { pathOf } from '#kernel/definition/catalogue.ts'
import { fill } from '#kernel/language/text.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import { StateValue } from '#kernel/screens/fields/Value.tsx'
import { Icon } from '#web/design/Icon.tsx'
import { Link } from '#web/design/Link.tsx'
import { Table } from '#web/design/Parts.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { type Outcome, outcomeOf } from '../../follow-up.rules.ts'
import type { ActionItem } from '../../standing.answers.ts'
import { useSeenFrom } from '../standing/Facts.tsx'
import { outcomeWords, words } from './words.ts'

/** Whether an action can be decided as it stands. */
export const isComplete = (item: ActionItem): boolean => item.owner !== null && item.due !== null

/** The actions of a plan that has not been decided: who, when, at what cost, and what is lacking. */
export function ProposedActions({ items }: { readonly items: readonly ActionItem[] }) {
  const say = useSay()
  const format = useFormat()
  const register = useCatalogue().register('action')
  const { fields } = register
  const path = `/${pathOf(register)}`
  return (
    <Table caption={say(words.actions)} captionHidden>
      <thead>
        <tr>
          {(['title', 'owner', 'starts', 'due'] as const).map((name) => (
            <th key={name} scope="col">
              {say(fields[name]?.label ?? words.actions)}
            </th>
          ))}
          <th scope="col" data-align="right">
            {say(fields.costEstimated?.label ?? words.actions)}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <Named item={item} path={path} />
            <td>{item.owner?.label ?? <Lacking text={say(words.lacksOwner)} />}</td>
            <td className="a-day">{item.starts && format.date(item.starts, 'table')}</td>
            <td className="a-day">{item.due ? format.date(item.due, 'table') : <Lacking text={say(words.lacksDue)} />}</td>
            <td data-align="right">{item.costEstimated !== null && format.money(item.costEstimated)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

const Lacking = ({ text }: { readonly text: ReactNode }) => (
  <span className="a-late">
    <Icon name="warning" size={14} />
    <span>{text}</span>
  </span>
)

/** The action, and under it who answers for it where no column says so. */
const Named = ({ item, path, owner }: { readonly item: ActionItem; readonly path: string; readonly owner?: string | undefined }) => (
  <th scope="row">
    <Link href={`${path}/${item.id}`}>{item.title}</Link>
    <div className="a-plan-under">
      {item.reference}
      {owner && ` · ${owner}`}
    </div>
  </th>
)

interface FollowedActionsProps {
  readonly items: readonly ActionItem[]
  /** The actions as they were when the plan was decided, by identity. */
  readonly decided: ReadonlyMap<string, ActionItem>
}

/** What became of the actions of a decided plan: what was decided against what was done. */
export function FollowedActions({ items, decided }: FollowedActionsProps) {
  const say = useSay()
  const format = useFormat()
  const today = useSeenFrom()
  const register = useCatalogue().register('action')
  const { fields } = register
  const day = (date: string | null) => date && format.date(date, 'table')
  return (
    <Table caption={say(words.actions)} captionHidden>
      <thead>
        <tr>
          <th scope="col">{say(register.label.one)}</th>
          <th scope="col">{say(words.decidedDue)}</th>
          <th scope="col">{say(words.outcome)}</th>
          <th scope="col" data-align="right">
            {say(words.costs)}
          </th>
          <th scope="col">{say(fields.effective?.label ?? words.actions)}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const was = decided.get(item.id)
          const outcome = outcomeOf(item, was?.due ?? null, today)
          return (
            <tr key={item.id}>
              <Named item={item} path={`/${pathOf(register)}`} owner={item.owner?.label} />
              <td className={was ? 'a-day' : undefined}>{was ? day(was.due) : <span className="v-muted">{say(words.addedLater)}</span>}</td>
              <td>
                <OutcomeText item={item} outcome={outcome} />
              </td>
              <td data-align="right">
                {item.costActual !== null && <div>{format.money(item.costActual)}</div>}
                {(was ?? item).costEstimated !== null && (
                  <div className="v-muted">{say(fill(words.planned, { sum: format.money((was ?? item).costEstimated ?? 0) }))}</div>
                )}
              </td>
              <td>
                <Effect item={item} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}

function OutcomeText({ item, outcome }: { readonly item: ActionItem; readonly outcome: Outcome }) {
  const say = useSay()
  const format = useFormat()
  const register = useCatalogue().register('action')
  const text = say(outcomeWords[outcome])
  if (outcome === 'underway') return <StateValue register={register} state={item.state} />
  const date = outcome === 'dropped' ? null : (item.doneOn ?? item.due)
  const told = (
    <>
      {text} {date && <span className="a-day">{format.date(date, 'table')}</span>}
    </>
  )
  return outcome === 'late' ? <Lacking text={told} /> : told
}

function Effect({ item }: { readonly item: ActionItem }) {
  const say = useSay()
  const language = useLanguage()
  const field = useCatalogue().register('action').fields.effective
  if (item.effective !== null && field?.kind === 'scale') return field.levels[item.effective - field.first]?.[language] ?? null
  return item.state === 'done' ? <span className="v-muted">{say(words.notChecked)}</span> : null
}
