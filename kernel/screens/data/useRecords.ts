import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { type ApiProblem, api, type Params } from '#web/api/client.ts'
import { getKey, useGet } from '#web/api/useGet.ts'
import { useLanguage } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { pathOf } from '../../definition/catalogue.ts'
import type { Register } from '../../definition/register.ts'
import { shapeOf } from '../../fields/field.ts'
import { columnField } from '../fields/columns.ts'
import { isLink } from '../fields/words.ts'
import { type RecordJson, type RecordPage, titleOf } from './record.ts'

export const recordPath = (register: Register, id: string): string => `/${pathOf(register)}/${id}`

/** One record as it stands on the date of the address, with what the person may do to it. */
export const useRecord = (register: Register, id: string | null) => useGet<RecordJson>(id === null ? null : recordPath(register, id))

/** A list, page after page. */
export function useRecordPages(register: Register, params: Params) {
  const asOf = useAsOf()
  const language = useLanguage()
  const path = `/${pathOf(register)}`
  return useInfiniteQuery<RecordPage, ApiProblem, { pages: RecordPage[] }, readonly unknown[], string | null>({
    queryKey: [...getKey(path, params, asOf, language), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      api<RecordPage>(path, {
        params: { ...params, ...(asOf ? { asOf } : {}), ...(pageParam === null ? { count: true } : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
}

/** Records of a register to choose among, found by words. */
export function useOptions(register: Register, q: string, enabled: boolean) {
  const found = useGet<RecordPage>(
    enabled ? `/${pathOf(register)}` : null,
    { q, limit: 20 },
    { keep: true, timeless: true, staleTime: 30_000 },
  )
  return {
    isLoading: found.isLoading,
    options: (found.data?.items ?? []).map((record) => ({
      id: record.id,
      label: titleOf(register, record),
      hint: hintOf(register, record),
    })),
  }
}

/** What tells two records of the same name apart: the reference, a title, a unit. */
function hintOf(register: Register, record: RecordJson): string {
  const words = register.list.columns.flatMap((name) => {
    const value = record[name]
    const field = columnField(register, name)
    if (name === register.title || name === 'state' || !field || value === null || value === undefined) return []
    const kind = shapeOf(field).kind
    return kind === 'text' && typeof value === 'string' ? [value] : kind === 'link' && isLink(value) ? [value.label] : []
  })
  return words.slice(0, 2).join(' · ')
}

/** Gives a function that makes every answer ask again: after something has been written. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient()
  return useCallback(() => client.invalidateQueries(), [client])
}
