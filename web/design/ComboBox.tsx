import { useEffect, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover as AriaPopover } from 'react-aria-components/Popover'
import { useSay } from '#web/language/useSay.ts'
import { type FieldFrame, FieldLabel, FieldNotes } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { type Option, OptionBody } from './Select.tsx'
import './Popover.css'

export interface ComboBoxProps extends FieldFrame {
  readonly options: readonly Option[]
  readonly value: Option | null
  /** Clears the input after a choice when it is given back as `null`: for adding to a list. */
  readonly onChange: (value: Option | null) => void
  readonly onBlur?: () => void
  /** Called as one types, for options fetched from the server; without it the given options are filtered here. */
  readonly onSearch?: (text: string) => void
  readonly isLoading?: boolean
  readonly placeholder?: string
  /** Empties the text once something has been chosen: for adding one after another to a list. */
  readonly clearOnChoose?: boolean
}

const words = {
  open: { sv: 'Visa alternativen', en: 'Show the alternatives' },
  clear: { sv: 'Ta bort valet', en: 'Remove the choice' },
  loading: { sv: 'Söker …', en: 'Searching …' },
  none: { sv: 'Inget hittades', en: 'Nothing found' },
}

/** One of many alternatives, found by typing. */
export function ComboBox(props: ComboBoxProps) {
  const say = useSay()
  const { options, value, onChange, onBlur, onSearch, isLoading, placeholder, clearOnChoose } = props
  const [text, setText] = useState(value?.label ?? '')
  const [shown, setShown] = useState(value?.id ?? null)
  // Emptied by a choice the list stays closed, so that what was chosen can be seen; the next letter opens it.
  const [hasJustChosen, setJustChosen] = useState(false)
  // The list closes when it sees something chosen, so it is shown the choice for a moment also where it is then emptied.
  const [passing, setPassing] = useState<string | null>(null)
  useEffect(() => {
    if (passing !== null) setPassing(null)
  }, [passing])
  if ((value?.id ?? null) !== shown) {
    setShown(value?.id ?? null)
    setText(value?.label ?? '')
  }
  const items = onSearch
    ? options
    : options.filter((option) => text === value?.label || `${option.label} ${option.hint ?? ''}`.toLowerCase().includes(text.toLowerCase()))
  const choose = (id: string | null) => {
    const chosen = id === null ? null : (options.find((option) => option.id === id) ?? null)
    setText(chosen && !clearOnChoose ? chosen.label : '')
    if (clearOnChoose) {
      setJustChosen(true)
      setPassing(id)
      onSearch?.('')
    }
    onChange(chosen)
  }
  return (
    <AriaComboBox
      className="v-field"
      data-size={props.size}
      items={items as Option[]}
      selectedKey={value?.id ?? passing}
      onSelectionChange={(key) => {
        if (key === null && text !== '') return
        choose(key === null ? null : String(key))
      }}
      inputValue={text}
      onInputChange={(next) => {
        setText(next)
        if (next) setJustChosen(false)
        onSearch?.(next)
        if (next === '' && value) onChange(null)
      }}
      onOpenChange={(open) => {
        if (open && text === (value?.label ?? '')) onSearch?.('')
      }}
      onBlur={() => {
        setText(value && !clearOnChoose ? value.label : '')
        setJustChosen(false)
        onBlur?.()
      }}
      defaultFilter={() => true}
      menuTrigger={hasJustChosen ? 'manual' : 'focus'}
      allowsEmptyCollection
      isRequired={props.isRequired}
      isDisabled={props.isDisabled}
      isReadOnly={props.isReadOnly}
      isInvalid={Boolean(props.error)}
      validationBehavior="aria"
    >
      <FieldLabel {...props} />
      <FieldNotes help={props.help} />
      <Group className="v-input v-input-frame">
        <Input id={props.id} placeholder={placeholder} />
        <AriaButton aria-label={say(words.open)}>
          <Icon name="down" size={16} />
        </AriaButton>
      </Group>
      <FieldNotes error={props.error} />
      <AriaPopover className="v-popover v-popover-list">
        <ListBox
          className="v-listbox"
          renderEmptyState={() => <div className="v-listbox-empty">{say(isLoading ? words.loading : words.none)}</div>}
        >
          {(option: Option) => (
            <ListBoxItem className="v-option" textValue={option.label}>
              <OptionBody option={option} />
            </ListBoxItem>
          )}
        </ListBox>
      </AriaPopover>
    </AriaComboBox>
  )
}
