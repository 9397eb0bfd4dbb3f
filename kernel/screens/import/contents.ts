import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#web/api/client.ts'
import { useGet } from '#web/api/useGet.ts'
import type { Register } from '../../definition/register.ts'
import type { Text } from '../../language/text.ts'

/** What each heading of a file is read as; null where the column is left out. */
export type Columns = Readonly<Record<string, string | null>>

/** What the server has found in a file, before anything is made of it. */
export interface Contents {
  readonly rows: number
  readonly recognised: boolean
  readonly columns: readonly {
    readonly heading: string
    readonly samples: readonly string[]
    readonly filled: number
    readonly target: string | null
  }[]
  readonly targets: readonly { readonly name: string; readonly label: Text; readonly required?: boolean }[]
}

/** The columns as they are guessed, or as the person said the last time a file had the same headings. */
export function firstColumns(contents: Contents, remembered: Columns): Columns {
  const known = new Set(contents.targets.map(({ name }) => name))
  const before = (heading: string) => (Object.hasOwn(remembered, heading) ? remembered[heading] : undefined)
  const taken = new Set(
    contents.columns.flatMap(({ heading }) => {
      const target = before(heading)
      return target && known.has(target) ? [target] : []
    }),
  )
  return Object.fromEntries(
    contents.columns.map(({ heading, target }) => {
      const said = before(heading)
      if (said === null || (said && known.has(said))) return [heading, said]
      return [heading, target && !taken.has(target) ? target : null]
    }),
  )
}

interface Settings {
  readonly imports?: Readonly<Record<string, Columns>>
  readonly [other: string]: unknown
}

const path = '/my/settings'
/** More than this is not worth remembering: settings are small. */
const mostRemembered = 60

/** What the person said of the columns the last time, kept with the account, and a way to keep it. */
export function useRememberedColumns(register: Register): { remembered: Columns; remember: (columns: Columns) => Promise<void> } {
  const client = useQueryClient()
  const settings = useGet<Settings>(path, {}, { timeless: true, staleTime: 300_000 }).data ?? {}
  const save = useMutation({
    mutationFn: (next: Settings) => api(path, { method: 'PUT', body: next }),
    onMutate: (next) => client.setQueriesData({ queryKey: [path] }, next),
  })
  return {
    remembered: settings.imports?.[register.plural] ?? {},
    remember: async (columns) => {
      if (Object.keys(columns).length > mostRemembered) return
      // What is not remembered has to be said again, which is no reason to trouble anybody now.
      await save.mutateAsync({ ...settings, imports: { ...settings.imports, [register.plural]: columns } }).catch(() => undefined)
    },
  }
}
