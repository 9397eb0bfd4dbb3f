import type { ReactNode } from 'react'
import { LinkInput } from '#kernel/screens/fields/LinkInput.tsx'
import { queryString } from '#web/api/client.ts'
import { Skeleton } from '#web/design/Banner.tsx'
import { LinkTabs } from '#web/design/Tabs.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { useSearch } from '#web/shell/address.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import type { Named } from '../../pictures.ts'
import './pictures.css'

const words = {
  both: { sv: 'Två sätt att se på riskerna', en: 'Two ways to look at the risks' },
  pictures: { sv: 'Riskbilden', en: 'Risk picture' },
  quantified: { sv: 'Kvantifierat', en: 'Quantified' },
  unit: { sv: 'Enhet med allt under', en: 'Unit with everything below' },
  partial: {
    sv: 'Du ser figurer över de risker du får läsa. Det kan finnas fler.',
    en: 'You see figures of the risks you may read. There may be more.',
  },
  asOf: { sv: 'Som det var {day}.', en: 'As it was on {day}.' },
} as const

interface FrameProps {
  readonly title: string
  readonly lead: string
  readonly at: '/riskbild' | '/riskbild/kvantifierat'
  readonly answer: { readonly partial: boolean; readonly unit: Named | null } | undefined
  readonly error: Error | null
  readonly onRetry: () => void
  readonly children: ReactNode
}

/** What the two pages of risk pictures have in common: the way between them, the unit, and whether the reader sees all there is. */
export function Frame({ title, lead, at, answer, error, onRetry, children }: FrameProps) {
  const say = useSay()
  const format = useFormat()
  const asOf = useAsOf()
  const [search, setSearch] = useSearch()
  const { jamfor: _, ...kept } = search
  const tab = (href: FrameProps['at'], label: string) => ({ href: `${href}${queryString(kept)}`, label, isCurrent: href === at })
  return (
    <article className="v-page r-pictures">
      <header className="v-page-head">
        <h1>{title}</h1>
        <p className="v-muted v-measure">
          {lead} {asOf ? format.date(asOf) : ''}
        </p>
        {answer?.partial && <p className="r-partial">{say(words.partial)}</p>}
      </header>
      <LinkTabs
        label={say(words.both)}
        tabs={[tab('/riskbild', say(words.pictures)), tab('/riskbild/kvantifierat', say(words.quantified))]}
      />
      <div className="r-tools">
        <LinkInput
          label={say(words.unit)}
          to="unit"
          value={answer?.unit ?? null}
          onChange={(unit) => {
            const { enhet: _before, ...rest } = search
            setSearch(unit ? { ...rest, enhet: unit.id } : rest)
          }}
        />
      </div>
      {error ? (
        <ProblemNotice error={error as never} onRetry={onRetry} />
      ) : !answer ? (
        <div aria-busy="true">
          <Skeleton width="60%" />
          <Skeleton width="100%" height="16rem" />
          <Skeleton width="100%" height="16rem" />
        </div>
      ) : (
        children
      )}
    </article>
  )
}
