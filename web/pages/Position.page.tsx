import { lazy, Suspense } from 'react'
import { useSession } from '#web/api/session.ts'
import { useGet } from '#web/api/useGet.ts'
import { Skeleton } from '#web/design/Banner.tsx'
import { Icon } from '#web/design/Icon.tsx'
import { Link } from '#web/design/Link.tsx'
import { LevelTag, StateTag } from '#web/design/Tag.tsx'
import { formatDate } from '#web/language/format.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import type { CountedSentence, PositionAnswer, SeriousRecord } from './answers.ts'
import { FigureCard } from './FigureCard.tsx'
import './pages.css'
import { listHref, recordHref } from './places.ts'
import { linkedSentence } from './sentences.ts'

const Administration = lazy(() => import('./Administration.tsx'))

const words = {
  title: { sv: 'Läget', en: 'The position' },
  decide: { sv: 'Kräver ditt beslut', en: 'Needs your decision' },
  decideNone: { sv: 'Inget väntar på ditt beslut.', en: 'Nothing waits for your decision.' },
  serious: { sv: 'Allvarligast just nu', en: 'Most serious right now' },
  seriousThen: { sv: 'Allvarligast då', en: 'Most serious then' },
  more: { sv: 'Visa {n} till', en: 'Show {n} more' },
  seriousNone: { sv: 'Inget är så allvarligt att det sticker ut.', en: 'Nothing is serious enough to stand out.' },
  figures: { sv: 'Går det åt rätt håll?', en: 'Is it going the right way?' },
  figuresNone: { sv: 'Det finns inga siffror att visa för din roll ännu.', en: 'There are no figures to show for your role yet.' },
  late: { sv: 'Försenat', en: 'Late' },
}

/** The position: what must be decided, what is most serious, and whether it is going the right way. */
export default function PositionPage() {
  const say = useSay()
  const language = useLanguage()
  const session = useSession()
  const asOf = useAsOf()
  const { data, error, refetch } = useGet<PositionAnswer>('/position')
  const looksAfter = asOf === null && session.roles.includes('administrator')
  return (
    <div className="p-position">
      <header className="p-head">
        <h1>{say(words.title)}</h1>
        <p className="v-muted">{formatDate(asOf ?? session.today, language)}</p>
      </header>
      {looksAfter ? (
        <Suspense fallback={<Skeleton width="60%" height="4rem" />}>
          <Administration />
        </Suspense>
      ) : null}
      {error ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Bands data={data} looksAfter={looksAfter} />
      ) : (
        <Waiting />
      )}
    </div>
  )
}

interface BandsProps {
  readonly data: PositionAnswer
  /** Whether the person has something else on the page, so that bands with nothing in them are left out. */
  readonly looksAfter: boolean
}

function Bands({ data, looksAfter }: BandsProps) {
  const say = useSay()
  const past = useAsOf() !== null
  // A figure the person may count nothing for says nothing to him.
  const figures = data.figures.filter((figure) => figure.built && (figure.value !== null || figure.previous !== null))
  if (looksAfter && !data.decide.length && !data.late.length && !data.serious.length && !figures.length) return null
  return (
    <>
      <section aria-labelledby="decide">
        <h2 id="decide">{say(words.decide)}</h2>
        <Sentences items={data.decide} none={say(words.decideNone)} />
        {data.late.length ? (
          <>
            <h3 className="p-late">{say(words.late)}</h3>
            <Sentences items={data.late} none="" />
          </>
        ) : null}
      </section>
      <section aria-labelledby="serious">
        <h2 id="serious">{say(past ? words.seriousThen : words.serious)}</h2>
        {data.serious.length ? (
          <>
            <SeriousList records={data.serious.slice(0, most)} />
            {data.serious.length > most ? (
              <details className="p-more">
                <summary>{say(words.more).replace('{n}', String(data.serious.length - most))}</summary>
                <SeriousList records={data.serious.slice(most)} />
              </details>
            ) : null}
          </>
        ) : (
          <p className="v-muted">{say(words.seriousNone)}</p>
        )}
      </section>
      <section aria-labelledby="figures">
        <h2 id="figures">{say(words.figures)}</h2>
        {figures.length ? (
          <ul className="p-figures">
            {figures.map((figure) => (
              <FigureCard key={figure.key} figure={figure} />
            ))}
          </ul>
        ) : (
          <p className="v-muted">{say(words.figuresNone)}</p>
        )}
      </section>
    </>
  )
}

/** So many records stand in sight; the rest are one press away. */
const most = 5

const SeriousList = ({ records }: { readonly records: readonly SeriousRecord[] }) => (
  <ul className="p-serious">
    {records.map((record) => (
      <Serious key={record.id} record={record} />
    ))}
  </ul>
)

/** Sentences whose number leads to the records behind it. */
function Sentences({ items, none }: { readonly items: readonly CountedSentence[]; readonly none: string }) {
  const counted = items.filter((item) => item.count > 0)
  if (!counted.length) return <p className="v-muted">{none}</p>
  return (
    <ul className="p-sentences">
      {counted.map((item) => (
        <li key={item.text.sv}>
          <Sentence item={item} />
        </li>
      ))}
    </ul>
  )
}

function Sentence({ item }: { readonly item: CountedSentence }) {
  const say = useSay()
  const language = useLanguage()
  const { registers } = useSession()
  const href = listHref(registers, item.register, item.query)
  const { before, number, linked, after } = linkedSentence(say(item.text), item.count, language)
  return (
    <>
      {before}
      <Link href={href}>
        {number ? <strong className="v-number">{number}</strong> : null}
        {linked}
      </Link>
      {after}
    </>
  )
}

function Serious({ record }: { readonly record: SeriousRecord }) {
  const say = useSay()
  const { registers } = useSession()
  const { shownLevel: level, shownState: state } = record
  return (
    <li>
      <div className="p-serious-level">
        {level ? (
          <LevelTag level={level.level} first={level.first} last={level.last} tone="risk">
            {say(level.label)}
          </LevelTag>
        ) : null}
      </div>
      <div>
        <p className="p-serious-name">
          <Link href={recordHref(registers, record.register, record.id)}>{record.label}</Link>
        </p>
        <p className="p-serious-facts">
          {record.reference ? <span className="v-number">{record.reference}</span> : null}
          {state ? <StateTag tone={state.tone}>{say(state.label)}</StateTag> : null}
          <span>{say(record.why)}</span>
        </p>
      </div>
      <Icon name="right" size={16} />
    </li>
  )
}

const Waiting = () => (
  <div aria-busy="true">
    <Skeleton width="16rem" height="1.5rem" />
    <Skeleton width="60%" />
    <Skeleton width="52%" />
    <br />
    <Skeleton width="16rem" height="1.5rem" />
    <Skeleton width="70%" height="3rem" />
    <Skeleton width="70%" height="3rem" />
  </div>
)
