import { lazy, Suspense } from 'react'
import { Button } from '#web/design/Button.tsx'
import { Popover } from '#web/design/Popover.tsx'
import { Skeleton } from '#web/design/Banner.tsx'
import { formatDate } from '#web/language/format.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { useAsOf } from './asOf.tsx'

const AsOfChoice = lazy(() => import('./AsOfChoice.tsx'))

const words = {
  today: { sv: 'I dag', en: 'Today' },
  title: { sv: 'Visa som det var', en: 'Show as it was' },
}

/** The day the page shows, and the way to another day. */
export function AsOfControl() {
  const say = useSay()
  const language = useLanguage()
  const asOf = useAsOf()
  const shown = asOf ? formatDate(asOf, language, 'table') : say(words.today)
  return (
    <Popover
      title={say(words.title)}
      placement="bottom end"
      trigger={
        <Button variant="quiet" size="small" icon="history" opens aria-label={`${shown}. ${say(words.title)}`}>
          <span className="v-number">{shown}</span>
        </Button>
      }
    >
      {(close) => (
        <Suspense fallback={<Skeleton width="16rem" height="8rem" />}>
          <AsOfChoice onChosen={close} />
        </Suspense>
      )}
    </Popover>
  )
}
