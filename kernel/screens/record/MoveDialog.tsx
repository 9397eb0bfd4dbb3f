import { useRef, useState } from 'react'
import { ApiProblem, api, newIdempotencyKey } from '#web/api/client.ts'
import { Banner } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { Dialog } from '#web/design/Dialog.tsx'
import { StateTag } from '#web/design/Tag.tsx'
import { TextArea } from '#web/design/TextField.tsx'
import { toast } from '#web/design/Toast.tsx'
import { useSay } from '#web/language/useSay.ts'
import type { Register } from '../../definition/register.ts'
import { problemText } from '../../fields/problems.ts'
import { fill, type Text } from '../../language/text.ts'
import { type Move, takesTwo } from '../../workflow/workflow.ts'
import type { RecordJson } from '../data/record.ts'
import { recordPath, useRefresh } from '../data/useRecords.ts'
import { FieldInput } from '../fields/FieldInput.tsx'
import { isEmpty } from '../fields/words.ts'
import { payloadOf, problemsIn } from '../form/payload.ts'
import { words as common } from '../words.ts'

const words = {
  becomes: { sv: 'Status blir', en: 'Status becomes' },
  needs: { sv: 'Det här behövs först', en: 'This is needed first' },
  reason: { sv: 'Skäl', en: 'Reason' },
  reasonHelp: {
    sv: 'Skälet sparas i historiken och kan läsas av alla som får läsa posten.',
    en: 'The reason is kept in the history and can be read by everyone who may read the record.',
  },
  reasonOptional: { sv: 'Skäl (om du vill)', en: 'Reason (optional)' },
  fourEyes: {
    sv: 'Det här steget ska göras av någon annan än den som gjorde det förra.',
    en: 'This step is to be taken by someone other than the one who took the last.',
  },
  done: { sv: '{name}: {state}', en: '{name}: {state}' },
  stale: {
    sv: 'Posten har ändrats medan du läste den. Stäng rutan, läs det nya och försök igen.',
    en: 'The record has changed while you read it. Close this, read what is new and try again.',
  },
} satisfies Record<string, Text>

interface MoveDialogProps {
  readonly register: Register
  readonly record: RecordJson
  readonly name: string
  readonly move: Move
  readonly title: string
  readonly onClose: () => void
}

/** Takes a record one step on: says what will happen, asks for what is missing and for the reason. */
export default function MoveDialog({ register, record, name, move, title, onClose }: MoveDialogProps) {
  const say = useSay()
  const refresh = useRefresh()
  const needed = useRef((move.needs ?? []).filter((field) => isEmpty(record[field]) && register.fields[field]?.kind !== 'derived')).current
  const [values, setValues] = useState<Readonly<Record<string, unknown>>>({})
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [general, setGeneral] = useState<Text | null>(null)
  const [isSending, setSending] = useState(false)
  const key = useRef(newIdempotencyKey())
  const to = register.workflow?.states[move.to]

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
      await api<RecordJson>(`${recordPath(register, record.id)}/moves/${name}`, {
        method: 'POST',
        ifMatch: record.version,
        idempotencyKey: key.current,
        body: { ...(reason.trim() ? { reason: reason.trim() } : {}), ...(needed.length ? { fields: payloadOf(register, values) } : {}) },
      })
      onClose()
      toast(say(fill(words.done, { name: title, state: to ? say(to.label) : '' })))
      void refresh()
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      if (error.status >= 400 && error.status < 500) key.current = newIdempotencyKey()
      const told = error.fields
      setErrors(told)
      const elsewhere = Object.entries(told).filter(([field]) => field !== 'reason' && !needed.includes(field))
      if (error.status === 412) {
        setGeneral(words.stale)
        void refresh()
      } else if (elsewhere.length > 0) {
        const listed = elsewhere.map(([, text]) => text).join(' ')
        setGeneral({ sv: listed, en: listed })
      } else if (Object.keys(told).length === 0) setGeneral({ sv: error.message, en: error.message })
    } finally {
      setSending(false)
    }
  }

  return (
    <Dialog
      isOpen
      stay
      title={say(move.label)}
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" onPress={() => void perform()}>
            {say(isSending ? common.saving : move.label)}
          </Button>
          <Button variant="quiet" onPress={onClose}>
            {say(common.cancel)}
          </Button>
        </>
      }
    >
      {general && <Banner tone="bad" role="alert" title={say(general)} />}
      {move.explain && <p>{say(move.explain)}</p>}
      {to && (
        <p>
          {say(words.becomes)} <StateTag tone={to.tone}>{say(to.label)}</StateTag>
        </p>
      )}
      {takesTwo(move, record) && <p className="v-muted">{say(words.fourEyes)}</p>}
      {needed.length > 0 && <h3>{say(words.needs)}</h3>}
      {needed.map((field) => {
        const facts = register.fields[field]
        return facts ? (
          <FieldInput
            key={field}
            name={field}
            field={{ ...facts, required: true }}
            value={values[field] ?? null}
            onChange={(value) => setValues((all) => ({ ...all, [field]: value }))}
            errors={errors}
          />
        ) : null
      })}
      {move.reason && (
        <TextArea
          label={say(move.reason === 'required' ? words.reason : words.reasonOptional)}
          help={say(words.reasonHelp)}
          lines={3}
          value={reason}
          onChange={setReason}
          error={errors.reason}
          isRequired={move.reason === 'required'}
        />
      )}
    </Dialog>
  )
}
