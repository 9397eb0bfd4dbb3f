import { type ReactNode, type RefObject, type TableHTMLAttributes, useEffect, useRef, useState } from 'react'
import { useSay } from '#web/language/useSay.ts'
import { Icon } from './Icon.tsx'
import { Link } from './Link.tsx'
import './Parts.css'

const words = { where: { sv: 'Du är här', en: 'You are here' } }

/** The way here, from the widest place to the nearest; the page itself is its heading and is left out. */
export function Breadcrumb({ steps }: { readonly steps: readonly { readonly href: string; readonly label: string }[] }) {
  const say = useSay()
  return (
    <nav aria-label={say(words.where)}>
      <ol className="v-crumbs">
        {steps.map((step) => (
          <li key={step.href}>
            <Link href={step.href}>{step.label}</Link>
            <Icon name="right" size={12} />
          </li>
        ))}
      </ol>
    </nav>
  )
}

export interface DescriptionListProps {
  /** `beside`: name to the left of its value on wide screens. */
  readonly layout?: 'above' | 'beside'
  readonly items: readonly { readonly key: string; readonly name: ReactNode; readonly value: ReactNode }[]
}

/** Names and values. */
export const DescriptionList = ({ layout = 'above', items }: DescriptionListProps) => (
  <dl className="v-facts" data-layout={layout}>
    {items.map((item) => (
      <div key={item.key}>
        <dt>{item.name}</dt>
        <dd>{item.value}</dd>
      </div>
    ))}
  </dl>
)

export interface TableProps extends TableHTMLAttributes<HTMLTableElement> {
  /** What the table shows; hidden from the eye where a heading says it. */
  readonly caption: string
  readonly captionHidden?: boolean
}

/** Whether an element is wider inside than outside, so that it must be reached by keyboard to be scrolled. */
function useScrolls(element: RefObject<HTMLElement | null>): boolean {
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const one = element.current
    if (!one) return
    const observer = new ResizeObserver(() => setScrolls(one.scrollWidth > one.clientWidth + 1))
    observer.observe(one)
    return () => observer.disconnect()
  }, [element])
  return scrolls
}

/** A plain table in the style of the house: put `thead` and `tbody` in it; numbers take `data-align="right"`. It scrolls by itself when the page is narrow. */
export function Table({ caption, captionHidden, children, ...rest }: TableProps) {
  const wrap = useRef<HTMLDivElement>(null)
  const scrolls = useScrolls(wrap)
  return (
    <div className="v-table-wrap" ref={wrap} {...(scrolls ? { role: 'group', 'aria-label': caption, tabIndex: 0 } : {})}>
      <table className="v-table" {...rest}>
        <caption className={captionHidden ? 'v-hidden' : undefined}>{caption}</caption>
        {children}
      </table>
    </div>
  )
}

export interface SortButtonProps {
  readonly direction: 'ascending' | 'descending' | null
  readonly onPress: () => void
  readonly children: ReactNode
}

/** A column heading that sorts; the cell around it carries `aria-sort`. */
export const SortButton = ({ direction, onPress, children }: SortButtonProps) => (
  <button type="button" className="v-sort" onClick={onPress}>
    {children}
    {direction ? <Icon name={direction === 'ascending' ? 'up' : 'down'} size={14} /> : null}
  </button>
)
