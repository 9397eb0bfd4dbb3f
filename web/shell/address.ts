import { useRouter, useRouterState } from '@tanstack/react-router'
import { useCallback } from 'react'
import { queryString } from '#web/api/client.ts'

/** The question part of an address: one value, or several where a name is repeated. */
export type Search = Readonly<Record<string, string | readonly string[]>>

/** Reads a query string without guessing at types: everything stays text. */
export function parseSearch(text: string): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const before = found[name]
    found[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value]
  }
  return found
}

export const stringifySearch = (search: Record<string, unknown>): string => queryString(search as Search)

/** The question part of the present address, and a way to change it (pages keep filters, sorting and tabs there). */
export function useSearch(): readonly [Search, (next: Search, options?: { replace?: boolean }) => void] {
  const router = useRouter()
  const search = useRouterState({ select: (state) => state.location.search as Search, structuralSharing: true })
  const setSearch = useCallback(
    (next: Search, options: { replace?: boolean } = {}) => {
      const href = `${router.state.location.pathname}${queryString(next)}`
      if (options.replace) router.history.replace(href)
      else router.history.push(href)
    },
    [router],
  )
  return [search, setSearch]
}

/** The address with the date of the past kept, so that one stays in the past while walking about; `asOf=` in the address itself wins. */
export function keepAsOf(href: string, asOf: string | null): string {
  if (!asOf || !href.startsWith('/') || href.startsWith('/api/')) return href
  const [before = '', hash] = href.split('#')
  const [path = '', query = ''] = before.split('?')
  const search = parseSearch(query)
  if (!('asOf' in search)) search.asOf = asOf
  return `${path}${queryString(search)}${hash === undefined ? '' : `#${hash}`}`
}

/** Gives a function that begins to fetch what an address within the product is made of, for the one who seems about to go there. */
export function usePreload(): (href: string) => void {
  const router = useRouter()
  return useCallback((href: string) => void router.preloadRoute({ to: href.split(/[?#]/)[0] ?? '/' }).catch(() => undefined), [router])
}

/** Gives a function that goes to an address within the product, keeping the date of the past. */
export function useGo(): (href: string, options?: { replace?: boolean }) => void {
  const router = useRouter()
  return useCallback(
    (href: string, options: { replace?: boolean } = {}) => {
      const asOf = (router.state.location.search as Search).asOf
      const full = keepAsOf(href, typeof asOf === 'string' ? asOf : null)
      if (options.replace) router.history.replace(full)
      else router.history.push(full)
    },
    [router],
  )
}
