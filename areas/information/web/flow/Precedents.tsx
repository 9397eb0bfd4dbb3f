import { useId } from 'react'
import { fill } from '#kernel/language/text.ts'
import { useGet } from '#web/api/useGet.ts'
import { Link } from '#web/design/Link.tsx'
import { useSay } from '#web/language/useSay.ts'
import type { Precedent } from './answers.ts'
import { useFlow } from './data.ts'
import { Level, levelName } from './Level.tsx'

const words = {
  title: { sv: 'Så har liknande information klassats', en: 'How similar information was classified' },
  none: {
    sv: 'Ingen liknande information är klassad ännu, eller så får du inte läsa den.',
    en: 'No similar information is classified yet, or you may not read it.',
  },
  reasons: { sv: 'Hur de resonerade', en: 'How they reasoned' },
  noReason: { sv: 'Inget skäl är skrivet.', en: 'No reason is written.' },
  shared: { sv: 'får vara utgångspunkt', en: 'may be a starting point' },
}

const levelsOf = (one: Precedent): Readonly<Record<string, number | null>> => ({
  confidentiality: one.confidentiality,
  integrity: one.integrity,
  availability: one.availability,
  traceability: one.traceability,
})

/** Decided classifications of similar information, with how they judged the aspect one is at. */
export function Precedents({ aspect }: { readonly aspect?: string }) {
  const say = useSay()
  const heading = useId()
  const { id, model } = useFlow()
  const { data } = useGet<readonly Precedent[]>(`/classifications/${id}/precedents`, {}, { staleTime: 300_000 })
  if (!data) return null
  const nameOf = (key: string) => model.categories.find((one) => one.key === key)?.name
  return (
    <section className="k-precedents" aria-labelledby={heading}>
      <h2 id={heading}>{say(words.title)}</h2>
      {data.length === 0 ? <p className="v-muted">{say(words.none)}</p> : null}
      <ul className="v-plain-list">
        {data.map((one) => {
          const reasons = one.valuations.filter(
            (each) => (!aspect || each.aspect === aspect) && each.level !== null && each.level > 0 && nameOf(each.category),
          )
          const level = aspect ? (levelsOf(one)[aspect] ?? null) : one.level
          return (
            <li key={one.id}>
              <Link href={`/classifications/${one.id}`}>{one.asset.label}</Link>
              <span className="k-precedent-facts">
                <Level model={model} level={level} />
                <span className="v-muted">{[one.unit?.label, one.shared ? say(words.shared) : ''].filter(Boolean).join(' · ')}</span>
              </span>
              {reasons.length > 0 && (
                <details className="v-details">
                  <summary>
                    {say(words.reasons)}
                    <span className="v-hidden"> {say(fill({ sv: 'om {name}', en: 'about {name}' }, { name: one.asset.label }))}</span>
                  </summary>
                  <ul className="k-reasons">
                    {reasons.map((each) => (
                      <li key={`${each.aspect} ${each.category}`}>
                        <strong>
                          {nameOf(each.category)}: {levelName(model, each.level)}
                        </strong>{' '}
                        {each.reason?.trim() || say(words.noReason)}
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
