import type { Listed } from '#kernel/access/contents.ts'
import { kebab } from '#kernel/definition/names.ts'
import { queryString } from '#web/api/client.ts'
import type { CountedSentence } from './answers.ts'

/** The register an answer speaks of, by its name, its plural or its name in addresses. */
export const registerOf = <One extends Pick<Listed, 'name' | 'plural'>>(registers: readonly One[], name: string): One | undefined =>
  registers.find((register) => register.plural === name || register.name === name || kebab(register.plural) === name)

/** The address of a list with a question put to it. */
export function listHref(
  registers: readonly Pick<Listed, 'name' | 'plural'>[],
  name: string,
  query: CountedSentence['query'] = '',
): string {
  const register = registerOf(registers, name)
  if (!register) return '/'
  const question = typeof query === 'string' ? (query && !query.startsWith('?') ? `?${query}` : query) : queryString(query)
  return `/${kebab(register.plural)}${question}`
}

/** The address of a record. */
export function recordHref(registers: readonly Pick<Listed, 'name' | 'plural'>[], name: string, id: string): string {
  const register = registerOf(registers, name)
  return register ? `/${kebab(register.plural)}/${id}` : '/'
}
