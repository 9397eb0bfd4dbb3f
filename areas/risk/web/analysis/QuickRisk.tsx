import { useRef, useState } from 'react'
import type { RecordJson } from '#kernel/screens/data/record.ts'
import { ApiProblem, api, newIdempotencyKey } from '#web/api/client.ts'
import { useSession } from '#web/api/session.ts'
import { Banner } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { TextArea, TextField } from '#web/design/TextField.tsx'
import { toast } from '#web/design/Toast.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useKept } from '#web/shell/kept.ts'
import { linkIn, linksOf, useAgain, useRoom } from './data.ts'
import { titleFrom } from './steps.ts'
import { common } from './words.ts'

const words = {
  title: { sv: 'Skriv en risk', en: 'Write a risk' },
  becauseHelp: {
    sv: 'Till exempel ”bristande rutiner” eller ”att bara en person kan systemet”.',
    en: 'For example “poor routines” or “only one person knowing the system”.',
  },
  name: { sv: 'Kort namn (om du vill)', en: 'Short name (optional)' },
  nameHelp: { sv: 'Utan namn heter risken som det som kan hända.', en: 'Without one the risk is called by what may happen.' },
  save: { sv: 'Spara risken och skriv nästa', en: 'Save the risk and write the next' },
  keys: { sv: 'Ctrl + Enter sparar.', en: 'Ctrl + Enter saves.' },
  lacking: { sv: 'Skriv åtminstone vad som kan hända.', en: 'Write at least what may happen.' },
  saved: { sv: '{reference} är sparad', en: '{reference} is saved' },
  from: { sv: 'Utgår från hotet', en: 'From the threat' },
}

export interface Written {
  readonly title: string
  readonly cause: string
  readonly event: string
  readonly effect: string
  readonly threat: { readonly id: string; readonly label: string } | null
}
export const nothingWritten: Written = { title: '', cause: '', event: '', effect: '', threat: null }

export const useQuickRisk = (id: string) => useKept<Written>(`ny-risk:${id}`, nothingWritten)

/** A new risk in three lines, written as fast as people speak. */
export function QuickRisk({ draft }: { readonly draft: ReturnType<typeof useQuickRisk> }) {
  const say = useSay()
  const again = useAgain()
  const { person } = useSession()
  const { id, analysis, workshop } = useRoom()
  const first = useRef<HTMLTextAreaElement>(null)
  const key = useRef(newIdempotencyKey())
  const [problem, setProblem] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const written = draft.value
  const put = (change: Partial<Written>) => draft.write({ ...written, ...change })
  const save = async () => {
    if (isSending) return
    const title = titleFrom(written)
    if (!title) return setProblem(say(words.lacking))
    setProblem(null)
    setSending(true)
    try {
      const risk = await api<RecordJson>('/risks', {
        method: 'POST',
        idempotencyKey: key.current,
        body: {
          title,
          cause: written.cause.trim() || null,
          event: written.event.trim() || null,
          effect: written.effect.trim() || null,
          kind: workshop.kind,
          unit: linkIn(analysis.unit)?.id ?? person.unit?.id,
          analysis: id,
          assets: linksOf(analysis.assets).map((one) => one.id),
          systems: linksOf(analysis.systems).map((one) => one.id),
          threats: written.threat ? [written.threat.id] : [],
          marking: analysis.marking ?? null,
        },
      })
      key.current = newIdempotencyKey()
      draft.drop()
      toast(
        say({
          sv: words.saved.sv.replace('{reference}', risk.reference ?? ''),
          en: words.saved.en.replace('{reference}', risk.reference ?? ''),
        }),
      )
      first.current?.focus()
      await again()
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault
      if (fault.status >= 400 && fault.status < 500) key.current = newIdempotencyKey()
      setProblem(Object.values(fault.fields).join(' ') || fault.message)
    } finally {
      setSending(false)
    }
  }
  return (
    <section className="ra-quick" aria-labelledby="ra-quick">
      <h2 id="ra-quick">{say(words.title)}</h2>
      {problem ? (
        <Banner tone="bad" role="alert" title={say(common.notSaved)}>
          {problem}
        </Banner>
      ) : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys work in the fields inside; the button does the same */}
      <div
        className="ra-form"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          void save()
        }}
      >
        {written.threat ? (
          <p className="v-muted">
            {say(words.from)}: {written.threat.label}
          </p>
        ) : null}
        <TextArea
          ref={first}
          label={say(common.because)}
          help={say(words.becauseHelp)}
          lines={2}
          maxLength={2000}
          value={written.cause}
          onChange={(cause) => put({ cause })}
        />
        <TextArea label={say(common.happens)} lines={2} maxLength={2000} value={written.event} onChange={(event) => put({ event })} />
        <TextArea label={say(common.leads)} lines={2} maxLength={2000} value={written.effect} onChange={(effect) => put({ effect })} />
        <TextField
          label={say(words.name)}
          help={say(words.nameHelp)}
          maxLength={160}
          value={written.title}
          onChange={(title) => put({ title })}
        />
        <div className="ra-buttons">
          <Button variant="primary" isPending={isSending} onPress={() => void save()}>
            {say(words.save)}
          </Button>
          <span className="v-help ra-keys">{say(words.keys)}</span>
        </div>
      </div>
    </section>
  )
}
