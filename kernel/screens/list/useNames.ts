import { useQueries } from '@tanstack/react-query'
import { api } from '#web/api/client.ts'
import { getKey } from '#web/api/useGet.ts'
import { useLanguage } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { useCatalogue } from '../catalogue.tsx'
import { type RecordJson, titleOf } from '../data/record.ts'
import { recordPath } from '../data/useRecords.ts'

/** Gives the names of the records a filter mentions; an ellipsis until they are known, and for those one may not see. */
export function useNames(to: string | null, ids: readonly string[]): (id: string) => string {
  const catalogue = useCatalogue()
  const asOf = useAsOf()
  const language = useLanguage()
  const register = to === null ? null : catalogue.register(to)
  const wanted = register ? ids.filter((id) => id !== 'me' && id !== '') : []
  const found = useQueries({
    queries: wanted.map((id) => {
      const path = register ? recordPath(register, id) : ''
      return {
        queryKey: getKey(path, {}, asOf, language),
        queryFn: ({ signal }: { signal: AbortSignal }) => api<RecordJson>(path, { params: asOf ? { asOf } : {}, signal }),
        staleTime: 300_000,
        retry: false,
      }
    }),
  })
  return (id) => {
    const record = found[wanted.indexOf(id)]?.data
    return record && register ? titleOf(register, record) : '…'
  }
}
