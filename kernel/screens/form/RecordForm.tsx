import { type FormEvent, Suspense, useRef, useState } from 'react'
import { ApiProblem, api, newIdempotencyKey } from '#web/api/client.ts'
import { Banner, Skeleton } from '#web/design/Banner.tsx'
import { Button, LinkButton } from '#web/design/Button.tsx'
import { toast } from '#web/design/Toast.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { useGo } from '#web/shell/address.ts'
import { pathOf } from '../../definition/catalogue.ts'
import type { Register } from '../../definition/register.ts'
import { problemText } from '../../fields/problems.ts'
import { fill, type Text } from '../../language/text.ts'
import { usePanels } from '../catalogue.tsx'
import { type Conflict, type RecordJson, titleOf } from '../data/record.ts'
import { recordPath, useRefresh } from '../data/useRecords.ts'
import { FieldInput } from '../fields/FieldInput.tsx'
import { words as common } from '../words.ts'
import { type Choices, ConflictDialog } from './ConflictDialog.tsx'
import { Derived } from './Derived.tsx'
import { dropDraft, keepDraft, readDraft } from './draft.ts'
import { ErrorSummary, goToField } from './ErrorSummary.tsx'
import { Leaving } from './Leaving.tsx'
import { changesOf, type FormValues, formFields, payloadOf, problemsIn, valuesOf } from './payload.ts'
import { ReasonInput, reasonField } from './ReasonInput.tsx'

const words = {
  draft: { sv: 'Du har ett utkast från {when}', en: 'You have a draft from {when}' },
  draftOld: {
    sv: 'Posten har ändrats sedan dess. Om ni har ändrat samma uppgift får du välja när du sparar.',
    en: 'The record has changed since. If both have changed the same value you choose when you save.',
  },
  resume: { sv: 'Fortsätt på utkastet', en: 'Go on with the draft' },
  discard: { sv: 'Kasta utkastet', en: 'Discard the draft' },
  saved: { sv: 'Sparat: {name}', en: 'Saved: {name}' },
  unchanged: { sv: 'Inget är ändrat.', en: 'Nothing has been changed.' },
  gone: {
    sv: 'Posten finns inte längre, eller så har du inte längre behörighet att ändra den.',
    en: 'The record no longer exists, or you no longer have the right to change it.',
  },
} satisfies Record<string, Text>

interface RecordFormProps {
  readonly register: Register
  /** The record to change; without it a new one is made. */
  readonly record?: RecordJson
  /** What a new record starts from. */
  readonly given?: FormValues
}

const isConflict = (problem: ApiProblem) =>
  problem.status === 412 && typeof problem.problem.current === 'object' && problem.problem.current !== null

