// biome-ignore-all lint/suspicious/noArrayIndexKey: rows and faults of a file have no other identity than their place
import { Table } from '#web/design/Parts.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import type { Register } from '../../definition/register.ts'
import { fill, type Text } from '../../language/text.ts'
import { columnField } from '../fields/columns.ts'
import { isEmpty, valueWords } from '../fields/words.ts'

/** What a file would do to the register, or has done. */
export interface Outcome {
  readonly rows: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly errors: readonly { readonly row: number; readonly field: string | null; readonly message: string }[]
  readonly changes: readonly {
    readonly row: number
    readonly key: string | null
    readonly label: string
    readonly kind: 'create' | 'update'
    /** What else comes of the row. */
    readonly note?: string
    readonly fields: readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[]
  }[]
}

export const isOutcome = (value: object): value is Outcome =>
  'rows' in value && 'errors' in value && Array.isArray(value.errors) && 'changes' in value

const words = {
  errors: { sv: 'Rader som behöver rättas', en: 'Rows that need to be put right' },
  errorsHelp: {
    sv: 'Rätta raderna i filen och välj den igen. Så länge någon rad är fel sparas ingenting. När de är rättade prövas också sådant som hänger ihop med andra poster, till exempel vem som får ha ett ansvar. Då kan fler fel visa sig.',
    en: 'Correct the rows in the file and choose it again. As long as any row is wrong nothing is saved. Once they are corrected, what depends on other records is tried too, such as who may hold a responsibility. More faults may then be found.',
  },
  changes: { sv: 'Det här händer', en: 'This will happen' },
  first: { sv: 'De första {n} visas.', en: 'The first {n} are shown.' },
  rowCount: [
    { sv: '{n} rad', en: '{n} row' },
    { sv: '{n} rader', en: '{n} rows' },
  ],
  row: { sv: 'Rad', en: 'Row' },
  record: { sv: 'Post', en: 'Record' },
  what: { sv: 'Vad', en: 'What' },
  field: { sv: 'Uppgift', en: 'Value' },
  wrong: { sv: 'Vad som är fel', en: 'What is wrong' },
  creates: { sv: 'Läggs till', en: 'Is added' },
  updates: { sv: 'Ändras', en: 'Is changed' },
} as const satisfies Record<string, Text | readonly [Text, Text]>

/** How many rows do what, as a sentence. */
export function Tally({ outcome, past = false }: { outcome: Outcome; past?: boolean }) {
  const say = useSay()
  const format = useFormat()
  const values = {
    rows: say(fill(outcome.rows === 1 ? words.rowCount[0] : words.rowCount[1], { n: format.number(outcome.rows) })),
    created: format.number(outcome.created),
    updated: format.number(outcome.updated),
    unchanged: format.number(outcome.unchanged),
  }
  const pattern: Text = past
    ? {
        sv: '{rows}: {created} nya, {updated} ändrade, {unchanged} oförändrade.',
        en: '{rows}: {created} new, {updated} changed, {unchanged} unchanged.',
      }
    : {
        sv: '{rows}: {created} läggs till, {updated} ändras, {unchanged} är oförändrade.',
        en: '{rows}: {created} will be added, {updated} changed, {unchanged} stay as they are.',
      }
  const errors: Text =
    outcome.errors.length === 1
      ? { sv: 'En rad är fel.', en: 'One row is wrong.' }
      : { sv: `${outcome.errors.length} fel hittades.`, en: `${outcome.errors.length} faults were found.` }
  return (
    <p className="v-number">
      {say(fill(pattern, values))} {outcome.errors.length > 0 && <strong>{say(errors)}</strong>}
    </p>
  )
}

/** The rows that are wrong, each with what to do. */
export function Errors({ labelOf, outcome }: { labelOf: (field: string) => string; outcome: Outcome }) {
  const say = useSay()
  return (
    <section>
      <h2>{say(words.errors)}</h2>
      <p className="v-measure">{say(words.errorsHelp)}</p>
      <Table caption={say(words.errors)} captionHidden>
        <thead>
          <tr>
            <th scope="col" data-align="right">
              {say(words.row)}
            </th>
            <th scope="col">{say(words.field)}</th>
            <th scope="col">{say(words.wrong)}</th>
          </tr>
        </thead>
        <tbody>
          {outcome.errors.map((error, index) => (
            <tr key={`${error.row} ${error.field} ${index}`}>
              <td data-align="right">{error.row}</td>
              <td>{error.field ? labelOf(error.field) : ''}</td>
              <td>{error.message}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  )
}

/** What will come of the rows, one by one. */
export function Changes({ register, outcome }: { register: Register; outcome: Outcome }) {
  const say = useSay()
  const language = useLanguage()
  const shown = (name: string, value: unknown) => {
    const field = columnField(register, name)
    if (isEmpty(value)) return ''
    const text = field ? valueWords(field, value, language, 'table') : String(value)
    return text.length > 120 ? `${text.slice(0, 117)} …` : text
  }
  return (
    <section>
      <h2>{say(words.changes)}</h2>
      {outcome.changes.length < outcome.created + outcome.updated && (
        <p className="v-muted">{say(fill(words.first, { n: outcome.changes.length }))}</p>
      )}
      <Table caption={say(words.changes)} captionHidden>
        <thead>
          <tr>
            <th scope="col" data-align="right">
              {say(words.row)}
            </th>
            <th scope="col">{say(words.record)}</th>
            <th scope="col">{say(words.what)}</th>
          </tr>
        </thead>
        <tbody>
          {outcome.changes.map((change) => (
            <tr key={change.row}>
              <td data-align="right">{change.row}</td>
              <td>
                {change.label}
                {change.key && change.key !== change.label && <span className="v-muted"> {change.key}</span>}
              </td>
              <td>
                {change.kind === 'create' ? (
                  <>
                    {say(words.creates)}
                    {change.note && <span className="v-muted"> {change.note}</span>}
                  </>
                ) : (
                  <>
                    {say(words.updates)}
                    <ul className="v-plain-list">
                      {change.fields.map((field) => (
                        <li key={field.field}>
                          <span className="v-muted">{columnField(register, field.field)?.label[language] ?? field.field}:</span>{' '}
                          {shown(field.field, field.from) && <del>{shown(field.field, field.from)}</del>}{' '}
                          {shown(field.field, field.to) && <ins>{shown(field.field, field.to)}</ins>}
                        </li>
                      ))}
                    </ul>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  )
}
