import type { ReactNode } from 'react'
import './Banner.css'
import { Icon } from './Icon.tsx'

export interface BannerProps {
  readonly tone?: 'info' | 'good' | 'waiting' | 'bad'
  readonly title?: ReactNode
  readonly children?: ReactNode
  readonly actions?: ReactNode
  /** `alert` when it comes up by itself and must be heard at once. */
  readonly role?: 'alert' | 'status'
}

const icons = { info: 'info', good: 'check', waiting: 'clock', bad: 'warning' } as const

/** A message in the page: what it is, what was kept, what to do. */
export const Banner = ({ tone = 'info', title, children, actions, role }: BannerProps) => (
  <div className="v-banner" data-tone={tone} role={role}>
    <Icon name={icons[tone]} size={20} />
    <div>
      {title ? <p className="v-banner-title">{title}</p> : null}
      {children ? <div>{children}</div> : null}
      {actions ? <div className="v-banner-actions">{actions}</div> : null}
    </div>
  </div>
)

export interface EmptyStateProps {
  readonly title: string
  /** What this is for. */
  readonly children?: ReactNode
  /** The first step. */
  readonly actions?: ReactNode
}

/** An empty place that says what belongs there and how to begin. */
export const EmptyState = ({ title, children, actions }: EmptyStateProps) => (
  <div className="v-empty">
    <h2>{title}</h2>
    {children ? <div>{children}</div> : null}
    {actions ? <div className="v-empty-actions">{actions}</div> : null}
  </div>
)

/** The shape of text that is on its way. */
export const Skeleton = ({ width = '100%', height }: { readonly width?: string; readonly height?: string }) => (
  <span className="v-skeleton" style={{ width, height }} aria-hidden="true" />
)
