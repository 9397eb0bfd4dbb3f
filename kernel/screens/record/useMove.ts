import { useRef, useState } from 'react'
import { ApiProblem, api, newIdempotencyKey } from '#web/api/client.ts'
import { toast } from '#web/design/Toast.tsx'
import { useSay } from '#web/language/useSay.ts'
import type { Register } from '../../definition/register.ts'
import { problemText } from '../../fields/problems.ts'
import { fill, type Text } from '../../language/text.ts'
import type { Move } from '../../workflow/workflow.ts'
import type { RecordJson } from '../data/record.ts'
import { recordPath, useRefresh } from '../data/useRecords.ts'
import { isEmpty } from '../fields/words.ts'
import { payloadOf, problemsIn } from '../form/payload.ts'

export interface MoveDialogProps {
  readonly register: Register
  readonly record: RecordJson
  readonly name: string
  readonly move: Move
  readonly title: string
  /** What is said once the step has been taken, of the record as it has become; its state, where nothing else is said. */
  readonly saying?: ((record: RecordJson) => Text | null) | undefined
  readonly onClose: () => void
}

const stale: Text = {
  sv: 'Posten har ändrats medan du läste den. Stäng rutan, läs det nya och försök igen.',
  en: 'The record has changed while you read it. Close this, read what is new and try again.',
}

interface Asked {
  /** Fields that must be filled in with the move. */
  readonly needed: readonly string[]
  /** Everything that is sent along, as the dialogue begins. */
  readonly initial?: Readonly<Record<string, unknown>>
}

/** What is filled in to take a record one step on, what is wrong with it, and the sending of it. */
export function useMove({ register, record, name, move, title, saying, onClose }: MoveDialogProps, { needed, initial = {} }: Asked) {
  const say = useSay()
  const refresh = useRefresh()
  const [values, setValues] = useState(initial)
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [general, setGeneral] = useState<Text | null>(null)
  const [isSending, setSending] = useState(false)
  const key = useRef(newIdempotencyKey())
  const to = register.workflow?.states[move.to]
  const asked = [...new Set([...needed, ...Object.keys(values)])]

  const faults = (): Record<string, string> => {
    const payload = payloadOf(register, values)
    const codes = problemsIn(register, payload, 'update')
    const missing = needed.filter((field) => isEmpty(payload[field]))
    return Object.fromEntries([
      ...Object.entries(codes).map(([field, code]) => [field, say(problemText(code, register.fields[field]))]),
      ...missing.map((field) => [field, say(problemText('required', register.fields[field]))]),
      ...(move.reason === 'required' && reason.trim() === '' ? [['reason', say({ sv: 'Skriv ett skäl.', en: 'Write a reason.' })]] : []),
    ])
  }

  const perform = async () => {
    if (isSending) return
    const found = faults()
    setErrors(found)
    setGeneral(null)
    if (Object.keys(found).length > 0) return
    setSending(true)
    try {
      const after = await api<RecordJson>(`${recordPath(register, record.id)}/moves/${name}`, {
        method: 'POST',
        ifMatch: record.version,
        idempotencyKey: key.current,
        body: { ...(reason.trim() ? { reason: reason.trim() } : {}), ...(asked.length ? { fields: payloadOf(register, values) } : {}) },
      })
      onClose()
      toast(say(saying?.(after) ?? fill({ sv: '{name}: {state}', en: '{name}: {state}' }, { name: title, state: to ? say(to.label) : '' })))
      void refresh()
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      if (error.status >= 400 && error.status < 500) key.current = newIdempotencyKey()
      const told = error.fields
      setErrors(told)
      const elsewhere = Object.entries(told).filter(([field]) => field !== 'reason' && !asked.includes(field))
      if (error.status === 412) {
        setGeneral(stale)
        void refresh()
      } else if (elsewhere.length > 0) {
        const listed = elsewhere.map(([, text]) => text).join(' ')
        setGeneral({ sv: listed, en: listed })
      } else if (Object.keys(told).length === 0) setGeneral({ sv: error.message, en: error.message })
    } finally {
      setSending(false)
    }
  }

  return {
    values,
    put: (field: string, value: unknown) => setValues((all) => ({ ...all, [field]: value })),
    reason,
    setReason,
    errors,
    general,
    isSending,
    perform,
  }
}
