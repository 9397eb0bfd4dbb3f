import { useId } from 'react'
import { fill } from '#kernel/language/text.ts'
import { useSay } from '#web/language/useSay.ts'
import { useFlow } from './data.ts'
import { Level } from './Level.tsx'
import { highestOf } from './progress.ts'

const words = {
  title: { sv: 'Resultatet hittills', en: 'The result so far' },
  because: { sv: 'på grund av {list}', en: 'because of {list}' },
  left: { sv: '{n} frågor kvar', en: '{n} questions left' },
  oneLeft: { sv: '1 fråga kvar', en: '1 question left' },
  level: { sv: 'Skyddsnivå', en: 'Protection level' },
}

/** What the valuation amounts to, built up as one answers. */
export function ResultSoFar() {
  const say = useSay()
  const heading = useId()
  const { results, model } = useFlow()
  return (
    <section className="k-result" aria-labelledby={heading}>
      <h2 id={heading}>{say(words.title)}</h2>
      <dl>
        {results.map((one) => (
          <div key={one.key}>
            <dt>{one.name}</dt>
            <dd>
              <Level model={model} level={one.level} />
              {one.because.length > 0 && (
                <span className="k-because">
                  {say(fill(words.because, { list: one.because.map(({ name }) => name.toLowerCase()).join(', ') }))}
                </span>
              )}
              {one.left > 0 && one.level !== null && (
                <span className="k-because">{say(one.left === 1 ? words.oneLeft : fill(words.left, { n: one.left }))}</span>
              )}
            </dd>
          </div>
        ))}
        <div className="k-result-whole">
          <dt>{say(words.level)}</dt>
          <dd>
            <Level model={model} level={highestOf(results)} />
          </dd>
        </div>
      </dl>
    </section>
  )
}
