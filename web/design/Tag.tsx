import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { StateTone } from '#kernel/workflow/workflow.ts'
import { Icon } from './Icon.tsx'
import './Tag.css'

const shapes: Readonly<Record<StateTone, ReactNode>> = {
  neutral: <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  waiting: (
    <>
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1.5a4.5 4.5 0 010 9z" fill="currentColor" />
    </>
  ),
  active: <path d="M2.5 1l8 5-8 5z" fill="currentColor" />,
  good: <path d="M1.5 6.500l3 3 6-7" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />,
  bad: <path d="M6 .5L11.5 6 6 11.5.5 6z" fill="currentColor" />,
  ended: <path d="M2 6h8" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
}

/** A state of a workflow: word, shape and colour say the same thing. */
export const StateTag = ({ tone, children }: { readonly tone: StateTone; readonly children: ReactNode }) => (
  <span className="v-state" data-tone={tone}>
    <svg viewBox="0 0 12 12" aria-hidden="true">
      {shapes[tone]}
    </svg>
    <span>{children}</span>
  </span>
)

export interface LevelTagProps {
  /** Number of the level on its own scale. */
  readonly level: number
  /** Number of the lowest and of the highest level of the scale. */
  readonly first: number
  readonly last: number
  readonly tone: 'risk' | 'protection' | 'neutral'
  readonly children: ReactNode
}

const steps = { risk: [1, 4], protection: [0, 3], neutral: [0, 0] } as const

/** The step of the colour scale for a level, whatever the number of levels of the scale. */
export function colourStep(level: number, first: number, last: number, tone: LevelTagProps['tone']): number {
  const [low, high] = steps[tone]
  if (last === first) return low
  // The rungs of protection are the same whichever of them are used, so each keeps its colour; the highest share one.
  // So it is with the ladder of risk, which is longer than the colours.
  if (tone === 'protection' || (tone === 'risk' && last > high)) return Math.min(high, low + level - first)
  return Math.round(low + ((level - first) / (last - first)) * (high - low))
}

/** A level of an ordered scale: filled bars, a word, and a colour where the scale has one. */
export function LevelTag({ level, first, last, tone, children }: LevelTagProps) {
  const count = last - first + 1
  const bars = Array.from({ length: Math.min(count, 6) }, (_, index) => index)
  const width = 14 / bars.length
  return (
    <span className="v-level" data-tone={tone} data-step={colourStep(level, first, last, tone)}>
      <svg viewBox="0 0 14 12" aria-hidden="true">
        {bars.map((index) => {
          const height = 3 + (9 * (index + 1)) / bars.length
          return (
            <rect
              key={index}
              x={index * width}
              y={12 - height}
              width={width - 1}
              height={height}
              fill="currentColor"
              opacity={index <= level - first ? 1 : 0.28}
            />
          )
        })}
      </svg>
      <span>{children}</span>
    </span>
  )
}

export interface TagProps {
  readonly children: ReactNode
  /** With it, a cross takes the tag away. */
  readonly onRemove?: () => void
  /** What the cross says to the one who listens: `Ta bort filtret Enhet`. */
  readonly removeLabel?: string
}

/** A small label: a filter, a chosen record, a kind. */
export const Tag = ({ children, onRemove, removeLabel }: TagProps) => (
  <span className="v-tag">
    <span>{children}</span>
    {onRemove ? (
      <AriaButton onPress={onRemove} aria-label={removeLabel}>
        <Icon name="close" size={14} />
      </AriaButton>
    ) : null}
  </span>
)
