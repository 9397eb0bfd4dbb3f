import '#web/design/Banner.css'
import { LinkButton } from '#web/design/Button.tsx'
import { useSay } from '#web/language/useSay.ts'

const words = {
  title: { sv: 'Sidan finns inte', en: 'The page does not exist' },
  text: {
    sv: 'Adressen leder ingenstans, eller så visar den något som du inte har rätt att se. Har du fått länken av någon kan du fråga den personen.',
    en: 'The address leads nowhere, or shows something you have no right to see. If someone gave you the link, ask that person.',
  },
  home: { sv: 'Gå till startsidan', en: 'Go to the start page' },
  search: { sv: 'Sök', en: 'Search' },
}

/** An address without a page; absent and forbidden sound the same. */
export function NotFound() {
  const say = useSay()
  return (
    <div className="s-not-found">
      <h1>{say(words.title)}</h1>
      <p className="v-muted">{say(words.text)}</p>
      <div className="v-empty-actions">
        <LinkButton href="/" variant="primary">
          {say(words.home)}
        </LinkButton>
        <LinkButton href="/sok" icon="search">
          {say(words.search)}
        </LinkButton>
      </div>
    </div>
  )
}
