import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useLanguage } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { type ApiProblem, api, type Params } from './client.ts'

export interface GetOptions {
  /** Keep showing the last answer while the next is fetched: lists that are filtered. */
  readonly keep?: boolean
  /** Milliseconds an answer is good for without asking again. */
  readonly staleTime?: number
  /** Do not add the date of the address: session, settings, and the like. */
  readonly timeless?: boolean
}

/** The key an answer is kept under: `queryClient.invalidateQueries({ queryKey: ['/risks'] })` refreshes every question to that path. */
export const getKey = (path: string, params: Params, asOf: string | null, language: string) => [path, params, asOf, language] as const

/** Asks the server for something, on the date of the address. Pass `null` to wait. */
export function useGet<T>(path: string | null, params: Params = {}, options: GetOptions = {}): UseQueryResult<T, ApiProblem> {
  const dated = useAsOf()
  const asOf = options.timeless ? null : dated
  const language = useLanguage()
  return useQuery<T, ApiProblem>({
    queryKey: getKey(path ?? '', params, asOf, language),
    queryFn: ({ signal }) => api<T>(path ?? '', { params: { ...params, ...(asOf ? { asOf } : {}) }, signal }),
    enabled: path !== null,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
    ...(options.staleTime === undefined ? {} : { staleTime: options.staleTime }),
  })
}
