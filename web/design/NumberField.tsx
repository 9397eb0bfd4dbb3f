import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { NumberField as AriaNumberField } from 'react-aria-components/NumberField'
import { type FieldFrame, FieldLabel, FieldNotes } from './Field.tsx'

export interface NumberFieldProps extends FieldFrame {
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly onBlur?: () => void
  readonly min?: number
  readonly max?: number
  readonly decimals?: number
  /** Whether thousands are set apart; not so in a year. */
  readonly isGrouped?: boolean
  /** Stands after the number: `kr`, `dagar`. */
  readonly unit?: string
}

/** A number, typed and read as the language writes it. */
export function NumberField(props: NumberFieldProps) {
  const { value, onChange, onBlur, min, max, decimals = 0, isGrouped = true, unit } = props
  return (
    <AriaNumberField
      className="v-field"
      data-size={props.size}
      id={props.id}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      onBlur={onBlur}
      minValue={min}
      maxValue={max}
      step={decimals ? 10 ** -decimals : undefined}
      formatOptions={{ maximumFractionDigits: decimals, useGrouping: isGrouped }}
      isRequired={props.isRequired}
      isDisabled={props.isDisabled}
      isReadOnly={props.isReadOnly}
      isInvalid={Boolean(props.error)}
      isWheelDisabled
      validationBehavior="aria"
    >
      <FieldLabel {...props} />
      <FieldNotes help={props.help} />
      <Group className="v-input v-input-frame" style={{ maxWidth: '14rem' }}>
        <Input className="v-number" />
        {unit ? <span className="v-input-unit">{unit}</span> : null}
      </Group>
      <FieldNotes error={props.error} />
    </AriaNumberField>
  )
}
