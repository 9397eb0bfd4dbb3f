/** What a list may be asked beside its filters; everything else in the address is a filter. */
const reserved = new Set(['sort', 'limit', 'cursor', 'q', 'fields', 'asOf', 'count', 'format', 'figure', 'notice', 'lang', 'view'])

/** One condition on one field, as the address and the API write it: `gte:3`, `not:closed`, `identified,analysed`, `empty`. */
export type Condition =
  | { readonly op: 'in' | 'not'; readonly values: readonly string[] }
  | { readonly op: 'gte' | 'lte' | 'gt' | 'lt' | 'contains' | 'under'; readonly value: string }
  | { readonly op: 'empty' | 'filled' }

const prefixes = ['gte', 'lte', 'gt', 'lt', 'contains', 'under'] as const

const values = (text: string) => text.split(',').filter((value) => value !== '')

export function parseCondition(text: string): Condition {
  if (text === 'empty' || text === 'filled') return { op: text }
  if (text.startsWith('not:')) return { op: 'not', values: values(text.slice(4)) }
  const op = prefixes.find((prefix) => text.startsWith(`${prefix}:`))
  return op ? { op, value: text.slice(op.length + 1) } : { op: 'in', values: values(text) }
}

export function writeCondition(condition: Condition): string {
  switch (condition.op) {
    case 'empty':
    case 'filled':
      return condition.op
    case 'in':
      return condition.values.join(',')
    case 'not':
      return `not:${condition.values.join(',')}`
    default:
      return `${condition.op}:${condition.value}`
  }
}

/** The conditions of a list by field, in the order of the address. */
export type Filters = Readonly<Record<string, readonly Condition[]>>

type SearchValues = Readonly<Record<string, string | readonly string[]>>

const listed = (value: string | readonly string[]): readonly string[] => (typeof value === 'string' ? [value] : value)

export const filtersOf = (search: SearchValues): Filters =>
  Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) => {
      const conditions = reserved.has(name)
        ? []
        : listed(value)
            .filter((text) => text !== '')
            .map(parseCondition)
      return conditions.length ? [[name, conditions]] : []
    }),
  )

/** The address with other conditions on one field; none takes the filter away. */
export function withFilter(
  search: SearchValues,
  name: string,
  conditions: readonly Condition[],
): Record<string, string | readonly string[]> {
  const next: Record<string, string | readonly string[]> = { ...search }
  if (conditions.length) next[name] = conditions.map(writeCondition)
  else delete next[name]
  return next
}

/** What narrows a list beside its filters. */
const narrowing = new Set(['q', 'figure', 'notice', 'view'])

/** The address without any filter, search, figure or notice; order and date are kept. */
export const withoutFilters = (search: SearchValues): Record<string, string | readonly string[]> =>
  Object.fromEntries(Object.entries(search).filter(([name]) => reserved.has(name) && !narrowing.has(name)))

/** What the API is asked: everything in the address except the date, which follows by itself. */
export const queryOf = (search: SearchValues): Record<string, string | readonly string[]> =>
  Object.fromEntries(Object.entries(search).filter(([name]) => name !== 'asOf' && name !== 'lang' && name !== 'view'))

/** Whether two addresses ask for the same records, whatever the order their filters are written in. */
export function asksTheSame(one: SearchValues, other: SearchValues): boolean {
  const key = (search: SearchValues) => {
    const filters = Object.entries(filtersOf(search)).map(([name, conditions]) => [name, conditions.map(writeCondition).sort()] as const)
    return JSON.stringify([filters.sort(([a], [b]) => (a < b ? -1 : 1)), search.q ?? '', search.figure ?? '', search.notice ?? ''])
  }
  return key(one) === key(other)
}
