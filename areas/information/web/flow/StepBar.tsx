import { fill } from '#kernel/language/text.ts'
import { Steps } from '#web/design/Steps.tsx'
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
    <Steps
      label={say(words.steps)}
      steps={steps.map((step) => {
        const count = left[step]
        const isDone = count === 0
        return {
          key: step,
          href: flowPath(id, step),
          name: say(stepNames[step]),
          note: isDone ? say(words.done) : count === null || step === 'decision' ? '' : say(fill(words.left, { n: count })),
          isDone,
          isCurrent: step === current,
        }
      })}
    />
  )
}
