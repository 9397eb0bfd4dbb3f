import { lazy, Suspense, useRef, useState } from 'react'
import { Button } from '#web/design/Button.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useUnread } from '#web/pages/notices/data.ts'

const NoticePanel = lazy(() => import('./NoticePanel.tsx'))

const words = {
  notices: { sv: 'Aviseringar', en: 'Notices' },
  unread: { sv: 'olästa', en: 'unread' },
}

/** The bell above every page: how many notices have not been read, and the latest of them. */
export function Bell() {
  const say = useSay()
  const unread = useUnread()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [isWanted, setWanted] = useState(false)
  return (
    <>
      <Button
        ref={button}
        variant="quiet"
        size="small"
        icon="bell"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={unread ? `${say(words.notices)}, ${unread} ${say(words.unread)}` : say(words.notices)}
        onPress={() => {
          setWanted(true)
          setOpen(true)
        }}
      >
        {unread ? <span className="s-unread">{unread > 99 ? '99+' : unread}</span> : null}
      </Button>
      <Suspense fallback={null}>{isWanted ? <NoticePanel triggerRef={button} isOpen={isOpen} onOpenChange={setOpen} /> : null}</Suspense>
    </>
  )
}
