import type { Register } from '../definition/register.ts'
import type { Role } from './roles.ts'

const narrowed = new WeakMap<Register, Map<string, Register>>()

/**
 * The register as screens show it to people with these roles: without the fields whose values are not for them, which would only look
 * empty. The values themselves are kept back where they are read (`seen` in predicate.ts), not here.
 */
export function forReaders(register: Register, roles: readonly Role[]): Register {
  const hidden = Object.keys(register.fields).filter((name) => {
    const readers = register.fields[name]?.readers
    return readers && !readers.some((role) => roles.includes(role))
  })
  if (!hidden.length) return register
  const known = narrowed.get(register) ?? new Map<string, Register>()
  narrowed.set(register, known)
  const key = hidden.join()
  const stays = (name: string) => !hidden.includes(name.replace(/^-/, ''))
  const made = known.get(key) ?? {
    ...register,
    fields: Object.fromEntries(Object.entries(register.fields).filter(([name]) => stays(name))),
    list: {
      ...register.list,
      columns: register.list.columns.filter(stays),
      filters: register.list.filters.filter(stays),
      sort: register.list.sort.filter(stays),
    },
    form: register.form.map((section) => ({ ...section, fields: section.fields.filter(stays) })),
  }
  known.set(key, made)
  return made
}
