import { type ReactNode, useId } from 'react'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { useSay } from '#web/language/useSay.ts'
import './Field.css'
import { Icon } from './Icon.tsx'

/** What every field of a form takes. */
export interface FieldFrame {
  readonly label: string
  /** Hidden from the eye but not from the ear: only where the place says what the field is. */
  readonly labelHidden?: boolean
  /** Why it is asked for. */
  readonly help?: ReactNode
  /** What is wrong, in words. */
  readonly error?: string | undefined
  readonly isRequired?: boolean
  readonly isDisabled?: boolean
  readonly isReadOnly?: boolean
  readonly size?: 'normal' | 'small'
  /** Name of the field, for links from a summary of errors: the input gets this id. */
  readonly id?: string
}

const words = { required: { sv: 'måste fyllas i', en: 'required' } }

/** The label above a React Aria field, with the note that it must be filled in. */
export function FieldLabel({ label, labelHidden, isRequired }: FieldFrame) {
  const say = useSay()
  return (
    <Label className={labelHidden ? 'v-hidden' : 'v-label'}>
      {label}
      {isRequired ? <span className="v-label-note"> ({say(words.required)})</span> : null}
    </Label>
  )
}

/** Help and error below the label of a React Aria field, tied to it for the one who listens. */
export function FieldNotes({ help, error }: Pick<FieldFrame, 'help' | 'error'>) {
  return (
    <>
      {help ? (
        <Text slot="description" className="v-help">
          {help}
        </Text>
      ) : null}
      {error ? (
        <Text slot="errorMessage" className="v-error">
          <Icon name="warning" size={16} />
          <span>{error}</span>
        </Text>
      ) : null}
    </>
  )
}

export interface PlainFieldProps extends FieldFrame {
  /** Gets the attributes that tie the control to its label, help and error. */
  readonly children: (control: {
    id: string
    'aria-describedby': string | undefined
    'aria-invalid': true | undefined
    'aria-labelledby': string
  }) => ReactNode
}

/** The frame of a field around any control of one's own: label, help and error in their places. */
export function Field({ id, children, ...frame }: PlainFieldProps) {
  const say = useSay()
  const made = useId()
  const own = id ?? made
  const { label, labelHidden, help, error, isRequired } = frame
  const described = [help ? `${own}-help` : '', error ? `${own}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="v-field" data-size={frame.size}>
      <label id={`${own}-label`} htmlFor={own} className={labelHidden ? 'v-hidden' : 'v-label'}>
        {label}
        {isRequired ? <span className="v-label-note"> ({say(words.required)})</span> : null}
      </label>
      {help ? (
        <div id={`${own}-help`} className="v-help">
          {help}
        </div>
      ) : null}
      {children({
        id: own,
        'aria-labelledby': `${own}-label`,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error ? (
        <div id={`${own}-error`} className="v-error">
          <Icon name="warning" size={16} />
          <span>{error}</span>
        </div>
      ) : null}
    </div>
  )
}
