import type { RecordJson } from '#kernel/screens/data/record.ts'
import { useSay } from '#web/language/useSay.ts'
import { textIn } from './data.ts'

const words = {
  cause: { sv: 'På grund av', en: 'Because of' },
  event: { sv: 'kan det hända att', en: 'it may happen that' },
  effect: { sv: 'vilket leder till', en: 'which leads to' },
  none: {
    sv: 'Ingen har ännu skrivit vad som kan hända, varför och vad det leder till.',
    en: 'Nobody has yet written what may happen, why and what it leads to.',
  },
}

/** A part of the sentence as it goes on after the words before it. */
const within = (text: string) => {
  const trimmed = text.trim().replace(/[.,;\s]+$/, '')
  return /^\p{Lu}\p{Ll}/u.test(trimmed) ? trimmed.charAt(0).toLowerCase() + trimmed.slice(1) : trimmed
}

/** The risk as one sentence: because of …, it may happen that …, which leads to …. */
export function Sentence({ record }: { readonly record: RecordJson }) {
  const say = useSay()
  const parts = (['cause', 'event', 'effect'] as const).flatMap((name) => {
    const text = textIn(record[name])
    return text ? [{ name, text }] : []
  })
  if (parts.length === 0) return <p className="v-muted">{say(words.none)}</p>
  return (
    <p className="r-sentence">
      {parts.map(({ name, text }, index) => {
        const glue = say(words[name])
        return (
          <span key={name}>
            <span className="r-glue">
              {index === 0 ? glue.charAt(0).toUpperCase() + glue.slice(1) : `${name === 'effect' ? ',' : ''} ${glue}`}{' '}
            </span>
            {within(text)}
          </span>
        )
      })}
      .
    </p>
  )
}
