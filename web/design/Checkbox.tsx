import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox'
import { CheckboxGroup as AriaCheckboxGroup } from 'react-aria-components/CheckboxGroup'
import { RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components/RadioGroup'
import { type FieldFrame, FieldLabel, FieldNotes } from './Field.tsx'
import { Icon } from './Icon.tsx'
import type { Option } from './Select.tsx'

export interface CheckboxProps {
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly isIndeterminate?: boolean
  readonly isDisabled?: boolean
  readonly children?: ReactNode
  readonly 'aria-label'?: string
  readonly id?: string
}

/** Yes or no, where no is the silence. */
export const Checkbox = ({ children, ...rest }: CheckboxProps) => (
  <AriaCheckbox className="v-check" {...rest}>
    <span className="v-check-box">
      {rest.isIndeterminate ? (
        <svg viewBox="0 0 20 20" width="14" height="14" stroke="currentColor" strokeWidth="3" aria-hidden="true">
          <path d="M4 10h12" />
        </svg>
      ) : (
        <svg
          viewBox="0 0 20 20"
          width="14"
          height="14"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.6"
          strokeLinecap="round"
          strokeLinejoin="round"
          aria-hidden="true"
        >
          <path d="M4 10.5l4 4 8-9" />
        </svg>
      )}
    </span>
    {children ? <span>{children}</span> : null}
  </AriaCheckbox>
)

export interface CheckboxGroupProps extends FieldFrame {
  readonly options: readonly Option[]
  readonly value: readonly string[]
  readonly onChange: (value: string[]) => void
  /** Beside each other instead of below. */
  readonly row?: boolean
}

/** Any number of a few alternatives. */
export const CheckboxGroup = (props: CheckboxGroupProps) => (
  <AriaCheckboxGroup
    className="v-field"
    id={props.id}
    value={[...props.value]}
    onChange={props.onChange}
    isRequired={props.isRequired}
    isDisabled={props.isDisabled}
    isInvalid={Boolean(props.error)}
    validationBehavior="aria"
  >
    <FieldLabel {...props} />
    <FieldNotes help={props.help} />
    <div className="v-checks" data-row={props.row ? '' : undefined}>
      {props.options.map((option) => (
        <AriaCheckbox key={option.id} value={option.id} className="v-check">
          <span className="v-check-box">
            <Icon name="check" size={14} />
          </span>
          <span>
            {option.mark ?? option.label}
            {option.hint ? <small>{option.hint}</small> : null}
          </span>
        </AriaCheckbox>
      ))}
    </div>
    <FieldNotes error={props.error} />
  </AriaCheckboxGroup>
)

export interface RadioGroupProps extends FieldFrame {
  readonly options: readonly Option[]
  readonly value: string | null
  readonly onChange: (value: string) => void
  readonly row?: boolean
}

/** Exactly one of a few alternatives, all of them in sight. */
export const RadioGroup = (props: RadioGroupProps) => (
  <AriaRadioGroup
    className="v-field"
    id={props.id}
    value={props.value}
    onChange={props.onChange}
    isRequired={props.isRequired}
    isDisabled={props.isDisabled}
    isReadOnly={props.isReadOnly}
    isInvalid={Boolean(props.error)}
    validationBehavior="aria"
  >
    <FieldLabel {...props} />
    <FieldNotes help={props.help} />
    <div className="v-checks" data-row={props.row ? '' : undefined}>
      {props.options.map((option) => (
        <Radio key={option.id} value={option.id} className="v-check" data-radio="">
          <span className="v-check-box" />
          <span>
            {option.mark ?? option.label}
            {option.hint ? <small>{option.hint}</small> : null}
          </span>
        </Radio>
      ))}
    </div>
    <FieldNotes error={props.error} />
  </AriaRadioGroup>
)