/** The form of a register: its sections and fields as the definition has them. */
export function RecordForm({ register, record, given }: RecordFormProps) {
  const say = useSay()
  const format = useFormat()
  const go = useGo()
  const refresh = useRefresh()
  const id = record?.id ?? null
  const back = record ? recordPath(register, record.id) : `/${pathOf(register)}`

  const [base, setBase] = useState(record)
  const initial = { ...valuesOf(register, base), ...given }
  const [draft, setDraft] = useState(() => readDraft(register.name, id))
  const [reason, setReason] = useState('')
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [general, setGeneral] = useState<string | undefined>()
  const [attempt, setAttempt] = useState(0)
  const [asksReason, setAsksReason] = useState(false)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const key = useRef(newIdempotencyKey())
  const { inputs = [] } = usePanels(register)
  const isDone = useRef(false)

  const [values, setValues] = useState<FormValues>(() => ({ ...valuesOf(register, record), ...given }))
  const [isSaving, setSaving] = useState(false)
  const changed = changesOf(register, initial, values)
  const isChanged = Object.keys(changed).length > 0
  const asked = record ? (register.askWhy ?? []).filter((name) => name in changed) : []
  const needsReason = asked.length > 0 || asksReason

  const faults = (): Record<string, string> => {
    const codes = record ? problemsIn(register, changed, 'update') : problemsIn(register, payloadOf(register, values), 'create')
    return Object.fromEntries(
      Object.entries(codes).map(([name, code]) => [name, say(problemText(code, name.includes('.') ? undefined : register.fields[name]))]),
    )
  }
  // Nothing is called wrong before the person has tried to save; from then on it follows what is typed.
  const local = attempt > 0 ? faults() : {}
  const errors: Record<string, string | undefined> = { ...problems, ...local }
  const order = [...formFields(register), reasonField]
  const listed = Object.entries(errors)
    .flatMap(([name, text]) => (text ? [{ name, text }] : []))
    .sort((a, b) => order.indexOf(a.name.split('.')[0] ?? '') - order.indexOf(b.name.split('.')[0] ?? ''))

  // A section in which everything follows from other records has nothing to fill in.
  const isFilledIn = ({ fields }: Register['form'][number]) =>
    fields.some((name) => {
      const field = register.fields[name]
      return field && field.kind !== 'structure' && !(field.kind === 'derived' && !field.by)
    })

  const write = (name: string, value: unknown) => {
    const next = { ...values, [name]: value }
    setValues((present) => ({ ...present, [name]: value }))
    setProblems((present) => Object.fromEntries(Object.entries(present).filter(([at]) => at !== name)))
    keepDraft(register.name, id, { version: base?.version ?? null, at: new Date().toISOString(), values: next })
  }

  const finish = async (saved: RecordJson) => {
    isDone.current = true
    dropDraft(register.name, id)
    void refresh()
    toast(say(fill(words.saved, { name: titleOf(register, saved) })))
    go(recordPath(register, saved.id), { replace: true })
  }

  const fail = (problem: ApiProblem) => {
    // A refused attempt is over; the next one is a new request, not a repetition of it.
    if (problem.status >= 400 && problem.status < 500) key.current = newIdempotencyKey()
    if (isConflict(problem)) {
      const { current, difference } = problem.problem as unknown as Conflict
      setConflict({ current, difference: difference ?? [] })
      return
    }
    const told = problem.fields
    const mine = Object.fromEntries(Object.entries(told).filter(([name]) => order.includes(name.split('.')[0] ?? '')))
    const rest = Object.entries(told)
      .filter(([name]) => !(name in mine))
      .map(([, text]) => text)
    if (problem.code === 'reason-required' || reasonField in told) {
      setAsksReason(true)
      if (!(reasonField in mine)) mine[reasonField] = say(problemText('reason-required'))
    }
    setProblems(mine)
    setGeneral(
      problem.status === 404 ? say(words.gone) : rest.length ? rest.join(' ') : Object.keys(mine).length ? undefined : problem.message,
    )
    setAttempt((count) => count + 1)
  }

  const send = async (body: FormValues, version: number | undefined) => {
    if (record && needsReason && reason.trim() === '') {
      setProblems({ [reasonField]: say(problemText('reason-required')) })
      setAttempt((count) => count + 1)
      return
    }
    setSaving(true)
    try {
      const saved = record
        ? await api<RecordJson>(recordPath(register, record.id), {
            method: 'PATCH',
            body,
            ifMatch: version,
            ...(reason.trim() ? { reason: reason.trim() } : {}),
          })
        : await api<RecordJson>(`/${pathOf(register)}`, { method: 'POST', body, idempotencyKey: key.current })
      await finish(saved)
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      fail(error)
    } finally {
      setSaving(false)
    }
  }

  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (isSaving) return
    if (record && !isChanged) {
      toast(say(words.unchanged))
      isDone.current = true
      dropDraft(register.name, id)
      go(back)
      return
    }
    setProblems({})
    setGeneral(undefined)
    if (Object.keys(faults()).length > 0) {
      setAttempt((count) => count + 1)
      return
    }
    const body = record ? changed : Object.fromEntries(Object.entries(payloadOf(register, values)).filter(([, value]) => value !== null))
    await send(body, base?.version)
  }

  /** Takes over what the other has saved, keeps what the person chose, and saves on the new version. */
  const settle = async (choices: Choices) => {
    if (!conflict || isSaving) return
    const theirs = valuesOf(register, conflict.current)
    const merged: Record<string, unknown> = { ...theirs }
    for (const name of Object.keys(changed)) if (choices[name] !== 'theirs') merged[name] = values[name]
    setValues(merged)
    setBase(conflict.current)
    setConflict(null)
    const body = changesOf(register, theirs, merged)
    if (Object.keys(body).length === 0) await finish(conflict.current)
    else await send(body, conflict.current.version)
  }

  const resume = () => {
    if (draft) setValues((present) => ({ ...present, ...draft.values }))
    setDraft(null)
  }
  const discard = () => {
    dropDraft(register.name, id)
    setDraft(null)
  }

  return (
    <form className="v-form" noValidate onSubmit={save} aria-busy={isSaving}>
      <Leaving isFree={() => isDone.current || !isChanged} />
      {draft && (
        <Banner
          tone="info"
          role="status"
          title={say(fill(words.draft, { when: format.moment(draft.at) }))}
          actions={
            <>
              <Button size="small" variant="primary" onPress={resume}>
                {say(words.resume)}
              </Button>
              <Button size="small" onPress={discard}>
                {say(words.discard)}
              </Button>
            </>
          }
        >
          {draft.version !== (record?.version ?? null) && <p>{say(words.draftOld)}</p>}
        </Banner>
      )}
      {attempt > 0 && (listed.length > 0 || general) && <ErrorSummary problems={listed} general={general} attempt={attempt} />}

      {register.form.filter(isFilledIn).map((section) => (
        <section key={section.title.sv} className="v-form-section" aria-labelledby={`section-${section.fields[0]}`}>
          <h2 id={`section-${section.fields[0]}`}>{say(section.title)}</h2>
          {section.fields.map((name) => {
            const field = register.fields[name]
            const byHand = inputs.find(({ fields }) => fields.includes(name))
            if (byHand) {
              if (section.fields.find((one) => byHand.fields.includes(one)) !== name) return null
              return (
                <Suspense key={name} fallback={<Skeleton height="10rem" />}>
                  <byHand.Input register={register} values={values} put={write} errors={errors} />
                </Suspense>
              )
            }
            if (!field) return null
            if (field.kind === 'derived') return <Derived key={name} register={register} name={name} field={field} values={values} />
            return (
              <FieldInput
                key={name}
                name={name}
                field={field}
                value={values[name]}
                onChange={(value) => write(name, value)}
                errors={errors}
              />
            )
          })}
        </section>
      ))}

      {needsReason && (
        <section className="v-form-section">
          <ReasonInput register={register} fields={asked} value={reason} onChange={setReason} error={problems[reasonField]} />
        </section>
      )}

      <div className="v-form-foot">
        <Button type="submit" variant="primary">
          {say(isSaving ? common.saving : record ? { sv: 'Spara ändringarna', en: 'Save the changes' } : common.save)}
        </Button>
        <LinkButton variant="quiet" href={back}>
          {say(common.cancel)}
        </LinkButton>
        {listed.length > 0 && attempt > 0 && (
          <Button variant="quiet" onPress={() => goToField(listed[0]?.name ?? '')}>
            {say({ sv: 'Till det som behöver rättas', en: 'To what needs to be put right' })}
          </Button>
        )}
      </div>

      {conflict && (
        <ConflictDialog
          register={register}
          conflict={conflict}
          yours={values}
          isSaving={isSaving}
          onClose={() => setConflict(null)}
          onSave={(choices) => void settle(choices)}
        />
      )}
    </form>
  )
}
