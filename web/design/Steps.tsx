import { Icon } from './Icon.tsx'
import { Link } from './Link.tsx'
import './Steps.css'

export interface StepFacts {
  readonly key: string
  readonly href: string
  readonly name: string
  /** What is left in the step, or that it is done; empty where there is nothing to say. */
  readonly note: string
  readonly isDone: boolean
  readonly isCurrent: boolean
}

/** The steps of a guided flow, always in sight: where one stands, what is done and how much is left. */
export const Steps = ({ label, steps }: { readonly label: string; readonly steps: readonly StepFacts[] }) => (
  <nav className="v-steps" aria-label={label}>
    <ol>
      {steps.map(({ key, href, name, note, isDone, isCurrent }, index) => (
        <li key={key} data-done={isDone ? '' : undefined} data-current={isCurrent ? '' : undefined}>
          <Link href={href} aria-current={isCurrent ? 'step' : undefined}>
            <span className="v-step-mark" aria-hidden="true">
              {isDone ? <Icon name="check" size={16} /> : index + 1}
            </span>
            <span className="v-step-name">{name}</span>
            {note ? <span className="v-step-note">{note}</span> : null}
          </Link>
        </li>
      ))}
    </ol>
  </nav>
)
