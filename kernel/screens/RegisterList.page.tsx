import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { apiPath, type Params } from '#web/api/client.ts'
import { useMay } from '#web/api/session.ts'
import { EmptyState, Skeleton } from '#web/design/Banner.tsx'
import { Button, LinkButton } from '#web/design/Button.tsx'
import { Menu } from '#web/design/Menu.tsx'
import { TextField } from '#web/design/TextField.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { type Search, useGo, useSearch } from '#web/shell/address.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import { pathOf } from '../definition/catalogue.ts'
import type { Register } from '../definition/register.ts'
import { counted, fill } from '../language/text.ts'
import { usePanels } from './catalogue.tsx'
import { useDebounced } from './data/useDebounced.ts'
import { recordPath, useRecordPages } from './data/useRecords.ts'
import { Filters } from './list/Filters.tsx'
import { filtersOf, queryOf, withoutFilters } from './list/filter.ts'
import { RecordCards } from './list/RecordCards.tsx'
import { RecordTable } from './list/RecordTable.tsx'
import { useColumns } from './list/useColumns.ts'
import { useNarrow } from './list/useNarrow.ts'
import { Views } from './list/Views.tsx'
import { headLevel } from './record/layout.ts'
import './screens.css'
import { manyOf, oneOf } from './words.ts'

const ColumnsDialog = lazy(() => import('./list/ColumnsDialog.tsx'))
const Peek = lazy(() => import('./list/Peek.tsx'))

const text = (value: string | readonly string[] | undefined): string => (typeof value === 'string' ? value : '')

