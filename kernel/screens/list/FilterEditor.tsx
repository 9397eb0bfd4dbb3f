import { useState } from 'react'
import { Button } from '#web/design/Button.tsx'
import { CheckboxGroup, RadioGroup } from '#web/design/Checkbox.tsx'
import { ComboBox } from '#web/design/ComboBox.tsx'
import { DateField } from '#web/design/DateField.tsx'
import { NumberField } from '#web/design/NumberField.tsx'
import { Tag } from '#web/design/Tag.tsx'
import { TextField } from '#web/design/TextField.tsx'
import { useSay } from '#web/language/useSay.ts'
import { type Field, shapeOf } from '../../fields/field.ts'
import { fill, type Text } from '../../language/text.ts'
import { useLinkSearch } from '../fields/LinkInput.tsx'
import { LevelValue } from '../fields/Value.tsx'
import type { Condition } from './filter.ts'
import { useNames } from './useNames.ts'

const words = {
  empty: { sv: 'Saknas', en: 'Missing' },
  filled: { sv: 'Finns', en: 'Present' },
  any: { sv: 'Något av', en: 'Any of' },
  chosen: { sv: 'Valda', en: 'Chosen' },
  from: { sv: 'Från och med', en: 'From' },
  to: { sv: 'Till och med', en: 'To' },
  least: { sv: 'Minst', en: 'At least' },
  most: { sv: 'Högst', en: 'At most' },
  contains: { sv: 'Innehåller', en: 'Contains' },
  apply: { sv: 'Visa', en: 'Show' },
  remove: { sv: 'Ta bort filtret', en: 'Remove the filter' },
  me: { sv: 'Jag själv', en: 'Myself' },
  below: { sv: 'Med underliggande', en: 'With everything below' },
  exact: { sv: 'Bara den valda', en: 'Only the chosen one' },
  period: { sv: 'Period', en: 'Period' },
  own: { sv: 'Egen period', en: 'A period of my own' },
} satisfies Record<string, Text>

/** Ready answers to the question when: the words, and the conditions they mean. */
const periods: readonly { key: string; label: Text; conditions: readonly Condition[] }[] = [
  { key: 'passed', label: { sv: 'Före i dag', en: 'Before today' }, conditions: [{ op: 'lt', value: 'today' }] },
  {
    key: 'month',
    label: { sv: 'Inom 30 dagar', en: 'Within 30 days' },
    conditions: [
      { op: 'gte', value: 'today' },
      { op: 'lte', value: 'today+30' },
    ],
  },
  {
    key: 'quarter',
    label: { sv: 'Inom 90 dagar', en: 'Within 90 days' },
    conditions: [
      { op: 'gte', value: 'today' },
      { op: 'lte', value: 'today+90' },
    ],
  },
  { key: 'year', label: { sv: 'De senaste 365 dagarna', en: 'The last 365 days' }, conditions: [{ op: 'gte', value: 'today-365' }] },
  { key: 'empty', label: words.empty, conditions: [{ op: 'empty' }] },
]

interface EditorProps {
  readonly field: Field
  readonly conditions: readonly Condition[]
  readonly onApply: (conditions: readonly Condition[]) => void
  /** A register whose records lie in a tree, so that one may ask for everything below. */
  readonly isTree: boolean
}

const valuesIn = (conditions: readonly Condition[]) =>
  conditions.flatMap((condition) => (condition.op === 'in' || condition.op === 'not' ? [...condition.values] : []))
const valueFor = (conditions: readonly Condition[], op: Condition['op']): string | null => {
  const found = conditions.find((condition) => condition.op === op)
  return found && 'value' in found ? found.value : null
}
const has = (conditions: readonly Condition[], op: Condition['op']) => conditions.some((condition) => condition.op === op)

const emptyKey = '\u0000'

function Foot({ onApply, onRemove }: { onApply: () => void; onRemove?: (() => void) | undefined }) {
  const say = useSay()
  return (
    <div className="v-filter-foot">
      <Button variant="primary" size="small" onPress={onApply}>
        {say(words.apply)}
      </Button>
      {onRemove && (
        <Button variant="quiet" size="small" onPress={onRemove}>
          {say(words.remove)}
        </Button>
      )}
    </div>
  )
}

const remover = ({ conditions, onApply }: EditorProps) => (conditions.length ? () => onApply([]) : undefined)

