import { type MandateRole, mandateRoles, type RiskMethodContent } from './risk-method.content.ts'

/** Whether a mandate that reaches below a limit reaches the value; a mandate without limit reaches all. */
const reaches = (below: number | null, value: number | null) => below === null || (value !== null && value < below)

/** Whether the holder of a mandate may accept a risk of the value. */
export function mayAccept(method: Pick<RiskMethodContent, 'mandates'>, role: MandateRole | null, value: number | null): boolean {
  const mandate = method.mandates.find((one) => one.role === role)
  return mandate !== undefined && reaches(mandate.acceptsBelow, value)
}

/** The lowest mandate that may accept a risk of the value; null where the method has none. */
export const whoMayAccept = (method: Pick<RiskMethodContent, 'mandates'>, value: number | null): MandateRole | null =>
  mandateRoles.find((role) => mayAccept(method, role, value)) ?? null

/** The day so many months on; the last of the month where it has no such day. */
export function monthsOn(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/** Until when a risk of the level may be accepted at most; null where it may not be accepted, or where the method does not know the level. */
export function longestAcceptance(method: Pick<RiskMethodContent, 'levels'>, level: number | null, today: string): string | null {
  const months = method.levels.find((one) => one.level === level)?.acceptMonths ?? 0
  return months > 0 ? monthsOn(today, months) : null
}
