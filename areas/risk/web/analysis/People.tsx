import { fill } from '#kernel/language/text.ts'
import { Icon } from '#web/design/Icon.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useRoom } from './data.ts'

const words = {
  title: { sv: 'Hur långt har ni kommit?', en: 'How far have you come?' },
  done: { sv: '{done} av {all} klara', en: '{done} of {all} done' },
  leads: { sv: 'leder', en: 'leads' },
  each: { sv: '{given} av {all}', en: '{given} of {all}' },
}

/** Who has judged how much: counts, never what they judged. */
export function People() {
  const say = useSay()
  const { workshop } = useRoom()
  const { people, toEstimate } = workshop
  const isDone = (given: number) => toEstimate > 0 && given >= toEstimate
  return (
    <section className="ra-people" aria-labelledby="ra-people">
      <h2 id="ra-people">{say(words.title)}</h2>
      <p role="status">{say(fill(words.done, { done: people.filter(({ given }) => isDone(given)).length, all: people.length }))}</p>
      <ul className="v-plain-list">
        {people.map(({ id, label, leads, given }) => (
          <li key={id} data-done={isDone(given) ? '' : undefined}>
            <span>
              {label}
              {leads ? <span className="v-muted"> ({say(words.leads)})</span> : null}
            </span>
            <span className="ra-number">
              {isDone(given) ? <Icon name="check" size={16} /> : null} {say(fill(words.each, { given, all: toEstimate }))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
