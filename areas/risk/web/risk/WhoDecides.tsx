import { useRef, useState } from 'react'
import { dayInWords } from '#kernel/clocks/words.ts'
import type { Register } from '#kernel/definition/register.ts'
import { fill } from '#kernel/language/text.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import type { RecordJson } from '#kernel/screens/data/record.ts'
import { recordPath, useRefresh } from '#kernel/screens/data/useRecords.ts'
import { ApiProblem, api, newIdempotencyKey } from '#web/api/client.ts'
import { useSession } from '#web/api/session.ts'
import { Banner } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { toast } from '#web/design/Toast.tsx'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { escalationInWords, handOverInWords } from '../../escalation.words.ts'
import { responses } from '../../responses.ts'
import { handOverIn, isWaiting, linkIn, numberIn, textIn, useNow } from './data.ts'

const words = {
  title: { sv: 'Vem beslutar, och när?', en: 'Who decides, and when?' },
  notSubmitted: {
    sv: 'Risken är inte lämnad för beslut än. När den lämnas räknar Värna ut vem som har mandat och hur fort det ska gå.',
    en: 'The risk has not been submitted for decision yet. Once it is, Värna works out who holds the mandate and how fast it is to be done.',
  },
  awaits: { sv: 'Väntar på beslut av {name}, senast {day}.', en: 'Awaits a decision by {name}, by {day}.' },
  treated: { sv: 'Beslutet är att behandla risken: {response}.', en: 'The decision is to treat the risk: {response}.' },
  accepted: { sv: 'Risken är accepterad till och med {day}.', en: 'The risk is accepted until {day}.' },
  acceptedOpen: { sv: 'Risken är accepterad.', en: 'The risk is accepted.' },
  conditions: { sv: 'Villkor: {text}', en: 'Conditions: {text}' },
  decided: { sv: 'Beslutad {day} vid riskvärde {value}.', en: 'Decided on {day} at the risk value {value}.' },
  decidedOn: { sv: 'Beslutad {day}.', en: 'Decided on {day}.' },
  closed: { sv: 'Risken är avslutad.', en: 'The risk is closed.' },
  two: {
    sv: 'Beslutet kräver två personer: någon annan än den som lämnade risken för beslut.',
    en: 'The decision takes two people: someone other than the one who submitted the risk for decision.',
  },
  acknowledge: { sv: 'Bekräfta att jag har tagit emot', en: 'Confirm that I have received it' },
  acknowledged: { sv: 'Tack, andra ser att du har tagit del av risken', en: 'Thank you, others see that you have taken note of the risk' },
  yours: { sv: 'Risken har lämnats till dig', en: 'The risk has been handed to you' },
  story: { sv: 'Så har risken gått vidare', en: 'How the risk has been passed on' },
} as const

interface OfRisk {
  readonly register: Register
  readonly record: RecordJson
  readonly escalations: readonly RecordJson[]
}

/** With whom the risk lies, by which rule and by when; or what has been decided. */
export function WhoDecides({ record, escalations }: OfRisk) {
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  const asOf = useAsOf()
  const { person } = useSession()
  const waiting = escalations.filter(isWaiting)
  const lies = waiting.filter(({ purpose }) => purpose === 'decide' || purpose === 'analyse')
  const mine = waiting.filter((one) => one.state === 'open' && linkIn(one.person)?.id === person.id)
  const day = (value: unknown) => {
    const given = textIn(value)
    return given ? dayInWords(given, now.today)[language] : '–'
  }
  const response = textIn(record.response)
  const decided = textIn(record.decidedOn)
  const value = numberIn(record.decidedValue)
  return (
    <section aria-labelledby="r-decides">
      <h2 id="r-decides">{say(words.title)}</h2>
      <div className="r-decides">
        {lies.map((one) => (
          <p key={one.id} className="r-rule">
            {escalationInWords(handOverIn(one), now, language)}
          </p>
        ))}
        {lies.length === 0 && record.state === 'analysed' && (
          <p className="r-rule">{say(fill(words.awaits, { name: linkIn(record.decider)?.label ?? '–', day: day(record.decideBy) }))}</p>
        )}
        {lies.length === 0 && record.state === 'identified' && <p className="v-muted v-measure">{say(words.notSubmitted)}</p>}
        {record.state === 'treated' && (
          <p className="r-rule">
            {say(
              fill(words.treated, {
                response:
                  response && Object.hasOwn(responses, response) ? say(responses[response as keyof typeof responses]).toLowerCase() : '–',
              }),
            )}
          </p>
        )}
        {record.state === 'accepted' && (
          <p className="r-rule">
            {textIn(record.acceptedUntil) ? say(fill(words.accepted, { day: day(record.acceptedUntil) })) : say(words.acceptedOpen)}
          </p>
        )}
        {record.state === 'accepted' && textIn(record.conditions) && (
          <p className="v-lines">{say(fill(words.conditions, { text: textIn(record.conditions) ?? '' }))}</p>
        )}
        {record.state === 'closed' && <p className="r-rule">{say(words.closed)}</p>}
        {decided && record.state !== 'analysed' && record.state !== 'identified' && (
          <p className="v-muted">
            {value === null ? say(fill(words.decidedOn, { day: day(decided) })) : say(fill(words.decided, { day: day(decided), value }))}
          </p>
        )}
        {record.state === 'analysed' && record.takesTwo === true && <p className="v-muted v-measure">{say(words.two)}</p>}
        {asOf === null && mine.map((one) => <Acknowledge key={one.id} escalation={one} />)}
      </div>
    </section>
  )
}

/** For the one who was told: that it has been received. */
function Acknowledge({ escalation }: { readonly escalation: RecordJson }) {
  const say = useSay()
  const refresh = useRefresh()
  const register = useCatalogue().register('escalation')
  const [error, setError] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const key = useRef(newIdempotencyKey())
  const send = async () => {
    setError(null)
    setSending(true)
    try {
      await api(`${recordPath(register, escalation.id)}/moves/acknowledge`, {
        method: 'POST',
        ifMatch: escalation.version,
        idempotencyKey: key.current,
        body: {},
      })
      toast(say(words.acknowledged))
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault
      key.current = newIdempotencyKey()
      setError(fault.message)
    } finally {
      setSending(false)
      void refresh()
    }
  }
  return (
    <Banner
      tone="waiting"
      title={say(words.yours)}
      actions={
        <Button variant="primary" size="small" isPending={isSending} onPress={() => void send()}>
          {say(words.acknowledge)}
        </Button>
      }
    >
      {error && <p className="v-error">{error}</p>}
    </Banner>
  )
}

/** Everybody the risk has passed, the first one first: who, why, and what came of it. */
export function HandOvers({ escalations }: Pick<OfRisk, 'escalations'>) {
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  if (escalations.length === 0) return null
  return (
    <section aria-labelledby="r-story">
      <h2 id="r-story">{say(words.story)}</h2>
      <ol className="r-story">
        {escalations.map((one) => {
          const handOver = handOverIn(one)
          const { deed, why, outcome } = handOverInWords(handOver, now, language)
          return (
            <li key={one.id} data-waiting={isWaiting(one) ? '' : undefined}>
              <time dateTime={handOver.since}>{say(dayInWords(handOver.since, now.today))}</time>
              <p>{deed}</p>
              <p className="v-muted">
                {why} {outcome}
              </p>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
