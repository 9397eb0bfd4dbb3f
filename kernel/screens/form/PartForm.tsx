import { type ReactNode, useRef, useState } from 'react'
import { ApiProblem, api, newIdempotencyKey } from '#web/api/client.ts'
import { Banner } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { toast } from '#web/design/Toast.tsx'
import { useSay } from '#web/language/useSay.ts'
import { pathOf } from '../../definition/catalogue.ts'
import type { Register } from '../../definition/register.ts'
import { problemText } from '../../fields/problems.ts'
import type { Text } from '../../language/text.ts'
import type { RecordJson } from '../data/record.ts'
import { recordPath, useRefresh } from '../data/useRecords.ts'
import { FieldInput } from '../fields/FieldInput.tsx'
import { words as common } from '../words.ts'
import { dropDraft, keepDraft, readDraft } from './draft.ts'
import { changesOf, type FormValues, payloadOf, problemsIn } from './payload.ts'
import { ReasonInput } from './ReasonInput.tsx'

/** What a place of the form that is written by hand is given. */
export interface DrawnInput {
  readonly values: FormValues
  readonly put: (name: string, value: unknown) => void
  readonly errors: Readonly<Record<string, string | undefined>>
}

/** A field asked for in other words than those of its register. */
interface Asked {
  readonly name: string
  readonly label: Text
  readonly help?: Text
}

interface PartFormProps {
  readonly register: Register
  /** What is asked for, in order: names of fields, and inputs drawn by hand. */
  readonly asks: readonly (string | Asked | ((given: DrawnInput) => ReactNode))[]
  /** The record to change; without it a new one is made. */
  readonly record?: RecordJson
  /** What the form begins with; what is asked for by hand must stand here to be sent. */
  readonly initial: FormValues
  /** What is sent without being asked for: what the new record belongs to. */
  readonly fixed?: Readonly<Record<string, unknown>>
  /** Fields that must be filled in here though the register can do without. */
  readonly required?: readonly string[]
  /** Under this name what is written is kept in the tab until it has been sent. */
  readonly keptAs?: string
  readonly submit: string
  /** Said when it is stored. */
  readonly done?: string
  readonly onDone: (record: RecordJson) => void
  readonly onCancel?: () => void
}

/** A short form in the middle of another page: some fields of a record of any register, made or changed where it is needed. */
export function PartForm(props: PartFormProps) {
  const { register, asks, record, initial, fixed = {}, required = [], keptAs, submit, done, onDone, onCancel } = props
  const say = useSay()
  const refresh = useRefresh()
  const [values, setValues] = useState<FormValues>(() => ({ ...initial, ...(keptAs ? readDraft(keptAs, null)?.values : {}) }))
  const [told, setTold] = useState<Readonly<Record<string, string>>>({})
  const [general, setGeneral] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const [isSending, setSending] = useState(false)
  const key = useRef(newIdempotencyKey())
  const changed = changesOf(register, initial, values)
  const asked = record ? (register.askWhy ?? []).filter((name) => name in changed && record[name] !== null) : []

  const faults = (): Record<string, string> => {
    const payload = record ? changed : { ...payloadOf(register, values), ...fixed }
    const missing = required.filter((name) => (payloadOf(register, values)[name] ?? null) === null)
    return Object.fromEntries(
      [
        ...Object.entries(problemsIn(register, payload, record ? 'update' : 'create')),
        ...missing.map((name) => [name, 'required'] as const),
      ].map(([name, code]) => [name, say(problemText(code, register.fields[name]))]),
    )
  }
  const errors: Readonly<Record<string, string | undefined>> = { ...told, ...(isTried ? faults() : {}) }
  const names = Object.keys(values)
  const elsewhere = Object.entries(errors).flatMap(([name, text]) => (names.includes(name) || name === 'reason' || !text ? [] : [text]))
  const put = (name: string, value: unknown) => {
    setValues((present) => ({ ...present, [name]: value }))
    if (keptAs) keepDraft(keptAs, null, { version: null, at: new Date().toISOString(), values: { ...values, [name]: value } })
    setTold((present) => Object.fromEntries(Object.entries(present).filter(([at]) => at !== name)))
  }

  const send = async () => {
    if (isSending) return
    setTried(true)
    setGeneral(null)
    setTold({})
    if (Object.keys(faults()).length > 0) return
    if (record && Object.keys(changed).length === 0) return onDone(record)
    if (asked.length > 0 && !reason.trim()) return setTold({ reason: say(problemText('reason-required')) })
    setSending(true)
    try {
      const body = Object.fromEntries(Object.entries({ ...payloadOf(register, values), ...fixed }).filter(([, value]) => value !== null))
      const stored = record
        ? await api<RecordJson>(recordPath(register, record.id), {
            method: 'PATCH',
            ifMatch: record.version,
            body: changed,
            ...(reason.trim() ? { reason: reason.trim() } : {}),
          })
        : await api<RecordJson>(`/${pathOf(register)}`, { method: 'POST', body, idempotencyKey: key.current })
      if (keptAs) dropDraft(keptAs, null)
      if (done) toast(done)
      void refresh()
      onDone(stored)
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      if (error.status >= 400 && error.status < 500) key.current = newIdempotencyKey()
      setTold(error.fields)
      if (Object.keys(error.fields).length === 0) setGeneral(error.message)
    } finally {
      setSending(false)
    }
  }

  return (
    <fieldset className="v-part-form" aria-label={submit} aria-busy={isSending || undefined}>
      {(general || elsewhere.length > 0) && <Banner tone="bad" role="alert" title={general ?? elsewhere.join(' ')} />}
      {asks.map((ask, index) => {
        if (typeof ask === 'function') {
          // biome-ignore lint/suspicious/noArrayIndexKey: what a form asks for is a fixed list
          return <div key={index}>{ask({ values, put, errors })}</div>
        }
        const { name, ...worded } = typeof ask === 'string' ? { name: ask } : ask
        const field = register.fields[name]
        return field ? (
          <FieldInput
            key={name}
            name={name}
            field={{ ...field, ...worded, ...(required.includes(name) ? { required: true } : {}) }}
            value={values[name] ?? null}
            onChange={(value) => put(name, value)}
            errors={errors}
          />
        ) : null
      })}
      {asked.length > 0 && <ReasonInput register={register} fields={asked} value={reason} onChange={setReason} error={told.reason} />}
      <div className="v-form-foot">
        <Button variant="primary" isPending={isSending} onPress={() => void send()}>
          {submit}
        </Button>
        {onCancel && (
          <Button variant="quiet" onPress={onCancel}>
            {say(common.cancel)}
          </Button>
        )}
      </div>
    </fieldset>
  )
}
