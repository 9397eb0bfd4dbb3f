import { useRef, useState } from 'react'
import { addMonths } from '#kernel/clocks/clock.ts'
import { fill } from '#kernel/language/text.ts'
import type { RecordJson, RecordPage } from '#kernel/screens/data/record.ts'
import { useRefresh } from '#kernel/screens/data/useRecords.ts'
import { ApiProblem, api, newIdempotencyKey } from '#web/api/client.ts'
import { useToday } from '#web/api/session.ts'
import { useGet } from '#web/api/useGet.ts'
import { Banner } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { DateField } from '#web/design/DateField.tsx'
import { Dialog } from '#web/design/Dialog.tsx'
import { Link } from '#web/design/Link.tsx'
import { TextArea, TextField } from '#web/design/TextField.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { useGo } from '#web/shell/address.ts'

const words = {
  title: { sv: 'Starta omvärdering', en: 'Start re-valuation' },
  offer: { sv: 'Modellen gäller', en: 'The model is in force' },
  offerText: {
    sv: '{n} klassningar är gjorda med en tidigare modell. De gäller tills de har värderats om. Starta en omvärdering så får varje informationsägare sina klassningar, med ett datum.',
    en: '{n} classifications were made by an earlier model. They hold until they have been valued again. Start a re-valuation and every information owner gets his or her classifications, with a date.',
  },
  ongoing: { sv: 'Omvärdering pågår:', en: 'Re-valuation under way:' },
  lead: {
    sv: 'Varje informationsmängd som är klassad med en tidigare modell får en planerad klassning hos sin ägare. Ägarna ser den bland sina uppgifter.',
    en: 'Every information asset classified by an earlier model gets a planned classification with its owner. The owners see it among their tasks.',
  },
  name: { sv: 'Namn', en: 'Name' },
  named: { sv: 'Omvärdering enligt {model}', en: 'Re-valuation by {model}' },
  due: { sv: 'Ska vara klar senast', en: 'Due' },
  message: { sv: 'Till informationsägarna', en: 'To the information owners' },
  start: { sv: 'Starta omvärderingen', en: 'Start the re-valuation' },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
  missing: { sv: 'Ange ett datum framåt i tiden.', en: 'Give a day ahead.' },
} as const

/** On the page of the model in force: what was classified by an older one, the campaign under way, or the offer to start one. */
export function CampaignOffer({ record, mayStart }: { readonly record: RecordJson; readonly mayStart: boolean }) {
  const say = useSay()
  const format = useFormat()
  const [isStarting, setStarting] = useState(false)
  const older = useGet<RecordPage>('/classifications', { state: 'decided', model: `not:${record.id}`, limit: 1, count: true })
  const campaigns = useGet<RecordPage>('/revaluations', { model: record.id, state: 'ongoing', limit: 5 })
  const count = older.data?.total ?? 0
  const ongoing = campaigns.data?.items ?? []
  if (!older.data || !campaigns.data || (count === 0 && ongoing.length === 0)) return null
  return (
    <Banner
      tone="info"
      title={say(words.offer)}
      actions={
        mayStart && ongoing.length === 0 && count > 0 ? (
          <Button variant="primary" onPress={() => setStarting(true)}>
            {say(words.title)}
          </Button>
        ) : undefined
      }
    >
      {count > 0 && (
        <p className="v-measure">
          {ongoing.length === 0 || !mayStart ? (
            say(fill(words.offerText, { n: format.number(count) }))
          ) : (
            <Link href={`/classifications?state=decided&model=not:${record.id}`}>
              {say(
                count === 1
                  ? {
                      sv: 'En klassning är ännu gjord med en tidigare modell.',
                      en: 'One classification is still made by an earlier model.',
                    }
                  : fill(
                      {
                        sv: '{n} klassningar är ännu gjorda med en tidigare modell.',
                        en: '{n} classifications are still made by an earlier model.',
                      },
                      { n: format.number(count) },
                    ),
              )}
            </Link>
          )}
        </p>
      )}
      {ongoing.map((one) => (
        <p key={one.id}>
          {say(words.ongoing)} <Link href={`/revaluations/${one.id}`}>{String(one.name)}</Link>
        </p>
      ))}
      {isStarting && <StartDialog model={record} onClose={() => setStarting(false)} />}
    </Banner>
  )
}

function StartDialog({ model, onClose }: { readonly model: RecordJson; readonly onClose: () => void }) {
  const say = useSay()
  const go = useGo()
  const refresh = useRefresh()
  const today = useToday()
  const [name, setName] = useState(() => say(fill(words.named, { model: String(model.name) })))
  const [dueBy, setDueBy] = useState<string | null>(() => addMonths(today, 6))
  const [message, setMessage] = useState('')
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [hasTried, setTried] = useState(false)
  const [isSending, setSending] = useState(false)
  const key = useRef(newIdempotencyKey())
  const dayMissing = dueBy === null || dueBy <= today
  const start = async () => {
    setTried(true)
    if (isSending || dayMissing || !name.trim()) return
    setSending(true)
    setProblem(null)
    try {
      const made = await api<RecordJson>('/revaluations', {
        method: 'POST',
        idempotencyKey: key.current,
        body: { name: name.trim(), model: model.id, dueBy, ...(message.trim() ? { message: message.trim() } : {}) },
      })
      void refresh()
      onClose()
      go(`/revaluations/${made.id}`)
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
          <Button variant="primary" isPending={isSending} onPress={() => void start()}>
            {say(words.start)}
          </Button>
          <Button variant="quiet" onPress={onClose}>
            {say(words.cancel)}
          </Button>
        </>
      }
    >
      {problem && <Banner tone="bad" role="alert" title={[problem.message, ...Object.values(problem.fields)].join(' ')} />}
      <p>{say(words.lead)}</p>
      <TextField label={say(words.name)} isRequired maxLength={160} value={name} onChange={setName} error={problem?.fields.name} />
      <DateField
        label={say(words.due)}
        isRequired
        value={dueBy}
        onChange={setDueBy}
        error={problem?.fields.dueBy ?? (hasTried && dayMissing ? say(words.missing) : undefined)}
      />
      <TextArea label={say(words.message)} value={message} onChange={setMessage} />
    </Dialog>
  )
}
