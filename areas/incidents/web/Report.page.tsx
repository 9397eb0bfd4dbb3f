import { type FormEvent, useRef, useState } from 'react'
import type { Register } from '#kernel/definition/register.ts'
import { problemText } from '#kernel/fields/problems.ts'
import type { Text } from '#kernel/language/text.ts'
import type { RecordJson } from '#kernel/screens/data/record.ts'
import { recordPath, useRefresh } from '#kernel/screens/data/useRecords.ts'
import { FieldInput } from '#kernel/screens/fields/FieldInput.tsx'
import { dropDraft, keepDraft, readDraft } from '#kernel/screens/form/draft.ts'
import { ErrorSummary } from '#kernel/screens/form/ErrorSummary.tsx'
import { type FormValues, payloadOf, problemsIn } from '#kernel/screens/form/payload.ts'
import { InThePast } from '#kernel/screens/record/InThePast.tsx'
import '#kernel/screens/screens.css'
import { ApiProblem, api, newIdempotencyKey } from '#web/api/client.ts'
import { useMay, useSession } from '#web/api/session.ts'
import { Banner } from '#web/design/Banner.tsx'
import { Button, LinkButton } from '#web/design/Button.tsx'
import { RadioGroup } from '#web/design/Checkbox.tsx'
import { Link } from '#web/design/Link.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useAsOf, useSetAsOf } from '#web/shell/asOf.tsx'

const words = {
  title: { sv: 'Rapportera en händelse', en: 'Report an event' },
  lead: {
    sv: 'Berätta vad du har sett, även om du är osäker eller om det gick bra. En rad räcker. Varje rapport läses av en människa och får ett beslut.',
    en: 'Tell what you have seen, also if you are unsure or if it ended well. One line is enough. Every report is read by a person and gets a decision.',
  },
  risk: { sv: 'Har inget hänt än, men kan det hända? Berätta om en risk.', en: 'Has nothing happened yet, but might it? Tell of a risk.' },
  when: { sv: 'När upptäckte du det?', en: 'When did you discover it?' },
  now: { sv: 'Nyss', en: 'Just now' },
  earlier: { sv: 'Tidigare', en: 'Earlier' },
  send: { sv: 'Skicka rapporten', en: 'Send the report' },
  who: {
    sv: 'Rapporten går till dem som granskar händelser. Din chef och de kan läsa den.',
    en: 'The report goes to those who review events. They and your manager can read it.',
  },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
  kept: { sv: 'Det du skrev tidigare finns kvar.', en: 'What you wrote before is still here.' },
  thanks: { sv: 'Tack, rapporten är framme', en: 'Thank you, the report has arrived' },
  next: {
    sv: 'Den har nummer {reference} och väntar på granskning. Du kan läsa vad som beslutas på rapportens sida.',
    en: 'Its number is {reference} and it awaits review. You can read what is decided on the page of the report.',
  },
  show: { sv: 'Visa rapporten', en: 'Show the report' },
  more: { sv: 'Rapportera något mer', en: 'Report something more' },
} satisfies Record<string, Text>

/** What is asked of the one who reports; those who review fill in the rest. */
const asked = ['title', 'description', 'nearMiss', 'unit', 'files'] as const
const draftName = 'incident-report'

/** Where anyone tells what has happened, in a minute: as few questions as a report can do with. */
export default function ReportPage({ register }: { register: Register }) {
  const say = useSay()
  const asOf = useAsOf()
  const setAsOf = useSetAsOf()
  const [sent, setSent] = useState<RecordJson | null>(null)
  const mayTell = useMay('risks').create
  if (asOf)
    return (
      <article className="v-page v-page-narrow">
        <h1>{say(words.title)}</h1>
        <InThePast onToday={() => setAsOf(null)} />
      </article>
    )
  if (sent)
    return (
      <article className="v-page v-page-narrow">
        <h1 tabIndex={-1} ref={(heading) => heading?.focus()}>
          {say(words.thanks)}
        </h1>
        <p className="v-measure">{say(words.next).replace('{reference}', sent.reference ?? '')}</p>
        <div className="v-form-foot">
          <LinkButton variant="primary" href={recordPath(register, sent.id)}>
            {say(words.show)}
          </LinkButton>
          <Button onPress={() => setSent(null)}>{say(words.more)}</Button>
        </div>
      </article>
    )
  return (
    <article className="v-page v-page-narrow">
      <header className="v-page-head">
        <h1>{say(words.title)}</h1>
        <p className="v-muted v-measure">{say(words.lead)}</p>
        {mayTell && (
          <p>
            <Link href="/risks/new">{say(words.risk)}</Link>
          </p>
        )}
      </header>
      <ReportForm register={register} onSent={setSent} />
    </article>
  )
}

