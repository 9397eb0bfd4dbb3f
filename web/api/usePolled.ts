import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useLanguage } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { type ApiProblem, api, type Params } from './client.ts'
import { getKey } from './useGet.ts'

/** Asks the server again and again while the page is looked at, so that what others do is seen. */
export function usePolled<T>(path: string | null, params: Params, seconds: number): UseQueryResult<T, ApiProblem> {
  const asOf = useAsOf()
  const language = useLanguage()
  return useQuery<T, ApiProblem>({
    queryKey: getKey(path ?? '', params, asOf, language),
    queryFn: ({ signal }) => api<T>(path ?? '', { params: { ...params, ...(asOf ? { asOf } : {}) }, signal }),
    enabled: path !== null,
    ...(asOf ? {} : { refetchInterval: seconds * 1000 }),
  })
}

/** Makes some answers ask again, by the beginning of their path. */
export function useAskAgain(): (...paths: string[]) => Promise<void> {
  const client = useQueryClient()
  return useCallback(
    async (...paths: string[]) => {
      await Promise.all(
        paths.map((path) =>
          client.invalidateQueries({ predicate: ({ queryKey }) => typeof queryKey[0] === 'string' && queryKey[0].startsWith(path) }),
        ),
      )
    },
    [client],
  )
}
