import { fill, type Text } from '#kernel/language/text.ts'
import { useGet } from '#web/api/useGet.ts'
import { Link } from '#web/design/Link.tsx'
import { formatMoment, formatNumber } from '#web/language/format.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import type { MailAnswer } from './Mail.page.tsx'

const words = {
  title: { sv: 'Att sköta', en: 'To look after' },
  off: { sv: 'Ingen e-post skickas: e-postservern är inte angiven.', en: 'No e-mail is sent: the mail server has not been given.' },
  down: { sv: 'E-postservern har inte svarat sedan {at}.', en: 'The mail server has not answered since {at}.' },
  up: { sv: 'E-posten fungerar.', en: 'E-mail works.' },
  untried: { sv: 'E-posten är påslagen men inget brev har skickats ännu.', en: 'E-mail is switched on but no letter has been sent yet.' },
  refused: { sv: '{n} brev togs inte emot av mottagarens server.', en: 'Letters not taken by the server of the recipient: {n}.' },
  fault: { sv: 'En frist kunde inte hanteras.', en: 'One deadline could not be handled.' },
  faults: { sv: '{n} frister kunde inte hanteras.', en: '{n} deadlines could not be handled.' },
  noFaults: { sv: 'Alla frister hanteras som de ska.', en: 'All deadlines are handled as they should be.' },
  fresh: { sv: '{n} personer har börjat den senaste månaden.', en: '{n} persons have begun in the last month.' },
  freshOne: { sv: 'En person har börjat den senaste månaden.', en: 'One person has begun in the last month.' },
  freshNone: { sv: 'Ingen har börjat den senaste månaden.', en: 'Nobody has begun in the last month.' },
  ending: { sv: '{n} uppdrag går ut inom en månad.', en: '{n} assignments end within a month.' },
  endingOne: { sv: 'Ett uppdrag går ut inom en månad.', en: 'One assignment ends within a month.' },
  endingNone: { sv: 'Inget uppdrag går ut inom en månad.', en: 'No assignment ends within a month.' },
  access: { sv: 'Se vem som får göra vad', en: 'See who may do what' },
} as const

const useCount = (path: string, where: Readonly<Record<string, string | readonly string[]>>) =>
  useGet<{ total?: number }>(path, { ...where, count: true, limit: 1 }, { timeless: true }).data?.total

const listOf = (path: string, where: Readonly<Record<string, string | readonly string[]>>) =>
  `${path}?${new URLSearchParams(Object.entries(where).flatMap(([name, given]) => [given].flat().map((one) => [name, one])))}`

const fresh = { employedFrom: 'gte:today-30' }
const ending = { validTo: ['gte:today', 'lte:today+30'] }

/** What the administrator has to look after: whether e-mail goes out and deadlines are handled, who has come, and whose assignments end. */
export default function Administration() {
  const say = useSay()
  const language = useLanguage()
  const mail = useGet<MailAnswer>('/mail', {}, { timeless: true, staleTime: 0 }).data
  const begun = useCount('/persons', fresh)
  const ends = useCount('/assignments', ending)
  const many = (count: number, none: Text, one: Text, several: Text) =>
    say(count === 0 ? none : count === 1 ? one : fill(several, { n: formatNumber(count, language) }))
  const mailWords = (given: MailAnswer) =>
    !given.configured
      ? say(words.off)
      : given.failingSince
        ? say(fill(words.down, { at: formatMoment(given.failingSince, language) }))
        : say(given.sentAt ? words.up : words.untried)
  const items = [
    ...(mail
      ? [
          { href: '/om/e-post', text: mailWords(mail) },
          ...(mail.refused ? [{ href: '/om/e-post', text: say(fill(words.refused, { n: formatNumber(mail.refused, language) })) }] : []),
          { href: '/om/e-post', text: many(mail.faults.length, words.noFaults, words.fault, words.faults) },
        ]
      : []),
    ...(begun === undefined
      ? []
      : [{ href: begun ? listOf('/persons', fresh) : '/persons', text: many(begun, words.freshNone, words.freshOne, words.fresh) }]),
    ...(ends === undefined
      ? []
      : [
          {
            href: ends ? listOf('/assignments', ending) : '/assignments',
            text: many(ends, words.endingNone, words.endingOne, words.ending),
          },
        ]),
    { href: '/om/behorigheter', text: say(words.access) },
  ]
  return (
    <section aria-labelledby="administration">
      <h2 id="administration">{say(words.title)}</h2>
      <ul className="p-sentences">
        {items.map(({ href, text }) => (
          <li key={text}>
            <Link href={href}>{text}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
