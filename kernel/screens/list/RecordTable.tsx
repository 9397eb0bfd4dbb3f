import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, useRef } from 'react'
import { Checkbox } from '#web/design/Checkbox.tsx'
import { Link } from '#web/design/Link.tsx'
import { SortButton } from '#web/design/Parts.tsx'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { useGo } from '#web/shell/address.ts'
import type { Register } from '../../definition/register.ts'
import type { Field } from '../../fields/field.ts'
import { fill } from '../../language/text.ts'
import { type RecordJson, titleOf } from '../data/record.ts'
import { recordPath } from '../data/useRecords.ts'
import { columnField, isNumeric, isSortable } from '../fields/columns.ts'
import { Cell } from '../fields/Value.tsx'

/** From how many rows only those near the window are drawn. */
const manyRows = 80

export interface RecordTableProps {
  readonly register: Register
  readonly items: readonly RecordJson[]
  readonly total: number | undefined
  readonly columns: readonly string[]
  readonly sort: readonly string[]
  readonly onSort: (sort: string) => void
  readonly selected: ReadonlySet<string>
  readonly onSelect: (ids: readonly string[], isSelected: boolean) => void
  readonly peeked: string | null
  readonly onPeek: (id: string | null) => void
  /** Where nothing may be chosen or peeked at, as when there is no room beside the list. */
  readonly isBusy: boolean
}

interface Column {
  readonly name: string
  readonly field: Field
}

/** Moves the focus to the link of another row. */
function step(from: HTMLElement, direction: 1 | -1): void {
  const links = [...(from.closest('tbody')?.querySelectorAll<HTMLElement>('.v-row-link') ?? [])]
  const next = links[links.indexOf(from) + direction]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

/** The records of a list under their columns. Arrows move between rows, Enter opens one, Space looks at it beside the list. */
export function RecordTable({
  register,
  items,
  total,
  columns,
  sort,
  onSort,
  selected,
  onSelect,
  peeked,
  onPeek,
  isBusy,
}: RecordTableProps) {
  const say = useSay()
  const language = useLanguage()
  const go = useGo()
  const body = useRef<HTMLTableSectionElement>(null)
  const shown = columns.flatMap((name): Column[] => {
    const field = columnField(register, name)
    return field ? [{ name, field }] : []
  })
  const linked =
    shown.find((column) => column.name === register.title)?.name ??
    shown.find((column) => column.name === 'reference')?.name ??
    shown[0]?.name
  const isVirtual = items.length > manyRows
  const virtual = useWindowVirtualizer({
    count: isVirtual ? items.length : 0,
    estimateSize: () => 45,
    overscan: 20,
    scrollMargin: body.current?.offsetTop ?? 0,
    getItemKey: (index) => items[index]?.id ?? index,
  })
  const rows = isVirtual ? virtual.getVirtualItems().map((row) => row.index) : items.map((_, index) => index)
  const before = isVirtual ? (virtual.getVirtualItems()[0]?.start ?? 0) - virtual.options.scrollMargin : 0
  const after = isVirtual ? virtual.getTotalSize() - ((virtual.getVirtualItems().at(-1)?.end ?? 0) - virtual.options.scrollMargin) : 0
  const allSelected = items.length > 0 && items.every((item) => selected.has(item.id))
  const direction = (name: string) => (sort[0] === name ? 'ascending' : sort[0] === `-${name}` ? 'descending' : null)

  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    const link = event.target
    if (!(link instanceof HTMLElement) || !link.matches('.v-row-link')) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      step(link, event.key === 'ArrowDown' ? 1 : -1)
    }
    if (event.key === ' ') {
      event.preventDefault()
      const id = link.dataset.id ?? null
      onPeek(id === peeked ? null : id)
    }
  }
  const onRowPress = (event: MouseEvent, item: RecordJson) => {
    if (event.target instanceof Element && event.target.closest('a, button, input, label')) return
    if (window.getSelection()?.toString()) return
    if (event.metaKey || event.ctrlKey) window.open(recordPath(register, item.id), '_blank')
    else if (event.detail === 2) go(recordPath(register, item.id))
    else onPeek(item.id === peeked ? null : item.id)
  }
  const spacer = (height: number, key: string) =>
    height > 0 ? (
      <tr key={key}>
        <td colSpan={shown.length + 1} style={{ height, padding: 0, border: 0 }} />
      </tr>
    ) : null

  return (
    <div className="v-list-table" data-wide={shown.length > 8 || undefined}>
      <table className="v-table" aria-rowcount={total === undefined ? -1 : total + 1} aria-busy={isBusy}>
        <caption className="v-hidden">{say(register.label.many)}</caption>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="v-select-cell">
              <Checkbox
                isSelected={allSelected}
                isIndeterminate={!allSelected && selected.size > 0}
                onChange={(isSelected) =>
                  onSelect(
                    items.map((item) => item.id),
                    isSelected,
                  )
                }
                aria-label={say({ sv: 'Markera alla som visas', en: 'Select all shown' })}
              />
            </th>
            {shown.map(({ name, field }) => {
              const label = field.label[language]
              const sorted = direction(name)
              return (
                <th
                  key={name}
                  scope="col"
                  aria-sort={isSortable(field) ? (sorted ?? 'none') : undefined}
                  data-align={isNumeric(field) ? 'right' : undefined}
                >
                  {isSortable(field) ? (
                    <SortButton direction={sorted} onPress={() => onSort(sorted === 'ascending' ? `-${name}` : name)}>
                      {label}
                    </SortButton>
                  ) : (
                    label
                  )}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKeyDown}>
          {spacer(before, 'before')}
          {rows.map((index) => {
            const item = items[index]
            if (!item) return null
            return (
              <tr
                key={item.id}
                ref={isVirtual ? virtual.measureElement : undefined}
                data-index={index}
                data-pressable=""
                data-current={item.id === peeked ? '' : undefined}
                aria-rowindex={index + 2}
                onClick={(event) => onRowPress(event, item)}
              >
                <td className="v-select-cell">
                  <Checkbox
                    isSelected={selected.has(item.id)}
                    onChange={(isSelected) => onSelect([item.id], isSelected)}
                    aria-label={say(fill({ sv: 'Markera {name}', en: 'Select {name}' }, { name: titleOf(register, item) }))}
                  />
                </td>
                {shown.map(({ name, field }) => (
                  <td
                    key={name}
                    data-align={isNumeric(field) ? 'right' : undefined}
                    data-kind={name === 'reference' || field.kind === 'date' ? 'short' : undefined}
                  >
                    {name === linked ? (
                      <Link href={recordPath(register, item.id)} className="v-row-link" data-id={item.id}>
                        {name === register.title ? (
                          titleOf(register, item)
                        ) : (
                          <Cell register={register} name={name} field={field} record={item} />
                        )}
                      </Link>
                    ) : (
                      <Cell register={register} name={name} field={field} record={item} />
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
          {spacer(after, 'after')}
        </tbody>
      </table>
    </div>
  )
}
