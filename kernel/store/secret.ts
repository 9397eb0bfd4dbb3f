import { secrecyColumn } from '../access/predicate.ts'
import type { Register } from '../definition/register.ts'

/** SQL that is true where the row of alias `t` has a secrecy marking. */
export function isSecret(register: Register): string {
  const column = secrecyColumn(register)
  return column ? `t.${column} is not null` : 'false'
}
