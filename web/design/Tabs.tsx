import type { ReactNode } from 'react'
import { Link } from './Link.tsx'
import './Tabs.css'

export interface LinkTabsProps {
  readonly label: string
  readonly tabs: readonly { readonly href: string; readonly label: string; readonly count?: string | null; readonly isCurrent: boolean }[]
  /** After the tabs: a button to save the view. */
  readonly children?: ReactNode
}

/** Views of one list, each with its own address. */
export const LinkTabs = ({ label, tabs, children }: LinkTabsProps) => (
  <nav aria-label={label} className="v-tabs-list">
    {tabs.map((tab) => (
      <Link key={`${tab.href} ${tab.label}`} href={tab.href} className="v-tab" aria-current={tab.isCurrent ? 'page' : undefined}>
        {tab.label}
        {tab.count ? <span className="v-tab-count">{tab.count}</span> : null}
      </Link>
    ))}
    {children}
  </nav>
)
