import { roles } from '#kernel/access/roles.ts'
import type { Text } from '#kernel/language/text.ts'
import { type MandateRole, mandateRoles } from './risk-method.content.ts'

/** What the levels of decision are called: the roles that hold the mandates. */
export const mandateLabels = Object.fromEntries(mandateRoles.map((role) => [role, roles[role].label])) as Readonly<
  Record<MandateRole, Text>
>
