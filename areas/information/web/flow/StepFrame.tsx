import type { ReactNode } from 'react'
import { useSay } from '#web/language/useSay.ts'
import { useFlow } from './data.ts'
import type { Step } from './progress.ts'
import { Comments, Participants } from './Together.tsx'
import { common, stepNames, whys } from './words.ts'

interface StepFrameProps {
  readonly step: Step
  readonly title?: ReactNode
  readonly lead: ReactNode
  readonly children: ReactNode
  readonly aside?: ReactNode
  readonly foot?: ReactNode
}

/** One step: its question, why it is asked, the work, and what stands beside. */
export function StepFrame({ step, title, lead, children, aside, foot }: StepFrameProps) {
  const say = useSay()
  const { classification } = useFlow()
  return (
    <div className="k-step">
      <div className="k-main">
        <div className="k-question">
          <h1 data-title={`${say(stepNames[step])} ${classification.reference ?? ''}`}>{title ?? say(stepNames[step])}</h1>
          <p className="k-lead">{lead}</p>
          <details className="v-details">
            <summary>{say(common.why)}</summary>
            <p>{say(whys[step])}</p>
          </details>
        </div>
        {children}
        {foot ? <div className="k-foot">{foot}</div> : null}
      </div>
      <div className="k-aside">
        {aside}
        <Comments step={step} />
        <Participants />
      </div>
    </div>
  )
}
