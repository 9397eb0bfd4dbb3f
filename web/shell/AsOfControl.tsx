import { lazy, Suspense, useRef, useState } from 'react'
import { Button } from '#web/design/Button.tsx'
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
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [isWanted, setWanted] = useState(false)
  const shown = asOf ? formatDate(asOf, language, 'table') : say(words.today)
  return (
    <>
      <Button
        ref={button}
        variant="quiet"
        size="small"
        icon="history"
        opens
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={`${shown}. ${say(words.title)}`}
        onPress={() => {
          setWanted(true)
          setOpen(true)
        }}
      >
        <span className="v-number s-asof-day">{shown}</span>
      </Button>
      <Suspense fallback={null}>
        {isWanted ? <AsOfChoice title={say(words.title)} triggerRef={button} isOpen={isOpen} onOpenChange={setOpen} /> : null}
      </Suspense>
    </>
  )
}