/** A register as a list: views, search, filters, columns and export. Everything that decides what is shown stands in the address. */
export default function RegisterListPage({ register }: { register: Register }) {
  const say = useSay()
  const format = useFormat()
  const go = useGo()
  const asOf = useAsOf()
  const may = useMay(register.plural)
  const { above: Above } = usePanels(register)
  const isNarrow = useNarrow()
  const [search, setSearch] = useSearch()
  const { columns, isOwn, setColumns } = useColumns(register)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [peeked, setPeeked] = useState<string | null>(null)
  const [isChoosing, setChoosing] = useState(false)

  const sort = text(search.sort).split(',').filter(Boolean)
  const order = sort.length ? sort : register.list.sort
  const fields = [...new Set(['reference', 'state', register.title, ...columns])].join(',')
  const exportedFields = columns.join(',')
  const params: Params = { ...queryOf(search), sort: order.join(','), fields, limit: '50' }
  const found = useRecordPages(register, params)
  const items = found.data?.pages.flatMap((page) => page.items) ?? []
  const total = found.data?.pages[0]?.total
  const isFiltered = Object.keys(filtersOf(search)).length > 0 || Boolean(search.q) || Boolean(search.figure) || Boolean(search.notice)

  const path = `/${pathOf(register)}`
  const exported = (format: 'csv' | 'xlsx', ids?: ReadonlySet<string>) => {
    const { limit: _, ...rest } = params
    return apiPath(path, {
      ...(ids ? { id: [...ids].join(','), sort: params.sort } : rest),
      fields: exportedFields,
      format,
      ...(asOf ? { asOf } : {}),
    })
  }
  useListKeys(() => setPeeked(null))
  const shownId = peeked !== null && items.some((item) => item.id === peeked) && !isNarrow ? peeked : null
  const choose = (ids: readonly string[], isSelected: boolean) =>
    setSelected((all) => {
      const next = new Set(all)
      for (const id of ids) isSelected ? next.add(id) : next.delete(id)
      return next
    })
  const peek = (id: string | null) => {
    if (id !== null && isNarrow) go(recordPath(register, id))
    else setPeeked(id)
  }

  return (
    <article className="v-page">
      <header className="v-list-head">
        <h1 data-title={say(register.label.many)}>
          {say(register.label.many)} {total !== undefined && <span className="v-count">{format.number(total)}</span>}
        </h1>
        <div className="v-list-actions">
          <Menu
            label={say({ sv: 'Exportera', en: 'Export' })}
            placement="bottom end"
            trigger={
              <Button variant="quiet" icon="download" opens>
                {say({ sv: 'Exportera', en: 'Export' })}
              </Button>
            }
            sections={[
              {
                items: [
                  {
                    id: 'xlsx',
                    label: say({ sv: 'Excel', en: 'Excel' }),
                    hint: say({
                      sv: 'Samma urval, ordning och kolumner som i listan',
                      en: 'Same selection, order and columns as in the list',
                    }),
                    href: exported('xlsx'),
                    download: true,
                  },
                  {
                    id: 'csv',
                    label: say({ sv: 'Csv', en: 'CSV' }),
                    hint: say({ sv: 'För andra program', en: 'For other programs' }),
                    href: exported('csv'),
                    download: true,
                  },
                ],
              },
            ]}
          />
          {may.create && asOf === null && (
            <>
              <LinkButton variant="quiet" icon="upload" href={`${path}/import`}>
                {say({ sv: 'Importera', en: 'Import' })}
              </LinkButton>
              <LinkButton variant="primary" icon="plus" href={`${path}/new`}>
                {say(fill({ sv: 'Lägg till {one}', en: 'Add {one}' }, { one: say(oneOf(register)) }))}
              </LinkButton>
            </>
          )}
        </div>
      </header>
      {Above && (
        <Suspense>
          <Above />
        </Suspense>
      )}
      <Views register={register} />
      <div className="v-list-tools">
        <SearchField
          value={text(search.q)}
          label={say(fill({ sv: 'Sök bland {many}', en: 'Search {many}' }, { many: say(manyOf(register)) }))}
          onChange={(q) => setSearch(withQ(search, q), { replace: true })}
        />
        <Filters register={register} />
        {!isNarrow && (
          <Button variant="quiet" size="small" icon="columns" onPress={() => setChoosing(true)}>
            {say({ sv: 'Kolumner', en: 'Columns' })}
          </Button>
        )}
      </div>
      {selected.size > 0 && (
        <div className="v-selection" role="status">
          <span>
            {say(
              fill(counted(selected.size, { sv: '{n} markerad', en: '{n} selected' }, { sv: '{n} markerade', en: '{n} selected' }), {
                n: format.number(selected.size),
              }),
            )}
          </span>
          <a href={exported('xlsx', selected)} download>
            {say({ sv: 'Exportera till Excel', en: 'Export to Excel' })}
          </a>
          <a href={exported('csv', selected)} download>
            {say({ sv: 'Exportera till csv', en: 'Export to CSV' })}
          </a>
          <Button variant="quiet" size="small" onPress={() => setSelected(new Set())}>
            {say({ sv: 'Avmarkera', en: 'Clear the selection' })}
          </Button>
        </div>
      )}
      {found.error && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && !found.error && <Waiting />}
      {found.data && items.length === 0 && (
        <Nothing
          register={register}
          isFiltered={isFiltered}
          mayCreate={may.create && asOf === null}
          onClear={() => setSearch(withoutFilters(search) as Search)}
        />
      )}
      {items.length > 0 && (
        <div className="v-list" data-peek={shownId !== null || undefined} data-stale={found.isPlaceholderData || undefined}>
          <div className="v-list-rows">
            {isNarrow ? (
              <RecordCards register={register} items={items} columns={columns} />
            ) : (
              <RecordTable
                register={register}
                items={items}
                total={total}
                columns={shownId === null ? columns : besidePeek(register, columns)}
                sort={order}
                onSort={(name) => setSearch({ ...search, sort: name })}
                selected={selected}
                onSelect={choose}
                peeked={shownId}
                onPeek={peek}
                isBusy={found.isFetching}
              />
            )}
            <div className="v-list-foot">
              {total !== undefined && items.length < total && (
                <span className="v-muted v-number">
                  {say(
                    fill(
                      { sv: '{shown} av {total} visas', en: '{shown} of {total} shown' },
                      { shown: format.number(items.length), total: format.number(total) },
                    ),
                  )}
                </span>
              )}
              {found.hasNextPage && (
                <Button onPress={() => void (found.isFetchingNextPage || found.fetchNextPage())}>
                  {say(found.isFetchingNextPage ? { sv: 'Hämtar …', en: 'Fetching …' } : { sv: 'Visa fler', en: 'Show more' })}
                </Button>
              )}
            </div>
          </div>
          {shownId !== null && (
            <Suspense>
              <Peek register={register} id={shownId} onClose={() => setPeeked(null)} />
            </Suspense>
          )}
        </div>
      )}
      {isChoosing && (
        <Suspense>
          <ColumnsDialog register={register} columns={columns} isOwn={isOwn} onSave={setColumns} onClose={() => setChoosing(false)} />
        </Suspense>
      )}
    </article>
  )
}

