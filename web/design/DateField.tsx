import { parseDate } from '@internationalized/date'
import { Button as AriaButton } from 'react-aria-components/Button'
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from 'react-aria-components/Calendar'
import { DateInput, DateSegment } from 'react-aria-components/DateField'
import { DatePicker } from 'react-aria-components/DatePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { Group } from 'react-aria-components/Group'
import { Heading } from 'react-aria-components/Heading'
import { Popover as AriaPopover } from 'react-aria-components/Popover'
import { Button } from './Button.tsx'
import { type FieldFrame, FieldLabel, FieldNotes } from './Field.tsx'
import { Icon } from './Icon.tsx'
import './Popover.css'

export interface DateFieldProps extends FieldFrame {
  /** A day, `2023-12-31`. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly onBlur?: () => void
  readonly min?: string
  readonly max?: string
}

const dayOf = (value: string | null | undefined) => {
  try {
    return value ? parseDate(value.slice(0, 10)) : null
  } catch {
    return null
  }
}

/** A day, typed part by part or chosen in a calendar. */
export function DateField(props: DateFieldProps) {
  const { value, onChange, onBlur, min, max } = props
  return (
    <DatePicker
      className="v-field"
      data-size={props.size}
      id={props.id}
      value={dayOf(value)}
      onChange={(next) => onChange(next ? next.toString() : null)}
      onBlur={onBlur}
      minValue={dayOf(min)}
      maxValue={dayOf(max)}
      isRequired={props.isRequired}
      isDisabled={props.isDisabled}
      isReadOnly={props.isReadOnly}
      isInvalid={Boolean(props.error)}
      validationBehavior="aria"
      shouldForceLeadingZeros
      firstDayOfWeek="mon"
    >
      <FieldLabel {...props} />
      <FieldNotes help={props.help} />
      <Group className="v-input v-input-frame" style={{ maxWidth: '12rem' }}>
        <DateInput className="v-date-input">{(segment) => <DateSegment segment={segment} className="v-date-segment" />}</DateInput>
        <AriaButton>
          <Icon name="calendar" size={18} />
        </AriaButton>
      </Group>
      <FieldNotes error={props.error} />
      <AriaPopover className="v-popover">
        <Dialog className="v-popover-body">
          <Calendar className="v-calendar">
            <header>
              <Button slot="previous" variant="quiet" size="small" icon="left" />
              <Heading level={2} />
              <Button slot="next" variant="quiet" size="small" icon="right" />
            </header>
            <CalendarGrid>
              <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
              <CalendarGridBody>{(date) => <CalendarCell date={date} className="v-day" />}</CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </AriaPopover>
    </DatePicker>
  )
}
