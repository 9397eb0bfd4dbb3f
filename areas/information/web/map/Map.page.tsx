import { useDeferredValue, useMemo, useState } from 'react'
import type { Catalogue } from '#kernel/definition/catalogue.ts'
import { pathOf } from '#kernel/definition/catalogue.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import '#kernel/screens/screens.css'
import { useDebounced } from '#kernel/screens/data/useDebounced.ts'
import { queryString } from '#web/api/client.ts'
import { useGet } from '#web/api/useGet.ts'
import { Banner, EmptyState, Skeleton } from '#web/design/Banner.tsx'
import { LinkButton } from '#web/design/Button.tsx'
import { ComboBox } from '#web/design/ComboBox.tsx'
import { LinkTabs } from '#web/design/Tabs.tsx'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import type { SearchAnswer } from '#web/pages/answers.ts'
import { registerOf } from '#web/pages/places.ts'
import { useSearch } from '#web/shell/address.ts'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import type { MapAnswer } from '../answers.ts'
import { Drawing } from './Drawing.tsx'
import { type Layer, layers, placed } from './layout.ts'
import './map.css'
import { MapList } from './MapList.tsx'
import { mapSentence } from './sentence.ts'
import { words } from './words.ts'

/** The layer of a register, by its name, plural or address. */
export const layerIn =
  (catalogue: Catalogue) =>
  (register: string): Layer | undefined => {
    const name = registerOf(catalogue.registers, register)?.name
    return layers.find((layer) => layer === name)
  }

const isNarrow = () => window.matchMedia('(max-width: 40rem)').matches

/** What carries what: process, information, systems and suppliers, with the need that follows the lines. As a drawing and as a list. */
export default function MapPage() {
  const say = useSay()
  const language = useLanguage()
  const catalogue = useCatalogue()
  const [search, setSearch] = useSearch()
  const text = (name: string) => (typeof search[name] === 'string' ? search[name] : null)
  const focus = text('focus')
  const shape = text('som') === 'lista' || (text('som') === null && isNarrow()) ? 'list' : 'map'
  const found = useGet<MapAnswer>('/carrying', focus ? { focus } : {}, { keep: true })
  const answer = useDeferredValue(found.data)
  const map = useMemo(() => (answer ? placed(answer.nodes, answer.edges, layerIn(catalogue)) : null), [answer, catalogue])
  const focused = focus?.split('/')[1] ?? null
  const chosen = text('vald') ?? focused
  const addressOf = (next: Record<string, string | null>) => {
    const all: Record<string, string | readonly string[] | null> = { ...search, ...next }
    return `/karta${queryString(all)}`
  }
  const choose = (id: string | null) => {
    const { vald: _, ...rest } = search
    setSearch(id ? { ...rest, vald: id } : rest, { replace: true })
  }
  const center = (register: string, id: string) => {
    const path = registerOf(catalogue.registers, register)
    if (!path) return
    const { vald: _, ...rest } = search
    setSearch({ ...rest, focus: `${pathOf(path)}/${id}` })
  }
  const centre = map?.nodes.find(({ node }) => node.id === focused)?.node
  const hasMore =
    typeof answer?.more === 'number'
      ? answer.more > 0
      : Object.values(answer?.more ?? {}).some((value) => value === true || Number(value) > 0)

  return (
    <article className="v-page i-map-page" data-shape={shape}>
      <header className="v-page-head">
        <h1>{centre ? say({ sv: `Vad bär vad: ${centre.label}`, en: `What carries what: ${centre.label}` }) : say(words.title)}</h1>
        <p className="v-measure">{map && map.nodes.length > 0 ? mapSentence(map, language) : say(words.lead)}</p>
      </header>
      <div className="i-map-tools">
        <Finder onFound={center} />
        {focus && (
          <LinkButton href={addressOf({ focus: null, vald: null })} variant="quiet" size="small">
            {say(words.all)}
          </LinkButton>
        )}
        <LinkTabs
          label={say(words.view)}
          tabs={[
            { href: addressOf({ som: 'karta' }), label: say(words.asMap), isCurrent: shape === 'map' },
            { href: addressOf({ som: 'lista' }), label: say(words.asList), isCurrent: shape === 'list' },
          ]}
        />
      </div>
      {found.error && !map ? (
        <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
      ) : !map ? (
        <div aria-busy="true">
          <Skeleton height="24rem" />
        </div>
      ) : map.nodes.length === 0 ? (
        <EmptyState
          title={say(words.none)}
          actions={
            <LinkButton href={`/${pathOf(catalogue.register('informationAsset'))}`} variant="primary">
              {say(words.addSystems)}
            </LinkButton>
          }
        >
          <p>{say(words.noneText)}</p>
        </EmptyState>
      ) : shape === 'map' ? (
        <Drawing key={focus ?? 'all'} map={map} chosen={chosen} focused={focused} onChoose={choose} onCenter={center} />
      ) : (
        <MapList
          map={map}
          focused={focused}
          hrefOf={(node) => addressOf({ focus: `${pathOf(catalogue.register(node.layer))}/${node.node.id}`, vald: null })}
        />
      )}
      {hasMore && (
        <Banner tone="info">
          <p>{say(words.more)}</p>
        </Banner>
      )}
    </article>
  )
}

/** Finds the record to start from, among everything the map can show. */
function Finder({ onFound }: { readonly onFound: (register: string, id: string) => void }) {
  const say = useSay()
  const catalogue = useCatalogue()
  const [text, setText] = useState<string | null>(null)
  const q = useDebounced(text ?? '')
  const found = useGet<SearchAnswer>(q.trim().length > 1 ? '/search' : null, { q, limit: 50 }, { keep: true, timeless: true })
  const layerOf = layerIn(catalogue)
  const hits = q.trim().length > 1 ? (found.data?.items ?? []).filter((hit) => layerOf(hit.register)) : []
  return (
    <ComboBox
      size="small"
      label={say(words.focusOn)}
      placeholder={say({ sv: 'Sök på namn eller beteckning', en: 'Search by name or reference' })}
      options={hits.map((hit) => ({
        id: hit.id,
        label: hit.label,
        hint: [
          hit.reference,
          registerOf(catalogue.registers, hit.register) ? say(registerOf(catalogue.registers, hit.register)?.label.one ?? words.name) : '',
        ]
          .filter(Boolean)
          .join(' · '),
      }))}
      value={null}
      clearOnChoose
      isLoading={found.isLoading}
      onSearch={setText}
      onChange={(option) => {
        const hit = hits.find((one) => one.id === option?.id)
        if (hit) onFound(hit.register, hit.id)
      }}
    />
  )
}