/** Alternatives, levels, states and yes or no: any of those ticked. */
function Pick(props: EditorProps & { options: readonly { id: string; label: string }[] }) {
  const { field, conditions, onApply, options } = props
  const say = useSay()
  const shape = shapeOf(field)
  const least = Number(valueFor(conditions, 'gte') ?? Number.NaN)
  const excluded = conditions.some((condition) => condition.op === 'not')
  const begun = [
    ...(excluded ? options.map((option) => option.id).filter((id) => !valuesIn(conditions).includes(id)) : valuesIn(conditions)),
    ...(shape.kind === 'scale' && !Number.isNaN(least) ? options.map((option) => option.id).filter((id) => Number(id) >= least) : []),
    ...(has(conditions, 'empty') ? [emptyKey] : []),
  ]
  const [chosen, setChosen] = useState<readonly string[]>(begun)
  const apply = () => {
    const values = chosen.filter((id) => id !== emptyKey)
    if (chosen.includes(emptyKey)) onApply([{ op: 'empty' }])
    else onApply(values.length ? [{ op: 'in', values }] : [])
  }
  return (
    <>
      <CheckboxGroup
        label={say(words.any)}
        labelHidden
        value={chosen}
        onChange={(next) =>
          setChosen(
            next.includes(emptyKey) && !chosen.includes(emptyKey) ? [emptyKey] : next.filter((id) => id !== emptyKey || next.length === 1),
          )
        }
        options={[
          ...options.map((option) => ({
            ...option,
            ...(shape.kind === 'scale' ? { mark: <LevelValue field={field} value={Number(option.id)} /> } : {}),
          })),
          ...(field.required ? [] : [{ id: emptyKey, label: say(words.empty) }]),
        ]}
      />
      <Foot onApply={apply} onRemove={remover(props)} />
    </>
  )
}

function PickRecord(props: EditorProps & { to: string }) {
  const { conditions, onApply, to, isTree, field } = props
  const say = useSay()
  const begun = valueFor(conditions, 'under') ?? ''
  const [ids, setIds] = useState<readonly string[]>(begun ? [begun] : valuesIn(conditions))
  const [below, setBelow] = useState(begun !== '' || (isTree && conditions.length === 0))
  const [labels, setLabels] = useState<Readonly<Record<string, string>>>({})
  const known = useNames(to, ids)
  const { options, isLoading, onSearch } = useLinkSearch(to)
  const add = (id: string) => setIds((all) => (all.includes(id) ? all : isTree && below ? [id] : [...all, id]))
  return (
    <>
      <ComboBox
        label={say(field.label)}
        labelHidden
        placeholder={say({ sv: 'Sök', en: 'Search' })}
        options={[...(to === 'person' ? [{ id: 'me', label: say(words.me) }] : []), ...options]}
        isLoading={isLoading}
        onSearch={onSearch}
        value={null}
        clearOnChoose
        onChange={(option) => {
          if (!option) return
          setLabels((all) => ({ ...all, [option.id]: option.label }))
          add(option.id)
        }}
      />
      {ids.length > 0 && (
        <ul className="v-tags" aria-label={say(words.chosen)}>
          {ids.map((id) => {
            const name = id === 'me' ? say(words.me) : (labels[id] ?? known(id))
            return (
              <li key={id}>
                <Tag
                  onRemove={() => setIds((all) => all.filter((other) => other !== id))}
                  removeLabel={say(fill({ sv: 'Ta bort {name}', en: 'Remove {name}' }, { name }))}
                >
                  {name}
                </Tag>
              </li>
            )
          })}
        </ul>
      )}
      {isTree && (
        <RadioGroup
          label={say(field.label)}
          labelHidden
          value={below ? 'below' : 'exact'}
          onChange={(next) => {
            setBelow(next === 'below')
            if (next === 'below') setIds((all) => all.slice(-1))
          }}
          options={[
            { id: 'below', label: say(words.below) },
            { id: 'exact', label: say(words.exact) },
          ]}
        />
      )}
      <div className="v-filter-quick">
        {!field.required && (
          <Button size="small" variant="quiet" onPress={() => onApply([{ op: 'empty' }])}>
            {say(words.empty)}
          </Button>
        )}
        <Button size="small" variant="quiet" onPress={() => onApply([{ op: 'filled' }])}>
          {say(words.filled)}
        </Button>
      </div>
      <Foot
        onApply={() => {
          const [only] = ids
          if (isTree && below && only && only !== 'me') onApply([{ op: 'under', value: only }])
          else onApply(ids.length ? [{ op: 'in', values: ids }] : [])
        }}
        onRemove={remover(props)}
      />
    </>
  )
}

