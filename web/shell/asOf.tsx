import { useRouter, useRouterState } from '@tanstack/react-router'
import { useCallback } from 'react'
import { queryString } from '#web/api/client.ts'
import type { Search } from './address.ts'

const day = /^\d{4}-\d{2}-\d{2}$/

/** The day one looks at the registers as of, `2023-12-31`; `null` for today. It stands in the address. */
export const useAsOf = (): string | null =>
  useRouterState({
    select: (state) => {
      const asOf = (state.location.search as Search).asOf
      return typeof asOf === 'string' && day.test(asOf) ? asOf : null
    },
  })

/** Gives a function that moves the page to a day, or back to today with `null`. */
export function useSetAsOf(): (asOf: string | null) => void {
  const router = useRouter()
  return useCallback(
    (asOf: string | null) => {
      const { asOf: _, ...rest } = router.state.location.search as Search
      router.history.push(`${router.state.location.pathname}${queryString(asOf ? { ...rest, asOf } : rest)}`)
    },
    [router],
  )
}
