import { lazy, Suspense, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Button } from '#web/design/Button.tsx'
import { Icon } from '#web/design/Icon.tsx'
import { Popover } from '#web/design/Popover.tsx'
import { Tag } from '#web/design/Tag.tsx'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { type Search, useSearch } from '#web/shell/address.ts'
import type { Register } from '../../definition/register.ts'
import { type Field, shapeOf } from '../../fields/field.ts'
import { fill } from '../../language/text.ts'
import { useCatalogue } from '../catalogue.tsx'
import { columnField } from '../fields/columns.ts'
import { FigureChip } from './FigureChip.tsx'
import { type Condition, filtersOf, withFilter, withoutFilters } from './filter.ts'
import { useNames } from './useNames.ts'
import { conditionWords } from './words.ts'

const FilterEditor = lazy(() => import('./FilterEditor.tsx'))

interface ChipProps {
  readonly name: string
  readonly field: Field
  readonly conditions: readonly Condition[]
  readonly isTree: boolean
  readonly onApply: (conditions: readonly Condition[]) => void
}

/** One filter as a sentence: press it to change it, press its cross to take it away. */
function Chip({ field, conditions, isTree, onApply }: ChipProps) {
  const say = useSay()
  const language = useLanguage()
  const shape = shapeOf(field)
  const ids = conditions.flatMap((condition) =>
    condition.op === 'in' || condition.op === 'not' ? condition.values : condition.op === 'under' ? [condition.value] : [],
  )
  const nameOf = useNames(shape.kind === 'link' || shape.kind === 'links' ? shape.to : null, ids)
  const label = say(field.label)
  return (
    <span className="v-chip">
      <Popover
        title={label}
        trigger={
          <AriaButton className="v-chip-text">
            <span className="v-muted">{label}:</span> {conditionWords(field, conditions, language, nameOf)}
          </AriaButton>
        }
      >
        {(close) => (
          <Suspense>
            <FilterEditor
              field={field}
              conditions={conditions}
              isTree={isTree}
              onApply={(next) => {
                onApply(next)
                close()
              }}
            />
          </Suspense>
        )}
      </Popover>
      <AriaButton
        className="v-chip-remove"
        aria-label={say(fill({ sv: 'Ta bort filtret {label}', en: 'Remove the filter {label}' }, { label }))}
        onPress={() => onApply([])}
      >
        <Icon name="close" size={14} />
      </AriaButton>
    </span>
  )
}

/** Chooses a field, then the conditions on it. */
function AddFilter({
  register,
  isTree,
  onApply,
}: {
  register: Register
  isTree: (field: Field) => boolean
  onApply: (name: string, conditions: readonly Condition[]) => void
}) {
  const say = useSay()
  const [name, setName] = useState<string | null>(null)
  const field = name === null ? undefined : columnField(register, name)
  const title = field ? say(field.label) : say({ sv: 'Lägg till filter', en: 'Add filter' })
  return (
    <Popover
      title={title}
      trigger={
        <Button variant="quiet" size="small" icon="filter" onPress={() => setName(null)}>
          {say({ sv: 'Lägg till filter', en: 'Add filter' })}
        </Button>
      }
    >
      {(close) =>
        name !== null && field ? (
          <Suspense>
            <FilterEditor
              field={field}
              conditions={[]}
              isTree={isTree(field)}
              onApply={(next) => {
                onApply(name, next)
                close()
              }}
            />
          </Suspense>
        ) : (
          <ul className="v-filter-fields">
            {register.list.filters.map((one) => {
              const facts = columnField(register, one)
              return facts ? (
                <li key={one}>
                  <AriaButton className="v-option" onPress={() => setName(one)}>
                    {say(facts.label)}
                  </AriaButton>
                </li>
              ) : null
            })}
          </ul>
        )
      }
    </Popover>
  )
}

/** Every filter on the list in plain words, and the way to more. */
export function Filters({ register }: { register: Register }) {
  const say = useSay()
  const catalogue = useCatalogue()
  const [search, setSearch] = useSearch()
  const filters = filtersOf(search)
  const isTree = (field: Field) => {
    const shape = shapeOf(field)
    if (shape.kind !== 'link') return false
    const parent = catalogue.register(shape.to).fields.parent
    return parent?.kind === 'link' && parent.to === shape.to
  }
  const apply = (name: string, conditions: readonly Condition[]) => setSearch(withFilter(search, name, conditions) as Search)
  const shown = Object.entries(filters).flatMap(([name, conditions]) => {
    const field = columnField(register, name)
    return field ? [{ name, field, conditions }] : []
  })
  const figure = typeof search.figure === 'string' ? search.figure : null
  const notice = typeof search.notice === 'string'
  const without = (one: string) => setSearch(Object.fromEntries(Object.entries(search).filter(([name]) => name !== one)))
  return (
    <div className="v-filters">
      {figure && <FigureChip figure={figure} onRemove={() => without('figure')} />}
      {notice && (
        <Tag
          onRemove={() => without('notice')}
          removeLabel={say({ sv: 'Visa alla poster, inte bara aviseringens', en: 'Show all records, not only those of the notice' })}
        >
          {say({ sv: 'Det som aviseringen gäller', en: 'What the notice concerns' })}
        </Tag>
      )}
      {shown.map(({ name, field, conditions }) => (
        <Chip
          key={`${name} ${JSON.stringify(conditions)}`}
          name={name}
          field={field}
          conditions={conditions}
          isTree={isTree(field)}
          onApply={(next) => apply(name, next)}
        />
      ))}
      <AddFilter register={register} isTree={isTree} onApply={apply} />
      {(shown.length > 1 || (shown.length > 0 && (figure || notice))) && (
        <Button variant="quiet" size="small" onPress={() => setSearch(withoutFilters(search) as Search)}>
          {say({ sv: 'Rensa alla', en: 'Clear all' })}
        </Button>
      )}
    </div>
  )
}
