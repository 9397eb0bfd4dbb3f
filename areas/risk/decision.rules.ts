import { addMonths } from '#kernel/clocks/clock.ts'
import { lowestFor } from './escalation.rules.ts'
import { type MandateRole, mandateRoles, type RiskMethodContent } from './risk-method.content.ts'

/** Whether the holder of a mandate may accept a risk of the value: never below the role the method asks for. */
export const mayAccept = (method: RiskMethodContent, role: MandateRole, value: number): boolean =>
  mandateRoles.indexOf(role) >= mandateRoles.indexOf(lowestFor(method, value, 'accept'))

/** Until when a risk of the level may be accepted at most; null where it may not be accepted, or where the method does not know the level. */
export function longestAcceptance(method: Pick<RiskMethodContent, 'levels'>, level: number | null, today: string): string | null {
  const months = method.levels.find((one) => one.level === level)?.acceptMonths ?? 0
  return months > 0 ? addMonths(today, months) : null
}
