import { useRef, useState } from 'react'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import type { RecordPage } from '#kernel/screens/data/record.ts'
import { StateValue } from '#kernel/screens/fields/Value.tsx'
import { InThePast } from '#kernel/screens/record/InThePast.tsx'
import '#kernel/screens/screens.css'
import { useMay } from '#web/api/session.ts'
import { useGet } from '#web/api/useGet.ts'
import { Banner } from '#web/design/Banner.tsx'
import { Button, LinkButton } from '#web/design/Button.tsx'
import { RadioGroup } from '#web/design/Checkbox.tsx'
import { Link } from '#web/design/Link.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useAsOf, useSetAsOf } from '#web/shell/asOf.tsx'
import { linkIn } from './data.ts'
import './flow.css'
import { Begin } from './Begin.tsx'
import { flowPath } from './progress.ts'

const words = {
  title: { sv: 'Klassa information', en: 'Classify information' },
  lead: {
    sv: 'I fem steg kommer du fram till hur skyddsvärd informationen är, vad som brister och vad ni ska göra åt det. Räkna med en halvtimme. Allt sparas medan du arbetar, och du kan fortsätta en annan dag.',
    en: 'In five steps you find out how much protection the information needs, what is lacking and what you shall do about it. Allow half an hour. All is saved as you work, and you can go on another day.',
  },
  going: { sv: 'Fortsätt där du var', en: 'Go on where you were' },
  first: { sv: 'Först en fråga', en: 'First a question' },
  question: { sv: 'Kan informationen vara säkerhetsskyddsklassificerad?', en: 'May the information be security-classified?' },
  questionHelp: {
    sv: 'Det är den om den rör Sveriges säkerhet, eller ett skydd som Sverige har åtagit sig internationellt, och omfattas av sekretess (1 kap. 2 § säkerhetsskyddslagen, 2018:585, och offentlighets- och sekretesslagen).',
    en: 'It is if it concerns the security of Sweden, or a protection Sweden has undertaken internationally, and is covered by secrecy (chapter 1, section 2 of the Protective Security Act, 2018:585, and the Public Access to Information and Secrecy Act).',
  },
  yes: { sv: 'Ja, eller jag är osäker', en: 'Yes, or I am unsure' },
  no: { sv: 'Nej', en: 'No' },
  next: { sv: 'Gå vidare', en: 'Go on' },
  choose: { sv: 'Välj ett av svaren.', en: 'Choose one of the answers.' },
  stop: { sv: 'Stanna här', en: 'Stop here' },
  stopText: {
    sv: 'Sådan information får inte beskrivas i Värna. Skriv ingenting om den här, varken vad den innehåller eller var den finns. Ditt svar har inte sparats.',
    en: 'Such information must not be described in Värna. Write nothing about it here, neither what it contains nor where it is. Your answer has not been saved.',
  },
  contact: { sv: 'Ta kontakt med säkerhetschefen, helst i ett möte:', en: 'Contact the head of security, preferably in person:' },
  nobody: {
    sv: 'Ingen har uppdraget som säkerhetschef i Värna just nu. Vänd dig till din chef.',
    en: 'Nobody is assigned as head of security in Värna at the moment. Turn to your manager.',
  },
  why: {
    sv: 'Säkerhetsskyddslagen ställer egna krav på hur sådan information klassas, hanteras och förvaras (säkerhetsskyddsklasserna begränsat hemlig till kvalificerat hemlig). Säkerhetschefen avgör om den hör dit. Gör den inte det kommer du tillbaka hit.',
    en: 'The Protective Security Act has requirements of its own on how such information is classified, handled and kept. The head of security decides whether it belongs there. If it does not, you come back here.',
  },
  back: { sv: 'Tillbaka till frågan', en: 'Back to the question' },
  away: { sv: 'Till startsidan', en: 'To the start page' },
  forbidden: { sv: 'Du får inte börja en klassning', en: 'You may not begin a classification' },
  forbiddenText: {
    sv: 'Det gör informationsägaren. Be den som äger informationen att börja och bjuda in dig.',
    en: 'The information owner does. Ask whoever owns the information to begin and to invite you.',
  },
}

