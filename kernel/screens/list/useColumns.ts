import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#web/api/client.ts'
import { useGet } from '#web/api/useGet.ts'
import type { Register } from '../../definition/register.ts'
import { columnField } from '../fields/columns.ts'

/** What a person has chosen about lists; kept with the account. */
interface Settings {
  readonly columns?: Readonly<Record<string, readonly string[]>>
  readonly [other: string]: unknown
}

const path = '/my/settings'

/** The columns of a register's list as the person has chosen them, and a way to choose others; nothing means the register's own. */
export function useColumns(register: Register): {
  columns: readonly string[]
  isOwn: boolean
  setColumns: (columns: readonly string[] | null) => void
} {
  const client = useQueryClient()
  const settings = useGet<Settings>(path, {}, { timeless: true, staleTime: 300_000 }).data ?? {}
  const chosen = settings.columns?.[register.plural]?.filter((name) => columnField(register, name))
  const save = useMutation({
    mutationFn: (next: Settings) => api(path, { method: 'PUT', body: next }),
    onMutate: (next) => client.setQueriesData({ queryKey: [path] }, next),
  })
  return {
    columns: chosen?.length ? chosen : register.list.columns.filter((name) => columnField(register, name)),
    isOwn: Boolean(chosen?.length),
    setColumns: (columns) => {
      const { [register.plural]: _, ...rest } = settings.columns ?? {}
      save.mutate({ ...settings, columns: columns ? { ...rest, [register.plural]: columns } : rest })
    },
  }
}
