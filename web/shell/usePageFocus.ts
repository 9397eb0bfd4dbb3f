import { useRouterState } from '@tanstack/react-router'
import { type RefObject, useEffect, useRef } from 'react'

const product = 'Värna'

/**
 * Lets the title of the document follow the page's heading, and after going to another page moves the focus to that
 * heading once it is there, so that the one who listens hears where he or she has come. `data-title` on the heading says it shorter.
 */
export function usePageFocus(main: RefObject<HTMLElement | null>): void {
  const path = useRouterState({ select: (state) => state.location.pathname })
  const reached = useRef(path)
  const seen = useRef<Element | null>(null)
  useEffect(() => {
    const element = main.current
    if (!element) return
    const look = () => {
      const heading = element.querySelector('h1')
      if (!heading) return
      const text = (heading.dataset.title ?? heading.textContent ?? '').replace(/\s+/g, ' ').trim()
      document.title = text ? `${text} – ${product}` : product
      const isNew = heading !== seen.current
      seen.current = heading
      if (!isNew || reached.current === path) return
      reached.current = path
      heading.tabIndex = -1
      const active = document.activeElement
      if (!active || active === document.body || !element.contains(active)) heading.focus({ preventScroll: true })
    }
    const observer = new MutationObserver(look)
    observer.observe(element, { childList: true, subtree: true, characterData: true })
    look()
    return () => observer.disconnect()
  }, [main, path])
}
