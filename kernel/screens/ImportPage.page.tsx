// biome-ignore-all lint/suspicious/noArrayIndexKey: rows and faults of a file have no other identity than their place
import { useRef, useState } from 'react'
import { ApiProblem, api } from '#web/api/client.ts'
import { useMay } from '#web/api/session.ts'
import { Banner } from '#web/design/Banner.tsx'
import { Button, LinkButton } from '#web/design/Button.tsx'
import { Field } from '#web/design/Field.tsx'
import { Breadcrumb, Table } from '#web/design/Parts.tsx'
import { toast } from '#web/design/Toast.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { useAsOf, useSetAsOf } from '#web/shell/asOf.tsx'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import { pathOf, writableFields } from '../definition/catalogue.ts'
import type { Register } from '../definition/register.ts'
import { fill, type Text } from '../language/text.ts'
import { useRefresh } from './data/useRecords.ts'
import { columnField } from './fields/columns.ts'
import { isEmpty, valueWords } from './fields/words.ts'
import { InThePast } from './record/InThePast.tsx'
import './screens.css'

/** What a file would do to the register, or has done. */
interface Outcome {
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
    readonly fields: readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[]
  }[]
}

const words = {
  title: { sv: 'Hämta {many} ur en fil', en: 'Bring in {many} from a file' },
  intro: {
    sv: 'Välj en Excel- eller csv-fil med rubriker på första raden. Ingenting sparas förrän du har sett vad som kommer att hända.',
    en: 'Choose an Excel or CSV file with headings in its first row. Nothing is saved until you have seen what will happen.',
  },
  headings: { sv: 'Rubriker som känns igen', en: 'Headings that are recognised' },
  template: { sv: 'Hämta registret som Excel att utgå från', en: 'Get the register as Excel to start from' },
  file: { sv: 'Fil', en: 'File' },
  choose: { sv: 'Välj fil', en: 'Choose file' },
  drop: { sv: 'eller släpp den här', en: 'or drop it here' },
  reading: { sv: 'Läser {name}', en: 'Reading {name}' },
  storing: { sv: 'Sparar raderna', en: 'Saving the rows' },
  other: { sv: 'Välj en annan fil', en: 'Choose another file' },
  errors: { sv: 'Rader som behöver rättas', en: 'Rows that need to be put right' },
  errorsHelp: {
    sv: 'Rätta raderna i filen och välj den igen. Så länge någon rad är fel sparas ingenting.',
    en: 'Correct the rows in the file and choose it again. As long as any row is wrong nothing is saved.',
  },
  changes: { sv: 'Det här händer', en: 'This will happen' },
  first: { sv: 'De första {n} visas.', en: 'The first {n} are shown.' },
  row: { sv: 'Rad', en: 'Row' },
  record: { sv: 'Post', en: 'Record' },
  what: { sv: 'Vad', en: 'What' },
  field: { sv: 'Uppgift', en: 'Value' },
  wrong: { sv: 'Vad som är fel', en: 'What is wrong' },
  creates: { sv: 'Läggs till', en: 'Is added' },
  updates: { sv: 'Ändras', en: 'Is changed' },
  nothing: {
    sv: 'Alla rader finns redan i registret och är lika. Det finns inget att spara.',
    en: 'Every row is already in the register and the same. There is nothing to save.',
  },
  done: { sv: '{n} rader sparade', en: '{n} rows saved' },
} satisfies Record<string, Text>

const isOutcome = (value: object): value is Outcome =>
  'rows' in value && 'errors' in value && Array.isArray(value.errors) && 'changes' in value

/** The page where a file becomes records: first what would happen, then doing it. */
export default function ImportPage({ register }: { register: Register }) {
  const say = useSay()
  const asOf = useAsOf()
  const setAsOf = useSetAsOf()
  const may = useMay(register.plural)
  const many = say(register.label.many).toLowerCase()
  return (
    <article className="v-page">
      <header className="v-page-head">
        <Breadcrumb steps={[{ href: `/${pathOf(register)}`, label: say(register.label.many) }]} />
        <h1>{say(fill(words.title, { many }))}</h1>
      </header>
      {asOf ? (
        <InThePast onToday={() => setAsOf(null)} />
      ) : may.create ? (
        <Import register={register} />
      ) : (
        <Banner
          tone="waiting"
          title={say({ sv: 'Du får inte lägga till poster i det här registret', en: 'You may not add records to this register' })}
        />
      )}
    </article>
  )
}