function PickTime(props: EditorProps) {
  const { conditions, onApply, field } = props
  const say = useSay()
  const same = (one: readonly Condition[]) => JSON.stringify(one) === JSON.stringify(conditions)
  const [key, setKey] = useState<string>(periods.find((period) => same(period.conditions))?.key ?? (conditions.length ? 'own' : 'passed'))
  const [from, setFrom] = useState<string | null>(valueFor(conditions, 'gte') ?? valueFor(conditions, 'gt'))
  const [to, setTo] = useState<string | null>(valueFor(conditions, 'lte') ?? valueFor(conditions, 'lt'))
  const day = (value: string | null) => (value && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null)
  const apply = () => {
    const period = periods.find((one) => one.key === key)
    if (period) onApply(period.conditions)
    else
      onApply([
        ...(day(from) ? [{ op: 'gte' as const, value: from ?? '' }] : []),
        ...(day(to) ? [{ op: 'lte' as const, value: to ?? '' }] : []),
      ])
  }
  return (
    <>
      <RadioGroup
        label={say(words.period)}
        labelHidden
        value={key}
        onChange={setKey}
        options={[
          ...periods
            .filter((period) => period.key !== 'empty' || !field.required)
            .map((period) => ({ id: period.key, label: say(period.label) })),
          { id: 'own', label: say(words.own) },
        ]}
      />
      {key === 'own' && (
        <>
          <DateField size="small" label={say(words.from)} value={day(from)} onChange={setFrom} />
          <DateField size="small" label={say(words.to)} value={day(to)} onChange={setTo} />
        </>
      )}
      <Foot onApply={apply} onRemove={remover(props)} />
    </>
  )
}

function PickNumber(props: EditorProps) {
  const { conditions, onApply, field } = props
  const say = useSay()
  const numberOf = (op: Condition['op']) => {
    const value = Number(valueFor(conditions, op) ?? Number.NaN)
    return Number.isNaN(value) ? null : value
  }
  const [least, setLeast] = useState(numberOf('gte'))
  const [most, setMost] = useState(numberOf('lte'))
  const shape = shapeOf(field)
  const facts = {
    decimals: shape.kind === 'number' ? shape.decimals : 2,
    unit: shape.kind === 'money' ? 'kr' : shape.kind === 'number' && shape.unit ? say(shape.unit) : undefined,
  }
  return (
    <>
      <NumberField size="small" label={say(words.least)} value={least} onChange={setLeast} {...facts} />
      <NumberField size="small" label={say(words.most)} value={most} onChange={setMost} {...facts} />
      <Foot
        onApply={() =>
          onApply([
            ...(least === null ? [] : [{ op: 'gte' as const, value: String(least) }]),
            ...(most === null ? [] : [{ op: 'lte' as const, value: String(most) }]),
          ])
        }
        onRemove={remover(props)}
      />
    </>
  )
}

function PickText(props: EditorProps) {
  const { conditions, onApply } = props
  const say = useSay()
  const [text, setText] = useState(valueFor(conditions, 'contains') ?? '')
  const apply = () => onApply(text.trim() ? [{ op: 'contains', value: text.trim() }] : [])
  return (
    <>
      <TextField
        size="small"
        label={say(words.contains)}
        value={text}
        onChange={setText}
        autoFocus
        onKeyDown={(event) => event.key === 'Enter' && apply()}
      />
      <Foot onApply={apply} onRemove={remover(props)} />
    </>
  )
}

function PickPresence(props: EditorProps) {
  const say = useSay()
  const [key, setKey] = useState(has(props.conditions, 'empty') ? 'empty' : 'filled')
  return (
    <>
      <RadioGroup
        label={say(props.field.label)}
        labelHidden
        value={key}
        onChange={setKey}
        options={[
          { id: 'filled', label: say(words.filled) },
          { id: 'empty', label: say(words.empty) },
        ]}
      />
      <Foot onApply={() => props.onApply([{ op: key === 'empty' ? 'empty' : 'filled' }])} onRemove={remover(props)} />
    </>
  )
}

/** Sets the conditions on one field, in the way its kind is asked about. */
export default function FilterEditor(props: EditorProps) {
  const say = useSay()
  const shape = shapeOf(props.field)
  switch (shape.kind) {
    case 'choice':
      return <Pick {...props} options={Object.entries(shape.options).map(([id, label]) => ({ id, label: say(label) }))} />
    case 'scale':
      return <Pick {...props} options={shape.levels.map((label, index) => ({ id: String(shape.first + index), label: say(label) }))} />
    case 'yesNo':
      return (
        <Pick
          {...props}
          options={[
            { id: 'true', label: say({ sv: 'Ja', en: 'Yes' }) },
            { id: 'false', label: say({ sv: 'Nej', en: 'No' }) },
          ]}
        />
      )
    case 'link':
    case 'links':
      return <PickRecord {...props} to={shape.to} />
    case 'date':
    case 'moment':
      return <PickTime {...props} />
    case 'number':
    case 'money':
      return <PickNumber {...props} />
    case 'text':
    case 'rich':
      return <PickText {...props} />
    default:
      return <PickPresence {...props} />
  }
}
