import { useState } from 'react'
import type { Register } from '#kernel/definition/register.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import type { RecordJson } from '#kernel/screens/data/record.ts'
import { recordPath, useRecord } from '#kernel/screens/data/useRecords.ts'
import { PartForm } from '#kernel/screens/form/PartForm.tsx'
import { RecordForm } from '#kernel/screens/form/RecordForm.tsx'
import { InThePast } from '#kernel/screens/record/InThePast.tsx'
import { oneOf } from '#kernel/screens/words.ts'
import '#kernel/screens/screens.css'
import { useSession } from '#web/api/session.ts'
import { Skeleton } from '#web/design/Banner.tsx'
import { Button, LinkButton } from '#web/design/Button.tsx'
import { Link } from '#web/design/Link.tsx'
import { Breadcrumb } from '#web/design/Parts.tsx'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { useSearch } from '#web/shell/address.ts'
import { useAsOf, useSetAsOf } from '#web/shell/asOf.tsx'
import { escalationInWords } from '../escalation.words.ts'
import { handOverIn, isWaiting, linkIn, useNow, useOfRisk } from './risk/data.ts'

const words = {
  title: { sv: 'Berätta om en risk', en: 'Tell of a risk' },
  lead: {
    sv: 'Något som kan gå fel med information eller system, fast inget har hänt än. Skriv som du skulle säga det. En rad räcker.',
    en: 'Something that may go wrong with information or systems, though nothing has happened yet. Write as you would say it. One line is enough.',
  },
  happened: { sv: 'Har det redan hänt? Rapportera en händelse i stället.', en: 'Has it already happened? Report an event instead.' },
  seen: { sv: 'Vad har du sett?', en: 'What have you seen?' },
  seenHelp: { sv: 'Till exempel: Nycklar till arkivet ligger framme.', en: 'For example: Keys to the archive lie about.' },
  may: { sv: 'Vad kan hända? (om du vet)', en: 'What may happen? (if you know)' },
  where: { sv: 'Var?', en: 'Where?' },
  send: { sv: 'Skicka', en: 'Send' },
  who: {
    sv: 'Det går till närmaste chef för enheten, som bedömer risken. Du ser på riskens sida vad som händer.',
    en: 'It goes to the nearest manager of the unit, who judges the risk. You see on the page of the risk what becomes of it.',
  },
  full: { sv: 'Fyll i hela riskformuläret', en: 'Fill in the whole form of a risk' },
  short: { sv: 'Tillbaka till det korta formuläret', en: 'Back to the short form' },
  add: { sv: 'Lägg till', en: 'Add' },
  thanks: { sv: 'Tack, det är framme', en: 'Thank you, it has arrived' },
  number: { sv: 'Risken har nummer {reference}.', en: 'The number of the risk is {reference}.' },
  with: { sv: 'Den ligger hos {name}.', en: 'It lies with {name}.' },
  next: {
    sv: 'Sedan beslutar den som har mandat vad som ska göras. Du kan följa det på riskens sida.',
    en: 'Then whoever holds the mandate decides what is to be done. You can follow it on the page of the risk.',
  },
  show: { sv: 'Visa risken', en: 'Show the risk' },
  more: { sv: 'Berätta om en risk till', en: 'Tell of another risk' },
} as const

/** Where anyone tells what may go wrong, in a minute; those whose work it is have the whole form one press away. */
export default function RemarkPage({ register }: { register: Register }) {
  const say = useSay()
  const asOf = useAsOf()
  const setAsOf = useSetAsOf()
  const { person, roles } = useSession()
  const [search, setSearch] = useSearch()
  const [sent, setSent] = useState<RecordJson | null>(null)
  const crumbs = <Breadcrumb steps={[{ href: '/risks', label: say(register.label.many) }]} />
  if (asOf)
    return (
      <article className="v-page v-page-narrow">
        <h1>{say(words.title)}</h1>
        <InThePast onToday={() => setAsOf(null)} />
      </article>
    )
  const mayFill = roles.some((role) => role !== 'employee')
  if (mayFill && search.form === 'hela')
    return (
      <article className="v-page v-page-narrow">
        <header className="v-page-head">
          {crumbs}
          <h1>
            {say(words.add)} {say(oneOf(register))}
          </h1>
          <p className="v-muted v-measure">{say(register.purpose)}</p>
          <p>
            <Link href="/risks/new">{say(words.short)}</Link>
          </p>
        </header>
        <RecordForm register={register} />
      </article>
    )
  if (sent) return <Thanks register={register} sent={sent} onMore={() => setSent(null)} />
  return (
    <article className="v-page v-page-narrow">
      <header className="v-page-head">
        {mayFill && crumbs}
        <h1>{say(words.title)}</h1>
        <p className="v-muted v-measure">{say(words.lead)}</p>
        <p>
          <Link href="/incidents/new">{say(words.happened)}</Link>
        </p>
      </header>
      <PartForm
        register={register}
        keptAs="risk-remark"
        initial={{ title: null, event: null, unit: person.unit }}
        fixed={{ kind: 'remark' }}
        asks={[
          { name: 'title', label: words.seen, help: words.seenHelp },
          { name: 'event', label: words.may },
          { name: 'unit', label: words.where },
        ]}
        submit={say(words.send)}
        onDone={setSent}
      />
      <p className="v-help v-measure">{say(words.who)}</p>
      {mayFill && (
        <div>
          <Button variant="quiet" onPress={() => setSearch({ ...search, form: 'hela' })}>
            {say(words.full)}
          </Button>
        </div>
      )}
    </article>
  )
}

/** Who has been given the remark, within what time, and what happens next. */
function Thanks({ register, sent, onMore }: { register: Register; sent: RecordJson; onMore: () => void }) {
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  const risk = useRecord(useCatalogue().register('risk'), sent.id).data
  const found = useOfRisk('/escalations', sent.id)
  const lies = (found.data?.items ?? []).filter((one) => isWaiting(one) && one.purpose === 'analyse')
  const handler = linkIn(risk?.handler)?.label
  return (
    <article className="v-page v-page-narrow">
      <h1 tabIndex={-1} ref={(heading) => heading?.focus()}>
        {say(words.thanks)}
      </h1>
      <p>{say(words.number).replace('{reference}', sent.reference ?? '')}</p>
      {!found.data && !found.error ? <Skeleton width="20rem" /> : null}
      {lies.map((one) => (
        <p key={one.id} className="v-measure">
          {escalationInWords(handOverIn(one), now, language)}
        </p>
      ))}
      {found.data && lies.length === 0 && handler && <p>{say(words.with).replace('{name}', handler)}</p>}
      <p className="v-measure">{say(words.next)}</p>
      <div className="v-form-foot">
        <LinkButton variant="primary" href={recordPath(register, sent.id)}>
          {say(words.show)}
        </LinkButton>
        <Button onPress={onMore}>{say(words.more)}</Button>
      </div>
    </article>
  )
}
