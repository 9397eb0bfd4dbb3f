import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs'
import { Link } from './Link.tsx'
import './Tabs.css'

export interface TabsProps {
  readonly label: string
  readonly tabs: readonly { readonly id: string; readonly label: string; readonly content: ReactNode }[]
  readonly selected?: string
  readonly onSelect?: (id: string) => void
}

/** Parts of one thing, one at a time. */
export const Tabs = ({ label, tabs, selected, onSelect }: TabsProps) => (
  <AriaTabs {...(selected === undefined ? {} : { selectedKey: selected })} onSelectionChange={(key) => onSelect?.(String(key))}>
    <TabList className="v-tabs-list" aria-label={label}>
      {tabs.map((tab) => (
        <Tab key={tab.id} id={tab.id} className="v-tab">
          {tab.label}
        </Tab>
      ))}
    </TabList>
    {tabs.map((tab) => (
      <TabPanel key={tab.id} id={tab.id} className="v-tab-panel">
        {tab.content}
      </TabPanel>
    ))}
  </AriaTabs>
)

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
