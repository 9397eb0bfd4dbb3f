import type { AnchorHTMLAttributes, MouseEvent } from 'react'
import { keepAsOf, useGo, usePreload } from '#web/shell/address.ts'
import { useAsOf } from '#web/shell/asOf.tsx'

export interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** An address within the product, `/risks?state=analysed`; the date of the past is kept. Elsewhere: a full address. */
  readonly href: string
}

const isPlainPress = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey && !event.defaultPrevented

/** A link. Inside the product it goes without loading the page anew. */
export function Link({ href, onClick, onPointerEnter, ...rest }: LinkProps) {
  const go = useGo()
  const preload = usePreload()
  const asOf = useAsOf()
  const inside = href.startsWith('/') && !href.startsWith('/api/') && rest.target === undefined && rest.download === undefined
  return (
    <a
      href={keepAsOf(href, asOf)}
      onPointerEnter={(event) => {
        onPointerEnter?.(event)
        if (inside) preload(href)
      }}
      onClick={(event) => {
        onClick?.(event)
        if (!inside || !isPlainPress(event)) return
        event.preventDefault()
        go(href)
      }}
      {...rest}
    />
  )
}
