import { fill } from '#kernel/language/text.ts'
import { queryString } from '#web/api/client.ts'
import { Steps } from '#web/design/Steps.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useRoom } from './data.ts'
import { estimatesWhole, isValued, openRisks, type Step, stepSlugs, steps } from './steps.ts'
import { stepNames } from './words.ts'

const words = {
  steps: { sv: 'Riskanalysens steg', en: 'The steps of the risk analysis' },
  risks: { sv: '{n} hittade', en: '{n} found' },
  left: { sv: '{n} kvar', en: '{n} left' },
  done: { sv: 'klart', en: 'done' },
  now: { sv: 'pågår nu', en: 'under way' },
}

/** The steps, always in sight: where one stands and how much is left. */
export function StepBar({ current }: { readonly current: Step }) {
  const say = useSay()
  const { id, workshop, takesPart } = useRoom()
  const { state } = workshop
  const risks = openRisks(workshop.risks)
  const mine = risks.filter(({ mine: own }) => !estimatesWhole(own)).length
  const unvalued = risks.filter((risk) => !isValued(risk)).length
  const order = ['planned', 'individual', 'together', 'done'].indexOf(state)
  const facts: Record<Step, { done: boolean; note: string }> = {
    prepare: { done: workshop.people.length > 1, note: '' },
    find: { done: risks.length > 0 && order > 0, note: risks.length ? say(fill(words.risks, { n: risks.length })) : '' },
    alone: {
      done: order > 1,
      note: order === 1 ? (takesPart && mine > 0 ? say(fill(words.left, { n: mine })) : say(words.now)) : '',
    },
    together: {
      done: order > 2 || (order === 2 && risks.length > 0 && unvalued === 0),
      note: order === 2 && unvalued > 0 ? say(fill(words.left, { n: unvalued })) : '',
    },
    finish: { done: order === 3, note: order === 3 ? say(words.done) : '' },
  }
  return (
    <Steps
      label={say(words.steps)}
      steps={steps.map((step) => ({
        key: step,
        href: `/risk-analyses/${id}${queryString({ steg: stepSlugs[step] })}`,
        name: say(stepNames[step]),
        note: facts[step].note,
        isDone: facts[step].done,
        isCurrent: step === current,
      }))}
    />
  )
}
