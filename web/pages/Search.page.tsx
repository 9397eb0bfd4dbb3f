import { type FormEvent, useState } from 'react'
import { useSession } from '#web/api/session.ts'
import { useGet } from '#web/api/useGet.ts'
import { EmptyState, Skeleton } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { Link } from '#web/design/Link.tsx'
import { StateTag } from '#web/design/Tag.tsx'
import { TextField } from '#web/design/TextField.tsx'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { useSearch } from '#web/shell/address.ts'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import type { SearchAnswer, SearchHit } from './answers.ts'
import './pages.css'
import { recordHref, registerOf } from './places.ts'

const words = {
  title: { sv: 'Sök', en: 'Search' },
  label: { sv: 'Namn, beteckning eller ord i texten', en: 'Name, reference or words in the text' },
  go: { sv: 'Sök', en: 'Search' },
  none: { sv: 'Inget hittades', en: 'Nothing was found' },
  noneText: {
    sv: 'Pröva ett kortare ord eller en annan böjning. Sökningen omfattar det du har rätt att se.',
    en: 'Try a shorter word or another form of it. The search covers what you have the right to see.',
  },
  hits: { sv: '{n} träffar på ”{q}”', en: '{n} hits for “{q}”' },
  hit: { sv: 'En träff på ”{q}”', en: 'One hit for “{q}”' },
  first: { sv: 'De {n} bästa träffarna på ”{q}”', en: 'The {n} best hits for “{q}”' },
}

const limit = 50

/** Search through everything the person may see. */
export default function SearchPage() {
  const say = useSay()
  useLanguage()
  const [search, setSearch] = useSearch()
  const q = typeof search.q === 'string' ? search.q : ''
  const [typed, setTyped] = useState(q)
  const [shown, setShown] = useState(q)
  if (shown !== q) {
    setShown(q)
    setTyped(q)
  }
  const { data, error, isPending, refetch } = useGet<SearchAnswer>(q ? '/search' : null, { q, limit }, { keep: true })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSearch({ ...search, q: typed.trim() })
  }
  const items = data?.items ?? []
  const summary = say(items.length === 1 ? words.hit : items.length >= limit ? words.first : words.hits)
    .replace('{n}', String(items.length))
    .replace('{q}', q)
  return (
    <div className="p-search">
      <header className="p-head">
        <h1>{say(words.title)}</h1>
      </header>
      {/* biome-ignore lint/a11y/useSemanticElements: the search element is not yet known to every screen reader */}
      <form role="search" className="p-search-form" onSubmit={submit}>
        <TextField label={say(words.label)} type="search" value={typed} onChange={setTyped} autoComplete="off" />
        <Button type="submit" variant="primary" icon="search">
          {say(words.go)}
        </Button>
      </form>
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
      {q && isPending && !error ? (
        <div aria-busy="true">
          <Skeleton width="70%" height="2.5rem" />
          <Skeleton width="70%" height="2.5rem" />
        </div>
      ) : null}
      <div role="status">{q && data && items.length ? <p className="v-muted">{summary}</p> : null}</div>
      {q && data && !items.length ? (
        <EmptyState title={say(words.none)}>
          <p>{say(words.noneText)}</p>
        </EmptyState>
      ) : null}
      {q ? (
        <ul className="p-tasks">
          {items.map((hit) => (
            <Hit key={`${hit.register}-${hit.id}`} hit={hit} />
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function Hit({ hit }: { readonly hit: SearchHit }) {
  const say = useSay()
  const { registers } = useSession()
  const register = registerOf(registers, hit.register)
  const state = hit.shownState
  return (
    <li>
      <div>
        <p className="p-task-name">
          <Link href={recordHref(registers, hit.register, hit.id)}>{hit.label}</Link>
        </p>
        <p className="p-task-facts">
          {register ? <span>{say(register.label.one)}</span> : null}
          {hit.reference ? <span className="v-number">{hit.reference}</span> : null}
          {state ? <StateTag tone={state.tone}>{say(state.label)}</StateTag> : null}
        </p>
        {hit.excerpt && hit.excerpt.replace(/[«»]/g, '') !== hit.label ? <p className="p-excerpt">{marked(hit.excerpt)}</p> : null}
      </div>
    </li>
  )
}

/** The words found, marked. */
const marked = (excerpt: string) =>
  excerpt.split(/(«[^»]*»)/).map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name
    part.startsWith('«') ? <mark key={index}>{part.slice(1, -1)}</mark> : part,
  )
