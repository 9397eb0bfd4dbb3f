import { useState } from 'react'
import { RadioGroup } from '#web/design/Checkbox.tsx'
import { DateField } from '#web/design/DateField.tsx'
import type { FieldFrame } from '#web/design/Field.tsx'
import { Field as FieldBox } from '#web/design/Field.tsx'
import { NumberField } from '#web/design/NumberField.tsx'
import { Select } from '#web/design/Select.tsx'
import { LevelTag } from '#web/design/Tag.tsx'
import { TextArea, TextField } from '#web/design/TextField.tsx'
import { useSay } from '#web/language/useSay.ts'
import { type Field, isYear, shapeOf } from '../../fields/field.ts'
import { fill, type Text } from '../../language/text.ts'
import { AttachmentsInput } from './AttachmentsInput.tsx'
import { LinkInput, LinksInput } from './LinkInput.tsx'
import { momentOf, partsOf } from './moment.ts'
import { RichInput } from './RichInput.tsx'
import { SecrecyInput } from './SecrecyInput.tsx'
import { filesIn, isLink, linksIn, secrecyIn } from './words.ts'

export interface FieldInputProps {
  readonly name: string
  readonly field: Field
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly onBlur?: () => void
  /** What is wrong, by field and by part of a field. */
  readonly errors: Readonly<Record<string, string | undefined>>
}

/** The id an error summary points to. */
export const inputId = (name: string): string => `field-${name.replaceAll('.', '-')}`

const words = {
  notAssessed: { sv: 'Inte bedömt', en: 'Not assessed' },
  notStated: { sv: 'Inte angivet', en: 'Not stated' },
  yes: { sv: 'Ja', en: 'Yes' },
  no: { sv: 'Nej', en: 'No' },
  time: { sv: '{label}, klockslag', en: '{label}, time' },
  left: { sv: '{n} tecken kvar', en: '{n} characters left' },
  over: { sv: '{n} tecken för mycket', en: '{n} characters too many' },
} satisfies Record<string, Text>

const none = '\u0000'

/** How much room there is, said only when it begins to run out. */
function roomLeft(text: string, max: number): Text | null {
  const left = max - text.length
  if (left > Math.max(20, max * 0.1)) return null
  return left >= 0 ? fill(words.left, { n: left }) : fill(words.over, { n: -left })
}

function MomentInput({
  value,
  onChange,
  onBlur,
  ...frame
}: FieldFrame & { value: string | null; onChange: (value: string | null) => void; onBlur?: () => void }) {
  const say = useSay()
  const [day, setDay] = useState(() => (value ? partsOf(value).day : null))
  const [time, setTime] = useState(() => (value ? partsOf(value).time : ''))
  const put = (nextDay: string | null, nextTime: string) => {
    setDay(nextDay)
    setTime(nextTime)
    onChange(nextDay && nextTime ? momentOf(nextDay, nextTime) : nextDay || nextTime ? '' : null)
  }
  return (
    <div className="v-moment">
      <DateField {...frame} value={day} onChange={(next) => put(next, time)} onBlur={onBlur} />
      <FieldBox label={say(fill(words.time, { label: frame.label }))} labelHidden>
        {(control) => (
          <input
            {...control}
            type="time"
            className="v-input v-time"
            value={time}
            onChange={(event) => put(day, event.target.value)}
            onBlur={onBlur}
          />
        )}
      </FieldBox>
    </div>
  )
}

/** The input of a field, by its kind. */
export function FieldInput({ name, field, value, onChange, onBlur, errors }: FieldInputProps) {
  const say = useSay()
  const shape = shapeOf(field)
  const room = (shape.kind === 'text' || shape.kind === 'rich') && typeof value === 'string' ? roomLeft(value, shape.max) : null
  const help = field.help && say(field.help)
  const frame = {
    id: inputId(name),
    label: say(field.label),
    help: room ? (
      <>
        {help} <span>{say(room)}</span>
      </>
    ) : (
      help
    ),
    error: errors[name],
    isRequired: field.required,
    onBlur,
  }
  switch (shape.kind) {
    case 'text': {
      const text = typeof value === 'string' ? value : ''
      const put = (next: string) => onChange(next === '' ? null : next)
      return shape.lines > 1 ? (
        <TextArea {...frame} lines={shape.lines} value={text} onChange={put} />
      ) : (
        <TextField {...frame} value={text} onChange={put} />
      )
    }
    case 'rich':
      return (
        <FieldBox {...frame}>
          {(control) => (
            <RichInput
              id={control.id}
              labelledBy={control['aria-labelledby']}
              describedBy={control['aria-describedby']}
              invalid={control['aria-invalid'] ?? false}
              required={field.required}
              value={typeof value === 'string' ? value : null}
              onChange={onChange}
              onBlur={onBlur}
            />
          )}
        </FieldBox>
      )
    case 'number':
    case 'money':
      return (
        <NumberField
          {...frame}
          value={typeof value === 'number' ? value : null}
          onChange={onChange}
          decimals={shape.kind === 'money' ? 2 : shape.decimals}
          isGrouped={shape.kind === 'money' || !isYear(shape)}
          unit={shape.kind === 'money' ? 'kr' : shape.unit ? say(shape.unit) : undefined}
        />
      )
    case 'date':
      return <DateField {...frame} value={typeof value === 'string' && value ? value : null} onChange={onChange} />
    case 'moment':
      return <MomentInput {...frame} value={typeof value === 'string' && value ? value : null} onChange={onChange} />
    case 'choice':
      return (
        <Select
          {...frame}
          value={typeof value === 'string' ? value : null}
          onChange={onChange}
          emptyLabel={field.required ? undefined : say(words.notStated)}
          options={Object.entries(shape.options).map(([id, label]) => ({ id, label: say(label) }))}
        />
      )
    case 'scale': {
      const last = shape.first + shape.levels.length - 1
      const levels = shape.levels.map((label, index) => ({
        id: String(shape.first + index),
        label: say(label),
        mark: (
          <LevelTag level={shape.first + index} first={shape.first} last={last} tone={shape.tone}>
            {say(label)}
          </LevelTag>
        ),
      }))
      const unset = field.required ? [] : [{ id: none, label: say(words.notAssessed) }]
      return (
        <RadioGroup
          {...frame}
          row
          value={typeof value === 'number' ? String(value) : field.required ? null : none}
          onChange={(next) => onChange(next === none ? null : Number(next))}
          options={[...unset, ...levels]}
        />
      )
    }
    case 'yesNo': {
      const unset = field.required ? [] : [{ id: none, label: say(words.notStated) }]
      return (
        <RadioGroup
          {...frame}
          row
          value={value === true ? 'yes' : value === false ? 'no' : field.required ? null : none}
          onChange={(next) => onChange(next === none ? null : next === 'yes')}
          options={[{ id: 'yes', label: say(words.yes) }, { id: 'no', label: say(words.no) }, ...unset]}
        />
      )
    }
    case 'link':
      return <LinkInput {...frame} to={shape.to} value={isLink(value) ? value : null} onChange={onChange} />
    case 'links':
      return <LinksInput {...frame} to={shape.to} value={linksIn(value)} onChange={onChange} />
    case 'attachments':
      return <AttachmentsInput {...frame} value={filesIn(value)} onChange={onChange} />
    case 'structure':
      // Edited on a page written for it.
      return null
    case 'secrecy':
      return (
        <SecrecyInput
          {...frame}
          value={secrecyIn(value)}
          onChange={onChange}
          errors={{ provision: errors[`${name}.provision`], markedOn: errors[`${name}.markedOn`], authority: errors[`${name}.authority`] }}
        />
      )
  }
}
