import type { ReactNode } from 'react'
import { useGet } from '#web/api/useGet.ts'
import { Banner, Skeleton } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { useSay } from '#web/language/useSay.ts'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import type { Text } from '../../language/text.ts'
import type { RecordJson } from '../data/record.ts'

interface ImpactFrameProps<Answer> {
  readonly words: Readonly<Record<'title' | 'lead' | 'unsaved' | 'unsavedText' | 'save' | 'notYet', Text>>
  /** Where what would follow is asked for. */
  readonly path: string
  readonly record: RecordJson
  /** Why the draft cannot be decided yet. */
  readonly lacking: Text | null
  /** Something has been written since the draft was saved: what would follow is asked of what is saved. */
  readonly isChanged: boolean
  readonly onSave: () => void
  readonly draw: (answer: Answer) => ReactNode
  /** The differences from the version before. */
  readonly children: ReactNode
}

/** What would follow if a draft of a method took effect: asked of the server, with what hinders the decision above it and the differences below. */
export function ImpactFrame<Answer>({ words, path, record, lacking, isChanged, onSave, draw, children }: ImpactFrameProps<Answer>) {
  const say = useSay()
  const found = useGet<Answer>(path, { version: record.version }, { timeless: true })
  return (
    <section aria-labelledby="impact-title" className="v-part">
      <h2 id="impact-title">{say(words.title)}</h2>
      <p className="v-muted v-measure">{say(words.lead)}</p>
      {isChanged && (
        <Banner
          tone="waiting"
          title={say(words.unsaved)}
          actions={
            <Button size="small" onPress={onSave}>
              {say(words.save)}
            </Button>
          }
        >
          <p>{say(words.unsavedText)}</p>
        </Banner>
      )}
      {lacking && (
        <Banner tone="waiting" title={say(words.notYet)}>
          <p>{say(lacking)}</p>
        </Banner>
      )}
      {found.error ? (
        <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data ? (
        draw(found.data)
      ) : (
        <div aria-busy="true">
          <Skeleton width="60%" />
          <Skeleton width="50%" />
          <Skeleton width="55%" />
        </div>
      )}
      {children}
    </section>
  )
}
