import { useId } from 'react'
import './Banner.css'

export interface ProgressBarProps {
  /** What is happening just now. */
  readonly label: string
  /** 0–1. */
  readonly value: number
}

/** How far a piece of work has come, with words for what is being done. */
export function ProgressBar({ label, value }: ProgressBarProps) {
  const id = useId()
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100)
  return (
    <div className="v-progress">
      <div className="v-progress-line">
        <span id={id}>{label}</span>
        <span className="v-number" aria-hidden="true">
          {percent}
          {'\u202f'}%
        </span>
      </div>
      <div
        className="v-progress-track"
        role="progressbar"
        aria-labelledby={id}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <div className="v-progress-fill" style={{ width: `${percent}%` }} />
      </div>
    </div>
  )
}
