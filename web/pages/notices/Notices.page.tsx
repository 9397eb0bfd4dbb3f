import { useState } from 'react'
import { EmptyState, Skeleton } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { LinkTabs } from '#web/design/Tabs.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useSearch } from '#web/shell/address.ts'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import { CalendarAddress } from './CalendarAddress.tsx'
import { Choices } from './Choices.tsx'
import { useMarkRead, useNotices } from './data.ts'
import { NoticeList } from './NoticeList.tsx'
import './notices.css'
import '../pages.css'

const words = {
  title: { sv: 'Aviseringar', en: 'Notices' },
  all: { sv: 'Det du fått veta', en: 'What you have been told' },
  choices: { sv: 'E-post och kalender', en: 'E-mail and calendar' },
  views: { sv: 'Delar av sidan', en: 'Parts of the page' },
  markAll: { sv: 'Markera alla som lästa', en: 'Mark all as read' },
  more: { sv: 'Visa äldre', en: 'Show older' },
  none: { sv: 'Inga aviseringar', en: 'No notices' },
  noneText: {
    sv: 'Här står det när något väntar på ditt beslut, när du fått något att göra och när en frist närmar sig eller har gått ut.',
    en: 'Here it says when something awaits your decision, when you have been given something to do, and when a deadline is coming or has passed.',
  },
}

const perPage = 30

/** What the person has been told, and how he or she wants to be told. */
export default function NoticesPage() {
  const say = useSay()
  const [search] = useSearch()
  const choosing = search.visa === 'val'
  return (
    <div className="n-page">
      <header className="p-head">
        <h1>{say(words.title)}</h1>
      </header>
      <LinkTabs
        label={say(words.views)}
        tabs={[
          { href: '/aviseringar', label: say(words.all), isCurrent: !choosing },
          { href: '/aviseringar?visa=val', label: say(words.choices), isCurrent: choosing },
        ]}
      />
      {choosing ? (
        <>
          <Choices />
          <CalendarAddress />
        </>
      ) : (
        <All />
      )}
    </div>
  )
}

function All() {
  const say = useSay()
  const mark = useMarkRead()
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null])
  return (
    <section aria-label={say(words.all)}>
      {cursors.map((cursor, index) => (
        <Page
          key={cursor ?? ''}
          cursor={cursor}
          isLast={index === cursors.length - 1}
          onMarkAll={() => mark.mutate({ all: true })}
          onMore={(next) => setCursors([...cursors, next])}
        />
      ))}
    </section>
  )
}

interface PageProps {
  readonly cursor: string | null
  readonly isLast: boolean
  readonly onMarkAll: () => void
  readonly onMore: (next: string) => void
}

function Page({ cursor, isLast, onMarkAll, onMore }: PageProps) {
  const say = useSay()
  const { data, error, refetch } = useNotices(perPage, cursor)
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data)
    return (
      <div aria-busy="true">
        <Skeleton width="70%" height="2.5rem" />
        <Skeleton width="60%" height="2.5rem" />
      </div>
    )
  if (!data.items.length && cursor === null)
    return (
      <EmptyState title={say(words.none)}>
        <p>{say(words.noneText)}</p>
      </EmptyState>
    )
  return (
    <>
      {cursor === null && data.unread ? (
        <Button size="small" icon="check" onPress={onMarkAll}>
          {say(words.markAll)}
        </Button>
      ) : null}
      <NoticeList items={data.items} />
      {isLast && data.next ? (
        <p className="n-actions">
          <Button onPress={() => onMore(data.next ?? '')}>{say(words.more)}</Button>
        </p>
      ) : null}
    </>
  )
}
