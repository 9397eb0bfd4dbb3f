import type { Text } from '../language/text.ts'

interface RoleFacts {
  readonly label: Text
  /** Line of responsibility: 1 owns and acts, 2 supports and follows up, 3 reviews independently; none outside the lines. */
  readonly line: 1 | 2 | 3 | null
}

/** The roles of an authority's work with information security. Everyone employed is an `employee`; the rest come by assignment. */
export const roles = {
  employee: { label: { sv: 'medarbetare', en: 'employee' }, line: 1 },
  manager: { label: { sv: 'chef', en: 'manager' }, line: 1 },
  'department-head': { label: { sv: 'avdelningschef', en: 'head of department' }, line: 1 },
  'director-general': { label: { sv: 'generaldirektör', en: 'director-general' }, line: 1 },
  'information-owner': { label: { sv: 'informationsägare', en: 'information owner' }, line: 1 },
  'system-owner': { label: { sv: 'systemägare', en: 'system owner' }, line: 1 },
  'risk-owner': { label: { sv: 'riskägare', en: 'risk owner' }, line: 1 },
  procurement: { label: { sv: 'inköp', en: 'procurement' }, line: 1 },
  preparedness: { label: { sv: 'beredskapssamordnare', en: 'preparedness coordinator' }, line: 2 },
  ciso: { label: { sv: 'informationssäkerhetschef', en: 'chief information security officer' }, line: 2 },
  'head-of-security': { label: { sv: 'säkerhetschef', en: 'head of security' }, line: 2 },
  dpo: { label: { sv: 'dataskyddsombud', en: 'data protection officer' }, line: 2 },
  'risk-function': { label: { sv: 'riskfunktion', en: 'risk function' }, line: 2 },
  'internal-audit': { label: { sv: 'internrevision', en: 'internal audit' }, line: 3 },
  administrator: { label: { sv: 'administratör', en: 'administrator' }, line: null },
} as const satisfies Record<string, RoleFacts>

export type Role = keyof typeof roles
export const roleNames = Object.keys(roles) as Role[]
export const isRole = (value: unknown): value is Role => typeof value === 'string' && Object.hasOwn(roles, value)
