import { useState } from 'react'
import { fill } from '#kernel/language/text.ts'
import { ApiProblem, api } from '#web/api/client.ts'
import { useAskAgain } from '#web/api/usePolled.ts'
import { Button } from '#web/design/Button.tsx'
import { ProgressBar } from '#web/design/ProgressBar.tsx'
import { TextArea } from '#web/design/TextField.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useKept } from '#web/shell/kept.ts'
import type { Proposal } from './answers.ts'
import { useFlow } from './data.ts'
import { track } from './saving.ts'
import { common } from './words.ts'

const words = {
  open: { sv: 'Lägg undan de {n} hot som återstår', en: 'Put aside the {n} threats that remain' },
  why: { sv: 'Varför är inget av dem aktuellt?', en: 'Why is none of them relevant?' },
  help: {
    sv: 'Skälet skrivs vid vart och ett. Du kan pröva dem igen senare.',
    en: 'The reason is written by each of them. You can judge them again later.',
  },
  now: { sv: 'Lägg undan alla {n}', en: 'Put aside all {n}' },
  needs: { sv: 'Skriv varför inget av dem är aktuellt.', en: 'Write why none of them is relevant.' },
  working: { sv: 'Lägger undan', en: 'Putting aside' },
}

/** Puts aside the threats nobody has found real here, with one reason for them all. */
export function PutAside({ proposals }: { readonly proposals: readonly Proposal[] }) {
  const say = useSay()
  const askAgain = useAskAgain()
  const { id } = useFlow()
  const reason = useKept(`undan:${id}`, '')
  const [isOpen, setOpen] = useState(false)
  const [error, setError] = useState<string | undefined>()
  const [done, setDone] = useState<number | null>(null)
  if (!isOpen)
    return (
      <div>
        <Button variant="quiet" onPress={() => setOpen(true)}>
          {say(fill(words.open, { n: proposals.length }))}
        </Button>
      </div>
    )
  const send = async () => {
    if (done !== null) return
    if (!reason.value.trim()) return setError(say(words.needs))
    setError(undefined)
    setDone(0)
    const all = [...proposals]
    try {
      for (const [index, one] of all.entries()) {
        const body = { classification: id, name: one.name, threat: one.threat, outcome: 'dismissed', reason: reason.value.trim() }
        await track(() => api('/risk-proposals', { method: 'POST', body })).catch((fault: unknown) => {
          // Somebody else has judged it meanwhile.
          if (!(fault instanceof ApiProblem) || fault.status !== 409) throw fault
        })
        setDone((index + 1) / all.length)
      }
      reason.drop()
      setOpen(false)
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault
      setError(Object.values(fault.fields).join(' ') || fault.message)
    } finally {
      setDone(null)
      await askAgain(`/classifications/${id}/analysis`)
    }
  }
  return (
    <div className="k-form">
      <TextArea
        label={say(words.why)}
        help={say(words.help)}
        lines={2}
        isRequired
        autoFocus
        maxLength={2000}
        value={reason.value}
        onChange={reason.write}
        error={error}
      />
      {done !== null ? <ProgressBar label={say(words.working)} value={done} /> : null}
      <div className="k-buttons">
        <Button variant="primary" isPending={done !== null} onPress={() => void send()}>
          {say(fill(words.now, { n: proposals.length }))}
        </Button>
        <Button variant="quiet" onPress={() => setOpen(false)}>
          {say(common.cancel)}
        </Button>
      </div>
    </div>
  )
}
