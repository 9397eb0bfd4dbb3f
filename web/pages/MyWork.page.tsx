import { useSession } from '#web/api/session.ts'
import { useGet } from '#web/api/useGet.ts'
import { EmptyState, Skeleton } from '#web/design/Banner.tsx'
import { LinkButton } from '#web/design/Button.tsx'
import { Link } from '#web/design/Link.tsx'
import { StateTag } from '#web/design/Tag.tsx'
import { daysBetween, formatDate, formatDistance } from '#web/language/format.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import type { WorkAnswer, WorkItem } from './answers.ts'
import './pages.css'
import { Deadlines } from './Deadlines.tsx'
import { recordHref, registerOf } from './places.ts'

const words = {
  title: { sv: 'Mitt arbete', en: 'My work' },
  none: { sv: 'Inget väntar på dig', en: 'Nothing waits for you' },
  noneText: {
    sv: 'Här samlas det som du ska besluta om, göra klart, läsa eller gå utbildning i. När något nytt kommer står det överst.',
    en: 'Here is gathered what you are to decide on, finish, read or be trained in. When something new comes, it stands at the top.',
  },
  report: { sv: 'Rapportera en händelse', en: 'Report an event' },
  late: { sv: 'försenat', en: 'late' },
}

/** What waits for the person at the screen, the most urgent first. */
export default function MyWorkPage() {
  const say = useSay()
  const session = useSession()
  const past = useAsOf() !== null
  const { data, error, refetch } = useGet<WorkAnswer>('/my/work')
  const groups = data?.groups.filter((group) => group.items.length) ?? []
  const report =
    session.may.incidents?.create && !past ? (
      <LinkButton href="/incidents/new" icon="plus">
        {say(words.report)}
      </LinkButton>
    ) : null
  return (
    <div className="p-work">
      <header className="p-head p-head-actions">
        <h1>{say(words.title)}</h1>
        {groups.length ? report : null}
      </header>
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
      {data || error ? null : (
        <div aria-busy="true">
          <Skeleton width="12rem" height="1.5rem" />
          <Skeleton width="70%" height="2.5rem" />
          <Skeleton width="70%" height="2.5rem" />
          <Skeleton width="70%" height="2.5rem" />
        </div>
      )}
      {data && !groups.length ? (
        <EmptyState title={say(words.none)} actions={report}>
          <p>{say(words.noneText)}</p>
        </EmptyState>
      ) : null}
      {groups.map((group) => (
        <section key={group.label.sv}>
          <h2>
            {say(group.label)} <span className="p-count">{group.items.length}</span>
          </h2>
          <ul className="p-tasks">
            {group.items.map((item) => (
              <Task key={`${item.register}-${item.id}`} item={item} />
            ))}
          </ul>
        </section>
      ))}
      <Deadlines />
    </div>
  )
}

function Task({ item }: { readonly item: WorkItem }) {
  const say = useSay()
  const language = useLanguage()
  const session = useSession()
  const asOf = useAsOf()
  const today = asOf ?? session.today
  const register = registerOf(session.registers, item.register)
  const state = item.shownState
  const isLate = item.due !== null && daysBetween(today, item.due) < 0
  return (
    <li>
      <div>
        <p className="p-task-name">
          <Link href={recordHref(session.registers, item.register, item.id)}>{item.label}</Link>
        </p>
        <p className="p-task-facts">
          {register ? <span>{say(register.label.one)}</span> : null}
          {item.reference ? <span className="v-number">{item.reference}</span> : null}
          {state ? <StateTag tone={state.tone}>{say(state.label)}</StateTag> : null}
          <span>{say(item.why)}</span>
        </p>
      </div>
      {item.due ? (
        <p className="p-task-due" data-late={isLate ? '' : undefined}>
          {isLate ? <StateTag tone="bad">{say(words.late)}</StateTag> : <span>{formatDistance(item.due, today, language)}</span>}
          <span className="v-muted">{formatDate(item.due, language)}</span>
        </p>
      ) : null}
    </li>
  )
}