/** The columns there is room for when a record stands beside the list: what it is called, how serious it is and where it has come. */
const besidePeek = (register: Register, columns: readonly string[]): readonly string[] =>
  columns.filter((name) => ['reference', 'state', register.title, headLevel(register)?.name].includes(name))

const withQ = (search: Search, q: string): Search => {
  const { q: _, ...rest } = search
  return q.trim() ? { ...rest, q: q.trim() } : rest
}

const searchId = 'list-search'

/** The slash goes to the search, Escape closes what stands beside the list. */
function useListKeys(onEscape: () => void): void {
  const close = useRef(onEscape)
  close.current = onEscape
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const inText =
        event.target instanceof Element &&
        event.target.closest('input:not([type="checkbox"]), textarea, [contenteditable], [role="dialog"], [role="alertdialog"]')
      if (event.key === 'Escape' && !event.defaultPrevented && !inText) close.current()
      if (event.key === '/' && !inText && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault()
        document.getElementById(searchId)?.focus()
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

function SearchField({ value, label, onChange }: { value: string; label: string; onChange: (value: string) => void }) {
  const [typed, setTyped] = useState(value)
  const settled = useDebounced(typed, 250)
  const told = useRef(value)
  const change = useRef(onChange)
  change.current = onChange
  useEffect(() => {
    if (settled !== told.current) {
      told.current = settled
      change.current(settled)
    }
  }, [settled])
  useEffect(() => {
    if (value !== told.current.trim()) {
      told.current = value
      setTyped(value)
    }
  }, [value])
  return (
    <TextField id={searchId} type="search" size="small" label={label} labelHidden placeholder={label} value={typed} onChange={setTyped} />
  )
}

function Waiting() {
  const say = useSay()
  return (
    <div className="v-list-waiting" role="status">
      <span className="v-hidden">{say({ sv: 'Hämtar listan', en: 'Fetching the list' })}</span>
      {[92, 84, 96, 78, 88, 90, 82].map((width) => (
        <Skeleton key={width} width={`${width}%`} height="1.25rem" />
      ))}
    </div>
  )
}

/** An empty list teaches: what belongs here and how to begin; or, when filters hide everything, how to see it again. */
function Nothing({
  register,
  isFiltered,
  mayCreate,
  onClear,
}: {
  register: Register
  isFiltered: boolean
  mayCreate: boolean
  onClear: () => void
}) {
  const say = useSay()
  if (isFiltered)
    return (
      <EmptyState
        title={say({ sv: 'Inget stämmer med urvalet', en: 'Nothing matches the selection' })}
        actions={<Button onPress={onClear}>{say({ sv: 'Rensa filter och sökord', en: 'Clear filters and search' })}</Button>}
      >
        <p>{say({ sv: 'Ta bort ett filter eller ändra sökordet.', en: 'Take away a filter or change the search.' })}</p>
      </EmptyState>
    )
  return (
    <EmptyState
      title={say(fill({ sv: 'Här finns ännu inget', en: 'There is nothing here yet' }, {}))}
      actions={
        mayCreate && (
          <>
            <LinkButton variant="primary" icon="plus" href={`/${pathOf(register)}/new`}>
              {say(fill({ sv: 'Lägg till {one}', en: 'Add {one}' }, { one: say(oneOf(register)) }))}
            </LinkButton>
            <LinkButton icon="upload" href={`/${pathOf(register)}/import`}>
              {say({ sv: 'Importera ur en fil', en: 'Import from a file' })}
            </LinkButton>
          </>
        )
      }
    >
      <p>{say(register.purpose)}</p>
    </EmptyState>
  )
}