/** Where a classification begins: the question of protective security first, then what and why. */
export default function StartPage() {
  const say = useSay()
  const asOf = useAsOf()
  const setAsOf = useSetAsOf()
  const may = useMay('classifications')
  const [answer, setAnswer] = useState<string | null>(null)
  const [stage, setStage] = useState<'ask' | 'stop' | 'begin'>('ask')
  const [error, setError] = useState<string | undefined>()
  if (asOf)
    return (
      <article className="v-page v-page-narrow">
        <h1>{say(words.title)}</h1>
        <InThePast onToday={() => setAsOf(null)} />
      </article>
    )
  if (stage === 'begin') return <Begin onBack={() => setStage('ask')} />
  if (stage === 'stop') return <Stop onBack={() => setStage('ask')} />
  const go = () => {
    if (answer === null) return setError(say(words.choose))
    setError(undefined)
    setStage(answer === 'no' ? 'begin' : 'stop')
  }
  return (
    <article className="v-page v-page-narrow k-start">
      <header className="v-page-head">
        <h1>{say(words.title)}</h1>
        <p className="v-measure k-lead">{say(words.lead)}</p>
      </header>
      <GoOn />
      {may.create ? (
        <form
          className="k-form k-first"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            go()
          }}
        >
          <h2>{say(words.first)}</h2>
          <RadioGroup
            label={say(words.question)}
            help={say(words.questionHelp)}
            options={[
              { id: 'yes', label: say(words.yes) },
              { id: 'no', label: say(words.no) },
            ]}
            value={answer}
            onChange={(next) => {
              setAnswer(next)
              setError(undefined)
            }}
            error={error}
          />
          <div className="k-buttons">
            <Button type="submit" variant="primary">
              {say(words.next)}
            </Button>
          </div>
        </form>
      ) : (
        <Banner title={say(words.forbidden)}>
          <p>{say(words.forbiddenText)}</p>
        </Banner>
      )}
    </article>
  )
}

/** What the person has begun or been invited to. */
function GoOn() {
  const say = useSay()
  const register = useCatalogue().register('classification')
  const params = { state: 'planned,underway,proposed', sort: '-createdAt', limit: 20 }
  const own = useGet<RecordPage>('/classifications', { ...params, owner: 'me' })
  const invited = useGet<RecordPage>('/classifications', { ...params, participants: 'me' })
  const found = [...new Map([...(own.data?.items ?? []), ...(invited.data?.items ?? [])].map((one) => [one.id, one])).values()]
  if (found.length === 0) return null
  return (
    <section className="k-part" aria-labelledby="k-going">
      <h2 id="k-going">{say(words.going)}</h2>
      <ul className="k-rows">
        {found.map((one) => (
          <li key={one.id}>
            <span className="k-row-name">
              <Link href={flowPath(one.id, one.state === 'proposed' ? 'decision' : 'valuation')}>
                <span className="v-reference">{one.reference}</span>
                {String(one.name ?? linkIn(one.asset)?.label ?? '')}
              </Link>
            </span>
            <span className="k-row-facts">
              <StateValue register={register} state={one.state} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Nothing is stored; this is whom to turn to. */
function Stop({ onBack }: { readonly onBack: () => void }) {
  const say = useSay()
  const found = useGet<RecordPage>('/assignments', { role: 'head-of-security', limit: 10 }, { timeless: true })
  const focused = useRef(false)
  const people = (found.data?.items ?? []).flatMap((one) => {
    const person = linkIn(one.person)
    const until = typeof one.validTo === 'string' ? one.validTo : null
    return person && (until === null || until >= new Date().toISOString().slice(0, 10)) ? [person] : []
  })
  const unique = [...new Map(people.map((one) => [one.id, one])).values()]
  return (
    <article className="v-page v-page-narrow k-start">
      <h1
        tabIndex={-1}
        ref={(heading) => {
          if (heading && !focused.current) {
            focused.current = true
            heading.focus()
          }
        }}
      >
        {say(words.stop)}
      </h1>
      <Banner tone="waiting">
        <p>{say(words.stopText)}</p>
      </Banner>
      {unique.length > 0 ? (
        <div>
          <p>{say(words.contact)}</p>
          <ul>
            {unique.map((one) => (
              <li key={one.id}>
                <Link href={`/persons/${one.id}`}>{one.label}</Link>
              </li>
            ))}
          </ul>
        </div>
      ) : found.data ? (
        <p>{say(words.nobody)}</p>
      ) : null}
      <p className="v-measure">{say(words.why)}</p>
      <div className="k-buttons">
        <LinkButton href="/">{say(words.away)}</LinkButton>
        <Button variant="quiet" onPress={onBack}>
          {say(words.back)}
        </Button>
      </div>
    </article>
  )
}
