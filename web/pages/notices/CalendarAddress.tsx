import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api/client.ts'
import { useGet } from '#web/api/useGet.ts'
import { Button } from '#web/design/Button.tsx'
import { toast } from '#web/design/Toast.tsx'
import { formatMoment } from '#web/language/format.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'

const words = {
  title: { sv: 'Kalender', en: 'Calendar' },
  lead: {
    sv: 'Dina frister kan visas i den kalender du redan använder. Du får en hemlig adress att prenumerera på. Den som har adressen ser vad du ska göra och när, men inte vad saken handlar om.',
    en: 'Your deadlines can be shown in the calendar you already use. You get a secret address to subscribe to. Whoever has it sees what you are to do and when, but not what the matter is about.',
  },
  none: { sv: 'Du har ingen kalenderadress.', en: 'You have no calendar address.' },
  since: { sv: 'Du har en kalenderadress sedan', en: 'You have a calendar address since' },
  make: { sv: 'Skapa en kalenderadress', en: 'Make a calendar address' },
  replace: { sv: 'Byt kalenderadress', en: 'Replace the calendar address' },
  withdraw: { sv: 'Ta bort kalenderadressen', en: 'Remove the calendar address' },
  once: { sv: 'Kopiera adressen nu. Den visas bara den här gången.', en: 'Copy the address now. It is shown only this once.' },
  replaced: { sv: 'Den tidigare adressen har slutat fungera.', en: 'The earlier address has stopped working.' },
  copy: { sv: 'Kopiera adressen', en: 'Copy the address' },
  copied: { sv: 'Adressen är kopierad.', en: 'The address is copied.' },
  gone: { sv: 'Adressen fungerar inte längre.', en: 'The address no longer works.' },
}

/** The secret address of the person's calendar: made, replaced and removed here. */
export function CalendarAddress() {
  const say = useSay()
  const language = useLanguage()
  const client = useQueryClient()
  const { data } = useGet<{ madeAt: string | null }>('/my/calendar', {}, { timeless: true })
  const [url, setUrl] = useState<string | null>(null)
  const [isReplaced, setReplaced] = useState(false)
  const fresh = () => client.invalidateQueries({ queryKey: ['/my/calendar'] })
  const make = useMutation({
    mutationFn: () => api<{ url: string }>('/my/calendar', { method: 'POST', body: {} }),
    onSuccess: (made) => {
      setUrl(made.url)
      setReplaced(Boolean(data?.madeAt))
      return fresh()
    },
  })
  const withdraw = useMutation({
    mutationFn: () => api('/my/calendar', { method: 'DELETE' }),
    onSuccess: () => {
      setUrl(null)
      toast(say(words.gone))
      return fresh()
    },
  })
  const error = make.error ?? withdraw.error
  return (
    <section>
      <h2>{say(words.title)}</h2>
      <p className="v-muted v-prose">{say(words.lead)}</p>
      {data ? <p>{data.madeAt ? `${say(words.since)} ${formatMoment(data.madeAt, language)}.` : say(words.none)}</p> : null}
      {url ? (
        <div role="status" className="n-once">
          <p>
            {say(words.once)} {isReplaced ? say(words.replaced) : null}
          </p>
          <code className="n-address">{url}</code>
        </div>
      ) : null}
      {error ? <ProblemNotice error={error} /> : null}
      <p className="n-actions">
        {url ? (
          <Button
            variant="primary"
            onPress={() => {
              void navigator.clipboard.writeText(url).then(() => toast(say(words.copied)))
            }}
          >
            {say(words.copy)}
          </Button>
        ) : null}
        <Button isPending={make.isPending} onPress={() => make.mutate()}>
          {say(data?.madeAt ? words.replace : words.make)}
        </Button>
        {data?.madeAt ? (
          <Button variant="quiet" isPending={withdraw.isPending} onPress={() => withdraw.mutate()}>
            {say(words.withdraw)}
          </Button>
        ) : null}
      </p>
    </section>
  )
}
