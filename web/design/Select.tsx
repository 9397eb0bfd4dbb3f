import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover as AriaPopover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { useSay } from '#web/language/useSay.ts'
import { type FieldFrame, FieldLabel, FieldNotes } from './Field.tsx'
import { Icon } from './Icon.tsx'
import './Popover.css'

/** One alternative to choose. */
export interface Option {
  readonly id: string
  readonly label: string
  /** A second line in small print. */
  readonly hint?: string
  /** Drawn before the label: a level, a state. */
  readonly mark?: ReactNode
}

export interface SelectProps extends FieldFrame {
  readonly options: readonly Option[]
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly onBlur?: () => void
  readonly placeholder?: string
  /** The words for choosing nothing; without them nothing cannot be chosen again. */
  readonly emptyLabel?: string
}

const words = { choose: { sv: 'Välj', en: 'Choose' } }
const nothing = '\u0000'

/** One row of a list of alternatives, the same in menus, selects and combo boxes. */
export const OptionBody = ({ option }: { readonly option: Option }) => (
  <>
    {option.mark}
    <span className="v-option-body">
      {option.label}
      {option.hint ? <small>{option.hint}</small> : null}
    </span>
    <Icon name="check" size={16} className="v-option-check" />
  </>
)

/** One of a few alternatives, in a list that opens. */
export function Select(props: SelectProps) {
  const say = useSay()
  const { options, value, onChange, onBlur, placeholder, emptyLabel } = props
  const all = emptyLabel === undefined ? options : [{ id: nothing, label: emptyLabel }, ...options]
  return (
    <AriaSelect
      className="v-field"
      data-size={props.size}
      selectedKey={value ?? (emptyLabel === undefined ? null : nothing)}
      onSelectionChange={(key) => onChange(key === null || key === nothing ? null : String(key))}
      onBlur={onBlur}
      placeholder={placeholder ?? say(words.choose)}
      isRequired={props.isRequired}
      isDisabled={props.isDisabled || props.isReadOnly}
      isInvalid={Boolean(props.error)}
      validationBehavior="aria"
    >
      <FieldLabel {...props} />
      <FieldNotes help={props.help} />
      <AriaButton id={props.id} className="v-input v-select-button">
        <SelectValue>
          {({ defaultChildren, isPlaceholder }) =>
            isPlaceholder ? defaultChildren : (all.find((option) => option.id === (value ?? nothing))?.label ?? defaultChildren)
          }
        </SelectValue>
        <Icon name="down" size={16} />
      </AriaButton>
      <FieldNotes error={props.error} />
      <AriaPopover className="v-popover v-popover-list">
        <ListBox className="v-listbox" items={all}>
          {(option: Option) => (
            <ListBoxItem className="v-option" textValue={option.label}>
              <OptionBody option={option} />
            </ListBoxItem>
          )}
        </ListBox>
      </AriaPopover>
    </AriaSelect>
  )
}
