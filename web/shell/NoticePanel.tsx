import type { RefObject } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Popover } from 'react-aria-components/Popover'
import { Skeleton } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { Link } from '#web/design/Link.tsx'
import '#web/design/Popover.css'
import { useSay } from '#web/language/useSay.ts'
import { useMarkRead, useNotices } from '#web/pages/notices/data.ts'
import { NoticeList } from '#web/pages/notices/NoticeList.tsx'
import { ProblemNotice } from './ProblemNotice.tsx'

const words = {
  title: { sv: 'Aviseringar', en: 'Notices' },
  none: { sv: 'Inga aviseringar.', en: 'No notices.' },
  markAll: { sv: 'Markera alla som lästa', en: 'Mark all as read' },
  all: { sv: 'Visa alla aviseringar', en: 'Show all notices' },
}

export interface NoticePanelProps {
  readonly triggerRef: RefObject<HTMLElement | null>
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
}

/** The latest notices, below the bell. */
export default function NoticePanel({ triggerRef, isOpen, onOpenChange }: NoticePanelProps) {
  const say = useSay()
  const close = () => onOpenChange(false)
  return (
    <Popover className="v-popover" placement="bottom end" triggerRef={triggerRef} isOpen={isOpen} onOpenChange={onOpenChange}>
      <Dialog className="v-popover-body">
        <Heading slot="title" level={2}>
          {say(words.title)}
        </Heading>
        <div className="n-panel">
          <Latest onOpen={close} />
        </div>
      </Dialog>
    </Popover>
  )
}

function Latest({ onOpen }: { readonly onOpen: () => void }) {
  const say = useSay()
  const mark = useMarkRead()
  const { data, error, refetch } = useNotices(6, null)
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton width="100%" height="6rem" />
  return (
    <>
      {data.items.length ? <NoticeList items={data.items} onOpen={onOpen} /> : <p className="v-muted">{say(words.none)}</p>}
      <div className="n-panel-foot">
        <Link href="/aviseringar" onClick={onOpen}>
          {say(words.all)}
        </Link>
        {data.unread ? (
          <Button variant="quiet" size="small" onPress={() => mark.mutate({ all: true })}>
            {say(words.markAll)}
          </Button>
        ) : null}
      </div>
    </>
  )
}
