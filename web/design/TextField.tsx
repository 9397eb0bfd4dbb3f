import type { HTMLAttributes, Ref } from 'react'
import { Input } from 'react-aria-components/Input'
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { type FieldFrame, FieldLabel, FieldNotes } from './Field.tsx'

interface TextInputProps extends FieldFrame {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly name?: string
  readonly maxLength?: number
  readonly placeholder?: string
  readonly autoFocus?: boolean
  readonly autoComplete?: string
}

export interface TextFieldProps extends TextInputProps {
  readonly type?: 'text' | 'email' | 'password' | 'search' | 'url' | 'tel'
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
  readonly onKeyDown?: (event: React.KeyboardEvent<HTMLInputElement>) => void
  readonly ref?: Ref<HTMLInputElement>
}

const frameOf = ({ isRequired, isDisabled, isReadOnly, error, value, onChange, onBlur, name, autoComplete, id }: TextInputProps) => ({
  id,
  value,
  onChange,
  onBlur,
  name,
  autoComplete,
  isRequired,
  isDisabled,
  isReadOnly,
  isInvalid: Boolean(error),
  validationBehavior: 'aria' as const,
})

/** Text in one line. */
export function TextField(props: TextFieldProps) {
  const { type = 'text', inputMode, maxLength, placeholder, autoFocus, onKeyDown, ref } = props
  return (
    <AriaTextField className="v-field" data-size={props.size} type={type} {...frameOf(props)}>
      <FieldLabel {...props} />
      <FieldNotes help={props.help} />
      <Input
        className="v-input"
        ref={ref}
        inputMode={inputMode}
        maxLength={maxLength}
        placeholder={placeholder}
        autoFocus={autoFocus}
        onKeyDown={onKeyDown}
      />
      <FieldNotes error={props.error} />
    </AriaTextField>
  )
}

export interface TextAreaProps extends TextInputProps {
  /** Height to begin with, in lines; grows with the text. */
  readonly lines?: number
  readonly ref?: Ref<HTMLTextAreaElement>
}

/** Text in many lines. */
export function TextArea(props: TextAreaProps) {
  const { lines = 3, maxLength, placeholder, autoFocus, ref } = props
  return (
    <AriaTextField className="v-field" {...frameOf(props)}>
      <FieldLabel {...props} />
      <FieldNotes help={props.help} />
      <AriaTextArea
        className="v-input"
        ref={ref}
        rows={lines}
        style={{ minHeight: `calc(${lines} * var(--leading) * 1em + var(--s4) + 2px)` }}
        maxLength={maxLength}
        placeholder={placeholder}
        autoFocus={autoFocus}
      />
      <FieldNotes error={props.error} />
    </AriaTextField>
  )
}
