import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { daysOf, type PartProps, stepsOf } from './parts.ts'
import { capital, rangeWords, whoever, withinWords } from './words.ts'

const words = {
  caption: {
    sv: 'Så klättrar en risk: ju högre värde, desto högre befattning beslutar.',
    en: 'How a risk climbs: the higher the value, the higher the position that decides.',
  },
  material: { sv: 'Väsentlig från {value}: rapporteras hit', en: 'Material from {value}: reported here' },
} as const

/** Who decides, as a staircase: each step is a position, its height the values it answers for. The sentences beside say the same. */
export function Ladder({ content }: PartProps) {
  const say = useSay()
  const format = useFormat()
  const steps = stepsOf(content.mandates, 'decidesBelow')
  const hasTop = steps.some(({ role }) => role === 'director-general')
  return (
    <figure className="rm-ladder">
      <ol>
        {steps.map((step) => {
          const days = daysOf(content, step)
          return (
            <li key={step.role}>
              <strong>{capital(say(whoever[step.role]))}</strong>
              <span className="v-number">{say(rangeWords(step.from, step.below))}</span>
              {days && <span className="v-muted">{say(withinWords(days))}</span>}
            </li>
          )
        })}
        {!hasTop && content.materialFrom !== null && (
          <li data-told="">
            <strong>{capital(say(whoever['director-general']))}</strong>
            <span className="v-muted">{say(words.material).replace('{value}', format.number(content.materialFrom))}</span>
          </li>
        )}
      </ol>
      <figcaption className="v-muted">{say(words.caption)}</figcaption>
    </figure>
  )
}
