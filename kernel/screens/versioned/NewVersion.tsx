import { useRef, useState } from 'react'
import { ApiProblem, api, newIdempotencyKey } from '#web/api/client.ts'
import { useToday } from '#web/api/session.ts'
import { Banner } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { Dialog } from '#web/design/Dialog.tsx'
import { TextArea, TextField } from '#web/design/TextField.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useGo } from '#web/shell/address.ts'
import { fill } from '../../language/text.ts'
import type { RecordJson } from '../data/record.ts'
import { useRefresh } from '../data/useRecords.ts'
import type { Versioned } from './versioned.ts'

const words = {
  name: { sv: 'Namn på den nya versionen', en: 'Name of the new version' },
  what: { sv: 'Vad ska bli nytt?', en: 'What is to be new?' },
  make: { sv: 'Gör ett utkast', en: 'Make a draft' },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
} as const

/** Makes a draft of the next version, copied from the one in force. */
export function NewVersion<Content>({
  kind,
  record,
  content,
  onClose,
}: {
  readonly kind: Versioned<Content>
  readonly record: RecordJson
  readonly content: Content
  readonly onClose: () => void
}) {
  const say = useSay()
  const go = useGo()
  const refresh = useRefresh()
  const today = useToday()
  const [name, setName] = useState(() => {
    const suggested = say(fill(kind.words.named, { year: today.slice(0, 4) }))
    return suggested === record.name ? say(fill(kind.words.named, { year: Number(today.slice(0, 4)) + 1 })) : suggested
  })
  const [description, setDescription] = useState('')
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [isSending, setSending] = useState(false)
  const key = useRef(newIdempotencyKey())
  const make = async () => {
    if (isSending || !name.trim()) return
    setSending(true)
    setProblem(null)
    try {
      const made = await api<RecordJson>(kind.path, {
        method: 'POST',
        idempotencyKey: key.current,
        body: {
          name: name.trim(),
          ...(description.trim() ? { description: description.trim() } : {}),
          basedOn: record.id,
          content: kind.copied(content),
        },
      })
      void refresh()
      onClose()
      go(`${kind.path}/${made.id}`)
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      if (error.status >= 400 && error.status < 500) key.current = newIdempotencyKey()
      setProblem(error)
    } finally {
      setSending(false)
    }
  }
  return (
    <Dialog
      isOpen
      stay
      title={say(kind.words.newTitle)}
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" isPending={isSending} onPress={() => void make()}>
            {say(words.make)}
          </Button>
          <Button variant="quiet" onPress={onClose}>
            {say(words.cancel)}
          </Button>
        </>
      }
    >
      {problem && <Banner tone="bad" role="alert" title={[problem.message, ...Object.values(problem.fields)].join(' ')} />}
      <p>{say(fill(kind.words.newLead, { name: String(record.name) }))}</p>
      <TextField label={say(words.name)} isRequired maxLength={160} value={name} onChange={setName} error={problem?.fields.name} />
      <TextArea label={say(words.what)} value={description} onChange={setDescription} error={problem?.fields.description} />
    </Dialog>
  )
}
