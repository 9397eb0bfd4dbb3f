import { fill } from '#kernel/language/text.ts'
import { Icon } from '#web/design/Icon.tsx'
import { Link } from '#web/design/Link.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useFlow } from './data.ts'
import { flowPath, type Step, steps } from './progress.ts'
import { stepNames } from './words.ts'

const words = {
  steps: { sv: 'Klassningens steg', en: 'The steps of the classification' },
  done: { sv: 'klart', en: 'done' },
  left: { sv: '{n} kvar', en: '{n} left' },
  open: { sv: 'kvar att göra', en: 'to be done' },
}

/** The steps, always in sight: where one stands, what is done and how much is left. */
export function StepBar({ current }: { readonly current: Step }) {
  const say = useSay()
  const { id, left } = useFlow()
  return (
    <nav className="k-steps" aria-label={say(words.steps)}>
      <ol>
        {steps.map((step, index) => {
          const count = left[step]
          const isDone = count === 0
          const note = isDone ? say(words.done) : count === null || step === 'decision' ? '' : say(fill(words.left, { n: count }))
          return (
            <li key={step} data-done={isDone ? '' : undefined} data-current={step === current ? '' : undefined}>
              <Link href={flowPath(id, step)} aria-current={step === current ? 'step' : undefined}>
                <span className="k-step-mark" aria-hidden="true">
                  {isDone ? <Icon name="check" size={16} /> : index + 1}
                </span>
                <span className="k-step-name">{say(stepNames[step])}</span>
                {note ? <span className="k-step-note">{note}</span> : null}
              </Link>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
