import { Button } from '#web/design/Button.tsx'
import { formatDate } from '#web/language/format.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { useSetAsOf } from './asOf.tsx'

const words = {
  here: { sv: 'Så här såg det ut den', en: 'This is how it stood on' },
  still: { sv: 'Inget kan ändras här.', en: 'Nothing can be changed here.' },
  back: { sv: 'Tillbaka till i dag', en: 'Back to today' },
}

/** Says above the page that it shows what has been. */
export function PastBand({ day }: { readonly day: string }) {
  const say = useSay()
  const language = useLanguage()
  const setAsOf = useSetAsOf()
  return (
    <div className="s-past" role="status">
      <p>
        <strong>
          {say(words.here)} {formatDate(day, language)}.
        </strong>{' '}
        {say(words.still)}
      </p>
      <Button size="small" icon="arrowRight" onPress={() => setAsOf(null)}>
        {say(words.back)}
      </Button>
    </div>
  )
}
