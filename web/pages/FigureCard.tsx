import { useSession } from '#web/api/session.ts'
import { Icon } from '#web/design/Icon.tsx'
import { Link } from '#web/design/Link.tsx'
import { Trend } from '#web/design/Trend.tsx'
import { formatDate } from '#web/language/format.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import type { Figure } from './answers.ts'
import { figureValue, type Movement, movementOf } from './figures.ts'
import { listHref } from './places.ts'

const words = {
  before: { sv: '{value} ett år tidigare', en: '{value} a year before' },
  about: { sv: 'Så räknas siffran', en: 'How the figure is counted' },
  day: { sv: 'Dag', en: 'Day' },
  value: { sv: 'Värde', en: 'Value' },
  from: { sv: '{label}: från {first} den {start} till {last} den {end}.', en: '{label}: from {first} on {start} to {last} on {end}.' },
}

const arrows = { up: 'up', down: 'down', same: 'right' } as const

/** How a figure has moved: arrow, words, and colour where there is a better and a worse. */
export function MovementWords({ movement }: { readonly movement: Movement }) {
  const say = useSay()
  return (
    <span className="p-movement" data-judgement={movement.judgement}>
      <Icon name={arrows[movement.direction]} size={14} />
      {say(movement.words)}
    </span>
  )
}

/** One figure: its value leads to the records, with the year before, its line over time, and how it is counted. */
export function FigureCard({ figure }: { readonly figure: Figure }) {
  const say = useSay()
  const language = useLanguage()
  const { registers } = useSession()
  const movement = movementOf(figure.value, figure.previous, figure.unit, figure.better)
  const value = (one: number | null) => figureValue(one, figure.unit, language)
  const points = figure.trend.flatMap((point) => (point.value === null ? [] : [{ at: point.asOf, value: point.value }]))
  const first = points[0]
  const last = points.at(-1)
  const href = listHref(registers, figure.register, { figure: figure.key })
  const story =
    first && last
      ? say(words.from)
          .replace('{label}', say(figure.label))
          .replace('{first}', value(first.value))
          .replace('{start}', formatDate(first.at, language))
          .replace('{last}', value(last.value))
          .replace('{end}', formatDate(last.at, language))
      : ''
  return (
    <li className="p-figure">
      <h3 className="p-figure-label">{say(figure.label)}</h3>
      <p className="p-figure-value">
        {figure.value === null ? (
          <span className="v-muted">{value(null)}</span>
        ) : (
          <Link href={href} className="v-number" aria-label={`${value(figure.value)}. ${say(figure.label)}`}>
            {value(figure.value)}
          </Link>
        )}
        {movement ? <MovementWords movement={movement} /> : null}
      </p>
      {figure.previous === null ? null : (
        <p className="p-figure-before v-number">{say(words.before).replace('{value}', value(figure.previous))}</p>
      )}
      <Trend points={points} label={story} {...(figure.unit === 'share' ? { range: [0, 1] as const } : {})} />
      <details className="p-figure-about">
        <summary>{say(words.about)}</summary>
        <p>{say(figure.definition)}</p>
        {points.length > 1 ? (
          <table className="v-table">
            <caption className="v-hidden">{say(figure.label)}</caption>
            <thead>
              <tr>
                <th scope="col">{say(words.day)}</th>
                <th scope="col" data-align="right">
                  {say(words.value)}
                </th>
              </tr>
            </thead>
            <tbody>
              {[...points].reverse().map((point) => (
                <tr key={point.at}>
                  <th scope="row" className="v-number">
                    <Link href={`${href}&asOf=${point.at}`}>{point.at}</Link>
                  </th>
                  <td data-align="right">{value(point.value)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </details>
    </li>
  )
}
