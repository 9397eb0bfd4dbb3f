import { Banner } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { useSay } from '#web/language/useSay.ts'
import './shell.css'

const words = {
  title: { sv: 'Sidan gick sönder', en: 'The page broke' },
  text: {
    sv: 'Felet är vårt. Inget som var sparat har gått förlorat, och det du höll på att fylla i finns kvar när du öppnar formuläret igen.',
    en: 'The fault is ours. Nothing that was saved is lost, and what you were filling in is still there when you open the form again.',
  },
  older: {
    sv: 'Värna har uppdaterats sedan du öppnade sidan. Ladda om den så fortsätter du där du var.',
    en: 'Värna has been updated since you opened the page. Reload it and go on where you were.',
  },
  retry: { sv: 'Försök igen', en: 'Try again' },
  reload: { sv: 'Ladda om sidan', en: 'Reload the page' },
}

const isOlder = (error: unknown) =>
  error instanceof Error && /dynamically imported module|module script failed|Failed to fetch/i.test(error.message)

/** What is shown when a page breaks while being drawn. */
export function PageFailed({ error, reset }: { readonly error: unknown; readonly reset?: () => void }) {
  const say = useSay()
  const older = isOlder(error)
  return (
    <div className="v-page-failed">
      <h1>{say(words.title)}</h1>
      <Banner
        tone="bad"
        role="alert"
        actions={
          <>
            {reset && !older ? <Button onPress={reset}>{say(words.retry)}</Button> : null}
            <Button variant="primary" onPress={() => window.location.reload()}>
              {say(words.reload)}
            </Button>
          </>
        }
      >
        <p>{say(older ? words.older : words.text)}</p>
      </Banner>
    </div>
  )
}
