import { useRef, useState } from 'react'
import { ApiProblem, api, queryString } from '#web/api/client.ts'
import { useMay } from '#web/api/session.ts'
import { Banner } from '#web/design/Banner.tsx'
import { Button, LinkButton } from '#web/design/Button.tsx'
import { Field } from '#web/design/Field.tsx'
import { Breadcrumb } from '#web/design/Parts.tsx'
import { toast } from '#web/design/Toast.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { useSearch } from '#web/shell/address.ts'
import { useAsOf, useSetAsOf } from '#web/shell/asOf.tsx'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import { pathOf, writableFields } from '../definition/catalogue.ts'
import type { Register } from '../definition/register.ts'
import { fill, type Text } from '../language/text.ts'
import { useRefresh } from './data/useRecords.ts'
import { columnField } from './fields/columns.ts'
import { type Columns, type Contents, firstColumns, useRememberedColumns } from './import/contents.ts'
import { GivenValues, givenIn } from './import/GivenValues.tsx'
import { Mapping } from './import/Mapping.tsx'
import { Changes, Errors, isOutcome, type Outcome, Tally } from './import/Outcome.tsx'
import { InThePast } from './record/InThePast.tsx'
import './screens.css'

const words = {
  title: { sv: 'Hämta {many} ur en fil', en: 'Bring in {many} from a file' },
  intro: {
    sv: 'Välj en Excel- eller csv-fil med rubriker på första raden. Rubrikerna får heta vad som helst. Ingenting sparas förrän du har sett vad som kommer att hända.',
    en: 'Choose an Excel or CSV file with headings in its first row. The headings may be any. Nothing is saved until you have seen what will happen.',
  },
  headings: { sv: 'Rubriker som känns igen direkt', en: 'Headings that are recognised at once' },
  template: { sv: 'Hämta registret som Excel att utgå från', en: 'Get the register as Excel to start from' },
  file: { sv: 'Fil', en: 'File' },
  choose: { sv: 'Välj fil', en: 'Choose file' },
  drop: { sv: 'eller släpp den här', en: 'or drop it here' },
  reading: { sv: 'Läser {name}', en: 'Reading {name}' },
  storing: { sv: 'Sparar raderna', en: 'Saving the rows' },
  again: { sv: 'Ändra kolumnerna', en: 'Change the columns' },
  other: { sv: 'Välj en annan fil', en: 'Choose another file' },
  nothing: {
    sv: 'Alla rader finns redan i registret och är lika. Det finns inget att spara.',
    en: 'Every row is already in the register and the same. There is nothing to save.',
  },
  done: { sv: '{n} rader sparade', en: '{n} rows saved' },
  doneOne: { sv: 'En rad sparad', en: 'One row saved' },
} satisfies Record<string, Text>

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
  const [search] = useSearch()
  const given = givenIn(register, search)
  const input = useRef<HTMLInputElement>(null)
  const { remembered, remember } = useRememberedColumns(register)
  const [file, setFile] = useState<File | null>(null)
  const [contents, setContents] = useState<Contents | null>(null)
  const [columns, setColumns] = useState<Columns | null>(null)
  const [choosing, setChoosing] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [busy, setBusy] = useState<Text | null>(null)
  const [stored, setStored] = useState<Outcome | null>(null)

  const savedWords = ({ created, updated }: Outcome) =>
    say(created + updated === 1 ? words.doneOne : fill(words.done, { n: format.number(created + updated) }))
  const failed = (error: unknown) => {
    if (!(error instanceof ApiProblem)) throw error
    if (error.status === 422 && isOutcome(error.problem)) setOutcome(error.problem)
    else setProblem(error)
  }
  const form = (chosen: File, as: Columns | null) => {
    const body = new FormData()
    if (as) body.append('columns', JSON.stringify(as))
    if (Object.keys(given).length) body.append('given', JSON.stringify(given))
    body.append('file', chosen)
    return body
  }
  const ask = async (chosen: File, as: Columns | null, dryRun: boolean) => {
    setProblem(null)
    setChoosing(false)
    setBusy(dryRun ? fill(words.reading, { name: chosen.name }) : words.storing)
    try {
      const body = form(chosen, as)
      const answer = await api<Outcome>(`/${pathOf(register)}/import`, { method: 'POST', params: dryRun ? { dryRun: true } : {}, body })
      setOutcome(dryRun ? answer : null)
      setStored(dryRun ? null : answer)
      if (!dryRun) {
        toast(savedWords(answer))
        if (as) await remember(as)
        void refresh()
      }
    } catch (error) {
      failed(error)
    } finally {
      setBusy(null)
    }
  }
  /** Asks what the file holds. One that the register knows goes on to what would happen; for others a person says what the columns are. */
  const read = async (chosen: File) => {
    setProblem(null)
    setBusy(fill(words.reading, { name: chosen.name }))
    try {
      const found = await api<Contents>(`/${pathOf(register)}/import/columns`, { method: 'POST', body: form(chosen, null) })
      setContents(found)
      if (found.recognised) await ask(chosen, null, true)
      else setChoosing(true)
    } catch (error) {
      failed(error)
    } finally {
      setBusy(null)
    }
  }
  const reset = () => {
    setFile(null)
    setContents(null)
    setColumns(null)
    setChoosing(false)
    setOutcome(null)
    setStored(null)
    setProblem(null)
  }
  const take = (chosen: File | undefined) => {
    if (!chosen) return
    reset()
    setFile(chosen)
    void read(chosen)
  }
  const canChoose = contents !== null && contents.columns.length > 0 && contents.targets.length > 0
  const labelOf = (name: string) => {
    const label = contents?.targets.find((target) => target.name === name)?.label ?? columnField(register, name)?.label
    return label ? say(label) : name
  }
  const count = outcome ? outcome.created + outcome.updated : 0

  return (
    <>
      <GivenValues register={register} given={given} />
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
      {choosing && contents && file && !busy && (
        <Mapping
          key={file.name}
          contents={contents}
          first={columns ?? firstColumns(contents, remembered)}
          onGo={(chosen) => {
            setColumns(chosen)
            void ask(file, chosen, true)
          }}
          onOther={reset}
          otherLabel={say(words.other)}
        />
      )}
      {problem && !choosing && (
        <ProblemNotice error={problem}>
          {canChoose && (
            <Button size="small" onPress={() => setChoosing(true)}>
              {say(words.again)}
            </Button>
          )}
          <Button size="small" onPress={reset}>
            {say(words.other)}
          </Button>
        </ProblemNotice>
      )}
      {stored && (
        <Banner
          tone="good"
          role="status"
          title={savedWords(stored)}
          actions={
            <>
              <LinkButton href={`/${pathOf(register)}${queryString(given)}`} variant="primary" size="small">
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
      {outcome && file && !busy && !choosing && (
        <>
          <p>
            <strong>{file.name}</strong>
          </p>
          <Tally outcome={outcome} />
          {outcome.errors.length === 0 && count === 0 && <p>{say(words.nothing)}</p>}
          {outcome.errors.length > 0 && <Errors labelOf={labelOf} outcome={outcome} />}
          <div className="v-form-foot">
            {outcome.errors.length === 0 && count > 0 && (
              <Button variant="primary" onPress={() => void ask(file, columns, false)}>
                {say(
                  count === 1
                    ? { sv: 'Spara raden', en: 'Save the row' }
                    : fill({ sv: 'Spara {n} rader', en: 'Save {n} rows' }, { n: format.number(count) }),
                )}
              </Button>
            )}
            {canChoose && <Button onPress={() => setChoosing(true)}>{say(words.again)}</Button>}
            <Button onPress={reset}>{say(words.other)}</Button>
          </div>
          {outcome.errors.length === 0 && outcome.changes.length > 0 && <Changes register={register} outcome={outcome} />}
        </>
      )}
    </>
  )
}
