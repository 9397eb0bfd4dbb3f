import { useState } from 'react'
import { Button } from '#web/design/Button.tsx'
import { Select } from '#web/design/Select.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { fill, type Text } from '../../language/text.ts'
import type { Columns, Contents } from './contents.ts'

const words = {
  title: { sv: 'Vad är det i kolumnerna?', en: 'What is in the columns?' },
  intro: {
    sv: 'Filen har {rows} och {columns}. Säg vad varje kolumn är. Det som redan är valt är en gissning utifrån rubriken.',
    en: 'The file has {rows} and {columns}. Say what each column is. What is already chosen is a guess from its heading.',
  },
  rows: [
    { sv: '{count} rad', en: '{count} row' },
    { sv: '{count} rader', en: '{count} rows' },
  ],
  columns: [
    { sv: '{count} kolumn', en: '{count} column' },
    { sv: '{count} kolumner', en: '{count} columns' },
  ],
  column: { sv: 'Kolumn i filen', en: 'Column in the file' },
  readAs: { sv: 'Läses in som', en: 'Is read as' },
  choose: { sv: '”{heading}” läses in som', en: '“{heading}” is read as' },
  leave: { sv: 'Ta inte med', en: 'Leave out' },
  empty: { sv: 'Kolumnen är tom', en: 'The column is empty' },
  example: { sv: 'Till exempel', en: 'For example' },
  filled: { sv: '{n} rader har ett värde', en: '{n} rows have a value' },
  filledOne: { sv: 'En rad har ett värde', en: 'One row has a value' },
  twice: {
    sv: 'Två kolumner läses in som samma uppgift. Välj en av dem.',
    en: 'Two columns are read as the same value. Choose one of them.',
  },
  missing: { sv: 'Varje ny post behöver också:', en: 'Every new record also needs:' },
  nothing: { sv: 'Välj minst en kolumn att läsa in.', en: 'Choose at least one column to bring in.' },
  go: { sv: 'Visa vad som kommer att hända', en: 'Show what will happen' },
  under: { sv: 'Ingenting sparas ännu.', en: 'Nothing is saved yet.' },
  required: { sv: 'behövs', en: 'needed' },
} as const satisfies Record<string, Text | readonly [Text, Text]>

export interface MappingProps {
  readonly contents: Contents
  readonly first: Columns
  readonly onGo: (columns: Columns) => void
  readonly onOther: () => void
  readonly otherLabel: string
}

/** The step where a person says what each column of a file is; guesses are made beforehand. */
export function Mapping({ contents, first, onGo, onOther, otherLabel }: MappingProps) {
  const say = useSay()
  const format = useFormat()
  const [columns, setColumns] = useState<Columns>(first)
  const many = (count: number, [one, several]: readonly [Text, Text]) =>
    say(fill(count === 1 ? one : several, { count: format.number(count) }))
  const chosen = Object.values(columns).flatMap((target) => target ?? [])
  const twice = new Set(chosen.filter((target, index) => chosen.indexOf(target) !== index))
  const missing = contents.targets.filter(({ name, required }) => required && !chosen.includes(name))
  const options = contents.targets.map(({ name, label, required }) => ({
    id: name,
    label: say(label),
    ...(required ? { hint: say(words.required) } : {}),
  }))
  return (
    <section className="v-mapping">
      <h2>{say(words.title)}</h2>
      <p className="v-measure">
        {say(fill(words.intro, { rows: many(contents.rows, words.rows), columns: many(contents.columns.length, words.columns) }))}
      </p>
      <div className="v-mapping-head v-muted" aria-hidden="true">
        <span>{say(words.column)}</span>
        <span>{say(words.readAs)}</span>
      </div>
      <ul className="v-mapping-list">
        {contents.columns.map(({ heading, samples, filled }) => {
          const target = columns[heading] ?? null
          return (
            <li key={heading} data-left-out={target === null || undefined}>
              <div>
                <strong>{heading}</strong>
                <p className="v-muted v-mapping-samples">
                  {filled === 0
                    ? say(words.empty)
                    : `${say(words.example)}: ${samples.join(' · ')}. ${say(filled === 1 ? words.filledOne : fill(words.filled, { n: format.number(filled) }))}.`}
                </p>
              </div>
              <Select
                label={say(fill(words.choose, { heading }))}
                labelHidden
                size="small"
                options={options}
                value={target}
                emptyLabel={say(words.leave)}
                onChange={(next) => setColumns({ ...columns, [heading]: next })}
                error={target !== null && twice.has(target) ? say(words.twice) : undefined}
              />
            </li>
          )
        })}
      </ul>
      {missing.length > 0 && (
        <p role="status">
          {say(words.missing)} {missing.map(({ label }) => say(label)).join(', ')}.
        </p>
      )}
      {chosen.length === 0 && <p role="status">{say(words.nothing)}</p>}
      <div className="v-form-foot">
        <Button variant="primary" isDisabled={twice.size > 0 || chosen.length === 0} onPress={() => onGo(columns)}>
          {say(words.go)}
        </Button>
        <Button onPress={onOther}>{otherLabel}</Button>
        <span className="v-muted">{say(words.under)}</span>
      </div>
    </section>
  )
}
