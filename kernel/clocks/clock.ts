/** Where the time comes from. Rules and queries are given it; nothing else asks the machine. */
export interface Clock {
  readonly now: () => Date
}

export const systemClock: Clock = { now: () => new Date() }

const swedishDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', year: 'numeric', month: '2-digit', day: '2-digit' })
const swedishOffset = new Intl.DateTimeFormat('en-US', { timeZone: 'Europe/Stockholm', timeZoneName: 'longOffset' })

/** The day it is in Sweden at a moment, `2023-12-31`. */
export const dayIn = (moment: Date): string => swedishDay.format(moment)

/** The day `days` after `day`; negative counts backwards. */
export function addDays(day: string, days: number): string {
  const moved = new Date(`${day}T12:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}

/** The same day `years` later; 29 February becomes 28 February where the year has none. */
export function addYears(day: string, years: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate()
  return `${String(year + years).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(Math.min(date, last)).padStart(2, '0')}`
}

/** The same day some months later, or earlier where negative; the last of the month where that month is shorter. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0))
  last.setUTCDate(Math.min(date, last.getUTCDate()))
  return last.toISOString().slice(0, 10)
}

/** The last moment of a day in Sweden, to the millisecond: what *as of 31 December* means. */
export function endOf(day: string): Date {
  const midnight = new Date(`${addDays(day, 1)}T00:00:00Z`)
  const offset = swedishOffset.formatToParts(midnight).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT+01:00'
  const hours = Number(/GMT([+-]\d{2})/.exec(offset)?.[1] ?? 1)
  return new Date(midnight.getTime() - hours * 3_600_000 - 1)
}
