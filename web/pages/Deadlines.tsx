import { useSession } from '#web/api/session.ts'
import { useGet } from '#web/api/useGet.ts'
import { Link } from '#web/design/Link.tsx'
import { StateTag } from '#web/design/Tag.tsx'
import { formatDate, formatDistance, formatMoment } from '#web/language/format.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'

/** A clock that runs for the person. */
interface ClockAnswer {
  readonly key: string
  readonly id: string
  readonly href: string
  readonly reference: string | null
  readonly title: string | null
  readonly label: string
  readonly basis: string
  readonly due: string
  readonly late: boolean
}

const words = {
  title: { sv: 'Frister', en: 'Deadlines' },
  late: { sv: 'försenat', en: 'late' },
  more: { sv: 'Visa alla frister', en: 'Show all deadlines' },
}

/** So many are in sight at first. */
const first = 5

/** What is due for the person within two months, the earliest first, and what each day rests on. */
export function Deadlines() {
  const say = useSay()
  const { data } = useGet<{ items: readonly ClockAnswer[] }>('/clocks')
  if (!data?.items.length) return null
  return (
    <section>
      <h2>
        {say(words.title)} <span className="p-count">{data.items.length}</span>
      </h2>
      <List items={data.items.slice(0, first)} />
      {data.items.length > first ? (
        <details className="p-more">
          <summary>{say(words.more)}</summary>
          <List items={data.items.slice(first)} />
        </details>
      ) : null}
    </section>
  )
}

function List({ items }: { readonly items: readonly ClockAnswer[] }) {
  const say = useSay()
  const language = useLanguage()
  const session = useSession()
  const today = useAsOf() ?? session.today
  return (
    <ul className="p-tasks">
      {items.map((one) => (
        <li key={`${one.key} ${one.id}`}>
          <div>
            <p className="p-task-name">
              <Link href={one.href}>{one.title ? `${one.label}: ${one.title}` : one.label}</Link>
            </p>
            <p className="p-task-facts">
              {one.reference ? <span className="v-number">{one.reference}</span> : null}
              <span>{one.basis}</span>
            </p>
          </div>
          <p className="p-task-due" data-late={one.late ? '' : undefined}>
            {one.late ? (
              <StateTag tone="bad">{say(words.late)}</StateTag>
            ) : (
              <span>{formatDistance(one.due.slice(0, 10), today, language)}</span>
            )}
            <span className="v-muted">{one.due.length === 10 ? formatDate(one.due, language) : formatMoment(one.due, language)}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}
