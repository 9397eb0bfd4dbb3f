import { type Catalogue, pathOf } from '#kernel/definition/catalogue.ts'
import type { Register } from '#kernel/definition/register.ts'
import { queryString } from '#web/api/client.ts'
import type { CountedSentence } from './answers.ts'

/** The register an answer speaks of, by its name or its plural. */
export const registerOf = (catalogue: Catalogue, name: string): Register | undefined =>
  catalogue.registers.find((register) => register.plural === name || register.name === name) ?? catalogue.byPath(name)

/** The address of a list with a question put to it. */
export function listHref(catalogue: Catalogue, name: string, query: CountedSentence['query'] = ''): string {
  const register = registerOf(catalogue, name)
  if (!register) return '/'
  const question = typeof query === 'string' ? (query && !query.startsWith('?') ? `?${query}` : query) : queryString(query)
  return `/${pathOf(register)}${question}`
}

/** The address of a record. */
export function recordHref(catalogue: Catalogue, name: string, id: string): string {
  const register = registerOf(catalogue, name)
  return register ? `/${pathOf(register)}/${id}` : '/'
}
