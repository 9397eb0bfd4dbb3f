import { useState } from 'react'
import { ComboBox } from '#web/design/ComboBox.tsx'
import type { FieldFrame } from '#web/design/Field.tsx'
import { Tag } from '#web/design/Tag.tsx'
import { useSay } from '#web/language/useSay.ts'
import { fill } from '../../language/text.ts'
import { useCatalogue } from '../catalogue.tsx'
import type { RecordLink } from '../data/record.ts'
import { useDebounced } from '../data/useDebounced.ts'
import { useOptions } from '../data/useRecords.ts'

/** Searches a register as one types; asks nothing before the field has been entered. */
export function useLinkSearch(to: string) {
  const register = useCatalogue().register(to)
  const [text, setText] = useState<string | null>(null)
  const found = useOptions(register, useDebounced(text ?? ''), text !== null)
  return { ...found, onSearch: setText }
}

interface LinkInputProps extends FieldFrame {
  readonly to: string
  readonly value: RecordLink | null
  readonly onChange: (value: RecordLink | null) => void
  readonly onBlur?: () => void
}

/** One record of another register, found by typing. */
export function LinkInput({ to, value, onChange, ...frame }: LinkInputProps) {
  const { options, isLoading, onSearch } = useLinkSearch(to)
  const chosen = value && { id: value.id, label: value.label }
  return (
    <ComboBox
      {...frame}
      options={options}
      isLoading={isLoading}
      onSearch={onSearch}
      value={chosen}
      onChange={(option) => onChange(option && { id: option.id, label: option.label })}
    />
  )
}

interface LinksInputProps extends FieldFrame {
  readonly to: string
  readonly value: readonly RecordLink[]
  readonly onChange: (value: readonly RecordLink[]) => void
  readonly onBlur?: () => void
}

/** Any number of records of another register: the chosen ones as labels, the next found by typing. */
export function LinksInput({ to, value, onChange, ...frame }: LinksInputProps) {
  const say = useSay()
  const { options, isLoading, onSearch } = useLinkSearch(to)
  return (
    <div className="v-links-input">
      <ComboBox
        {...frame}
        options={options.filter((option) => !value.some((link) => link.id === option.id))}
        isLoading={isLoading}
        onSearch={onSearch}
        value={null}
        clearOnChoose
        placeholder={say({ sv: 'Sök och lägg till', en: 'Search and add' })}
        onChange={(option) => option && onChange([...value, { id: option.id, label: option.label }])}
      />
      {value.length > 0 && (
        <ul className="v-tags" aria-label={say({ sv: 'Valda', en: 'Chosen' })}>
          {value.map((link) => (
            <li key={link.id}>
              <Tag
                onRemove={() => onChange(value.filter((other) => other.id !== link.id))}
                removeLabel={say(fill({ sv: 'Ta bort {name}', en: 'Remove {name}' }, { name: link.label }))}
              >
                {link.label}
              </Tag>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