function Import({ register }: { register: Register }) {
  const say = useSay()
  const format = useFormat()
  const refresh = useRefresh()
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [busy, setBusy] = useState<Text | null>(null)
  const [stored, setStored] = useState<Outcome | null>(null)

  const ask = async (chosen: File, dryRun: boolean) => {
    const body = new FormData()
    body.append('file', chosen)
    setProblem(null)
    setBusy(dryRun ? fill(words.reading, { name: chosen.name }) : words.storing)
    try {
      const answer = await api<Outcome>(`/${pathOf(register)}/import`, { method: 'POST', params: dryRun ? { dryRun: true } : {}, body })
      setOutcome(dryRun ? answer : null)
      setStored(dryRun ? null : answer)
      if (!dryRun) {
        toast(say(fill(words.done, { n: format.number(answer.created + answer.updated) })))
        void refresh()
      }
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      if (error.status === 422 && isOutcome(error.problem)) setOutcome(error.problem)
      else setProblem(error)
    } finally {
      setBusy(null)
    }
  }
  const take = (chosen: File | undefined) => {
    if (!chosen) return
    setFile(chosen)
    setOutcome(null)
    setStored(null)
    void ask(chosen, true)
  }
  const reset = () => {
    setFile(null)
    setOutcome(null)
    setStored(null)
    setProblem(null)
  }
  const count = outcome ? outcome.created + outcome.updated : 0

  return (
    <>
      {!file && (
        <>
          <p className="v-measure">{say(words.intro)}</p>
          <Field label={say(words.file)} id="import-file">
            {(control) => (
              // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way to what the input inside does
              <div
                className="v-drop"
                onDragOver={(event) => event.preventDefault()}
                onDrop={(event) => {
                  event.preventDefault()
                  take(event.dataTransfer.files[0])
                }}
              >
                <input
                  {...control}
                  ref={input}
                  type="file"
                  accept=".xlsx,.csv,.json,.yaml,.yml"
                  className="v-hidden"
                  onChange={(event) => take(event.target.files?.[0])}
                />
                <span className="v-drop-line" aria-hidden="true">
                  <Button icon="upload" excludeFromTabOrder onPress={() => input.current?.click()}>
                    {say(words.choose)}
                  </Button>
                  <span className="v-muted v-drop-hint">{say(words.drop)}</span>
                </span>
              </div>
            )}
          </Field>
          <details className="v-details">
            <summary>{say(words.headings)}</summary>
            <p>
              {writableFields(register)
                .map((name) => say(register.fields[name]?.label ?? { sv: name, en: name }))
                .join(' · ')}
            </p>
          </details>
          <p>
            <a href={`/api/${pathOf(register)}?format=xlsx&fields=*`} download>
              {say(words.template)}
            </a>
          </p>
        </>
      )}
      {busy && <p role="status">{say(busy)} …</p>}
      {problem && (
        <ProblemNotice error={problem}>
          <Button size="small" onPress={reset}>
            {say(words.other)}
          </Button>
        </ProblemNotice>
      )}
      {stored && (
        <Banner
          tone="good"
          role="status"
          title={say(fill(words.done, { n: format.number(stored.created + stored.updated) }))}
          actions={
            <>
              <LinkButton href={`/${pathOf(register)}`} variant="primary" size="small">
                {say(fill({ sv: 'Visa {many}', en: 'Show {many}' }, { many: say(register.label.many).toLowerCase() }))}
              </LinkButton>
              <Button size="small" onPress={reset}>
                {say(words.other)}
              </Button>
            </>
          }
        >
          <Tally outcome={stored} past />
        </Banner>
      )}
      {outcome && file && !busy && (
        <>
          <p>
            <strong>{file.name}</strong>
          </p>
          <Tally outcome={outcome} />
          {outcome.errors.length === 0 && count === 0 && <p>{say(words.nothing)}</p>}
          {outcome.errors.length > 0 && <Errors register={register} outcome={outcome} />}
          <div className="v-form-foot">
            {outcome.errors.length === 0 && count > 0 && (
              <Button variant="primary" onPress={() => void ask(file, false)}>
                {say(
                  count === 1
                    ? { sv: 'Spara raden', en: 'Save the row' }
                    : fill({ sv: 'Spara {n} rader', en: 'Save {n} rows' }, { n: format.number(count) }),
                )}
              </Button>
            )}
            <Button onPress={reset}>{say(words.other)}</Button>
          </div>
          {outcome.errors.length === 0 && outcome.changes.length > 0 && <Changes register={register} outcome={outcome} />}
        </>
      )}
    </>
  )
}

/** How many rows do what, as a sentence. */
function Tally({ outcome, past = false }: { outcome: Outcome; past?: boolean }) {
  const say = useSay()
  const format = useFormat()
  const values = {
    rows: format.number(outcome.rows),
    created: format.number(outcome.created),
    updated: format.number(outcome.updated),
    unchanged: format.number(outcome.unchanged),
  }
  const pattern: Text = past
    ? {
        sv: '{rows} rader: {created} nya, {updated} ändrade, {unchanged} oförändrade.',
        en: '{rows} rows: {created} new, {updated} changed, {unchanged} unchanged.',
      }
    : {
        sv: '{rows} rader: {created} läggs till, {updated} ändras, {unchanged} är oförändrade.',
        en: '{rows} rows: {created} will be added, {updated} changed, {unchanged} stay as they are.',
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

function Errors({ register, outcome }: { register: Register; outcome: Outcome }) {
  const say = useSay()
  const language = useLanguage()
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
              <td>{error.field ? (columnField(register, error.field)?.label[language] ?? error.field) : ''}</td>
              <td>{error.message}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  )
}

function Changes({ register, outcome }: { register: Register; outcome: Outcome }) {
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
                  say(words.creates)
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
