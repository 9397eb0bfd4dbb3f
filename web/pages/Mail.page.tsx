import { useGet } from '#web/api/useGet.ts'
import { Banner, Skeleton } from '#web/design/Banner.tsx'
import { Link } from '#web/design/Link.tsx'
import { DescriptionList, Table } from '#web/design/Parts.tsx'
import { formatMoment, formatNumber } from '#web/language/format.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import './pages.css'

/** The answer of `/api/mail`. */
export interface MailAnswer {
  readonly configured: boolean
  readonly waiting: number
  readonly waitingSince: string | null
  readonly held: number
  readonly refused: number
  readonly lastRefusal: string | null
  readonly sentAt: string | null
  readonly failingSince: string | null
  readonly lastError: string | null
  readonly seenAt: string | null
  readonly faults: readonly {
    readonly clock: string
    readonly record: string
    readonly label: string
    /** Null for what is done once a day, whichever the record. */
    readonly href: string | null
    readonly fault: string
    readonly since: string
    readonly attempts: number
  }[]
}

const words = {
  title: { sv: 'E-post och frister', en: 'E-mail and deadlines' },
  lead: {
    sv: 'Aviseringar som inte har kunnat skickas ligger kvar och skickas när det går. Inget går förlorat: allt finns också i Värna hos den som ska veta.',
    en: 'Notices that could not be sent wait and are sent when it is possible. Nothing is lost: all of it is also in Värna, with those who are to know.',
  },
  off: { sv: 'Ingen e-post skickas', en: 'No e-mail is sent' },
  offText: {
    sv: 'Ange e-postservern i inställningen VARNA_MAIL_URL och starta om servern.',
    en: 'Give the mail server in the setting VARNA_MAIL_URL and restart the server.',
  },
  down: { sv: 'E-postservern svarar inte', en: 'The mail server does not answer' },
  downSince: { sv: 'Så har det varit sedan', en: 'This has been so since' },
  tried: {
    sv: 'Värna försöker igen av sig självt, minst en gång i kvarten.',
    en: 'Värna tries again by itself, at least every quarter of an hour.',
  },
  said: { sv: 'Senaste felet:', en: 'The latest fault:' },
  on: { sv: 'E-posten är påslagen', en: 'E-mail is switched on' },
  onText: {
    sv: 'Inget brev har skickats ännu, så det är inte prövat att det går.',
    en: 'No letter has been sent yet, so it has not been tried that it works.',
  },
  up: { sv: 'E-posten fungerar', en: 'E-mail works' },
  waiting: { sv: 'Väntar på att skickas', en: 'Waiting to be sent' },
  since: { sv: 'Den äldsta är från', en: 'The oldest is from' },
  held: { sv: 'Väntar på rätt tid (samlade brev och tysta tider)', en: 'Waiting for their time (gathered letters and quiet times)' },
  sent: { sv: 'Senast skickat', en: 'Last sent' },
  never: { sv: 'Inget ännu', en: 'Nothing yet' },
  refused: { sv: 'Togs inte emot av mottagarens server', en: 'Not taken by the server of the recipient' },
  faults: { sv: 'Frister som inte kunde hanteras', en: 'Deadlines that could not be handled' },
  noFaults: { sv: 'Alla frister hanteras som de ska.', en: 'All deadlines are handled as they should be.' },
  clock: { sv: 'Frist', en: 'Deadline' },
  record: { sv: 'Post', en: 'Record' },
  open: { sv: 'Visa posten', en: 'Show the record' },
  everyDay: { sv: 'Görs en gång om dagen', en: 'Done once a day' },
  fault: { sv: 'Fel', en: 'Fault' },
  attempts: { sv: 'Försök', en: 'Attempts' },
  from: { sv: 'Sedan', en: 'Since' },
}

/** For the administrator: whether e-mail goes out and clocks do what they should, and what waits. */
export default function MailPage() {
  const say = useSay()
  const { data, error, refetch } = useGet<MailAnswer>('/mail', {}, { timeless: true, staleTime: 0 })
  return (
    <div className="p-work">
      <header className="p-head">
        <h1>{say(words.title)}</h1>
        <p className="v-muted v-prose">{say(words.lead)}</p>
      </header>
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
      {data ? <Standing mail={data} /> : error ? null : <Skeleton width="100%" height="12rem" />}
    </div>
  )
}

function Standing({ mail }: { readonly mail: MailAnswer }) {
  const say = useSay()
  const language = useLanguage()
  const moment = (at: string | null) => (at ? formatMoment(at, language) : say(words.never))
  const count = (many: number) => formatNumber(many, language)
  return (
    <>
      <section className="p-mail">
        {mail.configured ? (
          mail.failingSince ? (
            <Banner tone="bad" title={say(words.down)}>
              <p>
                {say(words.downSince)} {moment(mail.failingSince)}. {say(words.tried)} {say(words.said)} <q>{mail.lastError}</q>
              </p>
            </Banner>
          ) : mail.sentAt ? (
            <Banner tone="good" title={say(words.up)} />
          ) : (
            <Banner title={say(words.on)}>
              <p>{say(words.onText)}</p>
            </Banner>
          )
        ) : (
          <Banner title={say(words.off)}>
            <p>{say(words.offText)}</p>
          </Banner>
        )}
        <DescriptionList
          layout="beside"
          items={[
            {
              key: 'waiting',
              name: say(words.waiting),
              value: mail.waitingSince ? `${count(mail.waiting)}. ${say(words.since)} ${moment(mail.waitingSince)}` : count(mail.waiting),
            },
            { key: 'held', name: say(words.held), value: count(mail.held) },
            { key: 'sent', name: say(words.sent), value: moment(mail.sentAt) },
            {
              key: 'refused',
              name: say(words.refused),
              value: mail.lastRefusal ? `${count(mail.refused)}. ${mail.lastRefusal}` : count(mail.refused),
            },
          ]}
        />
      </section>
      <section>
        <h2>{say(words.faults)}</h2>
        {mail.faults.length ? (
          <Table caption={say(words.faults)} captionHidden>
            <thead>
              <tr>
                {[words.clock, words.record, words.fault].map((word) => (
                  <th key={word.sv} scope="col">
                    {say(word)}
                  </th>
                ))}
                <th scope="col" data-align="right">
                  {say(words.attempts)}
                </th>
                <th scope="col">{say(words.from)}</th>
              </tr>
            </thead>
            <tbody>
              {mail.faults.map((one) => (
                <tr key={`${one.clock} ${one.record}`}>
                  <td>{one.label}</td>
                  <td>{one.href ? <Link href={one.href}>{say(words.open)}</Link> : say(words.everyDay)}</td>
                  <td>{one.fault}</td>
                  <td data-align="right">{count(one.attempts)}</td>
                  <td>{formatMoment(one.since, language, 'table')}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        ) : (
          <p>{say(words.noFaults)}</p>
        )}
      </section>
    </>
  )
}