function ReportForm({ register, onSent }: { register: Register; onSent: (record: RecordJson) => void }) {
  const say = useSay()
  const refresh = useRefresh()
  const { person } = useSession()
  const [draft] = useState(() => readDraft(draftName, null))
  const [values, setValues] = useState<FormValues>(() => ({ unit: person.unit, files: [], ...draft?.values }))
  const [when, setWhen] = useState<'now' | 'earlier'>(draft?.values.discoveredAt ? 'earlier' : 'now')
  const [told, setTold] = useState<Readonly<Record<string, string>>>({})
  const [general, setGeneral] = useState<string | undefined>()
  const [attempt, setAttempt] = useState(0)
  const [isSending, setSending] = useState(false)
  const key = useRef(newIdempotencyKey())

  const payload = () => ({
    ...payloadOf(register, values),
    discoveredAt: when === 'now' ? new Date().toISOString() : (values.discoveredAt ?? null),
    reporter: person.id,
  })
  const faults = () =>
    Object.fromEntries(
      Object.entries(problemsIn(register, payload(), 'create')).map(([name, code]) => [
        name,
        say(problemText(code, register.fields[name])),
      ]),
    )
  const errors: Record<string, string> = { ...told, ...(attempt > 0 ? faults() : {}) }
  const listed = Object.entries(errors).map(([name, text]) => ({ name, text }))

  const write = (name: string, value: unknown) => {
    const next = { ...values, [name]: value }
    setValues((present) => ({ ...present, [name]: value }))
    setTold((present) => Object.fromEntries(Object.entries(present).filter(([at]) => at !== name)))
    keepDraft(draftName, null, { version: null, at: new Date().toISOString(), values: next })
  }

  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (isSending) return
    setGeneral(undefined)
    setTold({})
    if (Object.keys(faults()).length > 0) {
      setAttempt((count) => count + 1)
      return
    }
    setSending(true)
    try {
      const body = Object.fromEntries(Object.entries(payload()).filter(([, value]) => value !== null))
      const record = await api<RecordJson>('/incidents', { method: 'POST', body, idempotencyKey: key.current })
      dropDraft(draftName, null)
      void refresh()
      onSent(record)
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      if (error.status >= 400 && error.status < 500) key.current = newIdempotencyKey()
      setTold(error.fields)
      setGeneral(Object.keys(error.fields).length ? undefined : error.message)
      setAttempt((count) => count + 1)
    } finally {
      setSending(false)
    }
  }

  const input = (name: string) => {
    const field = register.fields[name]
    return field ? (
      <FieldInput key={name} name={name} field={field} value={values[name]} onChange={(value) => write(name, value)} errors={errors} />
    ) : null
  }
  const [title, description, ...rest] = asked
  return (
    <form className="v-form" noValidate onSubmit={send} aria-busy={isSending}>
      {draft && <Banner tone="info" role="status" title={say(words.kept)} />}
      {attempt > 0 && (listed.length > 0 || general) && <ErrorSummary problems={listed} general={general} attempt={attempt} />}
      <div className="v-form-section">
        {input(title)}
        {input(description)}
        <RadioGroup
          row
          label={say(words.when)}
          value={when}
          onChange={(next) => setWhen(next === 'earlier' ? 'earlier' : 'now')}
          options={[
            { id: 'now', label: say(words.now) },
            { id: 'earlier', label: say(words.earlier) },
          ]}
        />
        {when === 'earlier' && input('discoveredAt')}
        {rest.map(input)}
      </div>
      <div className="v-form-foot">
        <Button type="submit" variant="primary" isPending={isSending}>
          {say(words.send)}
        </Button>
        <LinkButton variant="quiet" href="/">
          {say(words.cancel)}
        </LinkButton>
        <span className="v-help">{say(words.who)}</span>
      </div>
    </form>
  )
}
