import { Icon } from '#web/design/Icon.tsx'
import { Link } from '#web/design/Link.tsx'
import { VisuallyHidden } from '#web/design/VisuallyHidden.tsx'
import { formatMoment } from '#web/language/format.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { type NoticeAnswer, useMarkRead } from './data.ts'
import './notices.css'

const words = {
  unread: { sv: 'Oläst. ', en: 'Unread. ' },
  open: { sv: 'Öppna', en: 'Open' },
  list: { sv: 'Visa dem i en lista', en: 'Show them in a list' },
  closed: { sv: 'Du kan inte längre läsa det som aviseringen gäller.', en: 'You can no longer read what the notice concerns.' },
  by: { sv: 'av', en: 'by' },
}

/** Notices, the latest first: what is said, what it concerns, who and when. One is read when it is opened. */
export function NoticeList({ items, onOpen }: { readonly items: readonly NoticeAnswer[]; readonly onOpen?: () => void }) {
  const say = useSay()
  const language = useLanguage()
  const mark = useMarkRead()
  return (
    <ul className="n-list">
      {items.map((one) => (
        <li key={one.id} data-unread={one.read ? undefined : ''}>
          <Icon name={one.kind === 'late' ? 'warning' : one.kind === 'reminder' ? 'clock' : 'bell'} size={18} />
          <div>
            <p className="n-say">
              {one.read ? null : <VisuallyHidden>{say(words.unread)}</VisuallyHidden>}
              {one.say}
            </p>
            {one.href ? (
              <p>
                <Link
                  href={one.href}
                  onClick={() => {
                    if (!one.read) mark.mutate({ ids: [one.id] })
                    onOpen?.()
                  }}
                >
                  {one.title ?? one.reference ?? say(one.count > 1 ? words.list : words.open)}
                </Link>
              </p>
            ) : (
              <p className="v-muted">{say(words.closed)}</p>
            )}
            <p className="n-facts">
              {formatMoment(one.at, language)}
              {one.by ? `, ${say(words.by)} ${one.by}` : ''}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
