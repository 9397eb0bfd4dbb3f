import type { Access, Grant } from '#kernel/access/access.ts'
import { type Role, roleNames } from '#kernel/access/roles.ts'

const outside: readonly Role[] = ['administrator']

/** Those who may read the risk read what belongs to it. */
const readersOfRisk: Access = Object.fromEntries(
  roleNames.filter((role) => !outside.includes(role)).map((role): [Role, Grant] => [role, { read: 'part' }]),
)

/** The parts of a risk are read by who may read the risk; what more a role may do is added per register. */
export const partOfRisk = (more: Access): Access =>
  Object.fromEntries(Object.entries(readersOfRisk).map(([role, grant]) => [role, { ...grant, ...more[role as Role] }]))
