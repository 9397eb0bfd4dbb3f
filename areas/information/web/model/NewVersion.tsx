import { useRef, useState } from 'react'
import { fill } from '#kernel/language/text.ts'
import type { RecordJson } from '#kernel/screens/data/record.ts'
import { useRefresh } from '#kernel/screens/data/useRecords.ts'
import { ApiProblem, api, newIdempotencyKey } from '#web/api/client.ts'
import { useToday } from '#web/api/session.ts'
import { Banner } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { Dialog } from '#web/design/Dialog.tsx'
import { TextArea, TextField } from '#web/design/TextField.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useGo } from '#web/shell/address.ts'
import type { ModelContent } from '../../classification-model.content.ts'

const words = {
  title: { sv: 'Ny version av modellen', en: 'New version of the model' },
  lead: {
    sv: 'Du får ett utkast som är en kopia av {name}. Den gällande modellen ändras inte förrän du eller någon annan beslutar om den nya, och då har ni sett följderna.',
    en: 'You get a draft that is a copy of {name}. The model in force does not change until you or someone else decides on the new one, and then you will have seen what follows.',
  },
  name: { sv: 'Namn på den nya versionen', en: 'Name of the new version' },
  named: { sv: 'Klassningsmodell {year}', en: 'Classification model {year}' },
  what: { sv: 'Vad ska bli nytt?', en: 'What is to be new?' },
  make: { sv: 'Gör ett utkast', en: 'Make a draft' },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
} as const

/** Makes a draft of the next version, copied from the model in force. */
export function NewVersion({
  record,
  content,
  onClose,
}: {
  readonly record: RecordJson
  readonly content: ModelContent
  readonly onClose: () => void
}) {
  const say = useSay()
  const go = useGo()
  const refresh = useRefresh()
  const today = useToday()
  const [name, setName] = useState(() => {
    const suggested = say(fill(words.named, { year: today.slice(0, 4) }))
    return suggested === record.name ? say(fill(words.named, { year: Number(today.slice(0, 4)) + 1 })) : suggested
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
      const made = await api<RecordJson>('/classification-models', {
        method: 'POST',
        idempotencyKey: key.current,
        body: {
          name: name.trim(),
          ...(description.trim() ? { description: description.trim() } : {}),
          basedOn: record.id,
          content: { ...content, mapping: content.levels.map(({ level }) => ({ from: level, to: level })) },
        },
      })
      void refresh()
      onClose()
      go(`/classification-models/${made.id}`)
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
      title={say(words.title)}
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
      <p>{say(fill(words.lead, { name: String(record.name) }))}</p>
      <TextField label={say(words.name)} isRequired maxLength={160} value={name} onChange={setName} error={problem?.fields.name} />
      <TextArea label={say(words.what)} value={description} onChange={setDescription} error={problem?.fields.description} />
    </Dialog>
  )
}
