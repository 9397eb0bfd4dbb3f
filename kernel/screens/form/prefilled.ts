import { useQueries } from '@tanstack/react-query'
import { useRef } from 'react'
import { api } from '#web/api/client.ts'
import { getKey } from '#web/api/useGet.ts'
import { useLanguage } from '#web/language/useSay.ts'
import { type Search, useSearch } from '#web/shell/address.ts'
import type { Register } from '../../definition/register.ts'
import { shapeOf } from '../../fields/field.ts'
import { useCatalogue } from '../catalogue.tsx'
import { type RecordJson, titleOf } from '../data/record.ts'
import { recordPath } from '../data/useRecords.ts'
import { type FormValues, formFields } from './payload.ts'

/** More records than an address is made with. */
const most = 50

/** What the address says of each field of the form, as texts; a list is repeated or parted by commas. */
export function givenIn(register: Register, search: Search): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    formFields(register).flatMap((name) => {
      const value = search[name]
      const field = register.fields[name]
      if (value === undefined || !field) return []
      const shape = shapeOf(field)
      const each = typeof value === 'string' ? [value] : value
      switch (shape.kind) {
        case 'link':
        case 'links': {
          const ids = each.flatMap((one) => one.split(',')).filter((id) => id !== '')
          return [[name, ids.slice(0, shape.kind === 'link' ? 1 : most)]]
        }
        case 'choice':
          return each[0] !== undefined && each[0] in shape.options ? [[name, [each[0]]]] : []
        case 'text':
        case 'date':
          return each[0] ? [[name, [each[0]]]] : []
        default:
          return []
      }
    }),
  )
}

/** What a new record starts from, given in the address: `/actions/new?source=risk&risks=<id>`. Null until the names of linked records are known; those that are not for the person are left out. */
export function usePrefilled(register: Register): FormValues | null {
  const catalogue = useCatalogue()
  const language = useLanguage()
  const [search] = useSearch()
  const given = useRef(givenIn(register, search)).current
  const wanted = Object.entries(given).flatMap(([name, values]) => {
    const field = register.fields[name]
    const shape = field && shapeOf(field)
    return shape?.kind === 'link' || shape?.kind === 'links' ? values.map((id) => ({ id, to: catalogue.register(shape.to) })) : []
  })
  const found = useQueries({
    queries: wanted.map(({ id, to }) => ({
      queryKey: getKey(recordPath(to, id), {}, null, language),
      queryFn: ({ signal }: { signal: AbortSignal }) => api<RecordJson>(recordPath(to, id), { signal }),
      retry: false,
    })),
  })
  if (found.some(({ isPending }) => isPending)) return null
  const links = new Map(
    wanted.flatMap(({ id, to }, index) => {
      const record = found[index]?.data
      return record ? [[id, { id, label: titleOf(to, record) }] as const] : []
    }),
  )
  return Object.fromEntries(
    Object.entries(given).map(([name, values]) => {
      const field = register.fields[name]
      const kind = field && shapeOf(field).kind
      const linked = values.flatMap((id) => links.get(id) ?? [])
      return [name, kind === 'links' ? linked : kind === 'link' ? (linked[0] ?? null) : (values[0] ?? null)]
    }),
  )
}
