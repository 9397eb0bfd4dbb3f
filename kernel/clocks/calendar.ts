import { addDays } from './clock.ts'
import { type Holiday, holidays } from './holidays.ts'

/** Easter Sunday of a year in the Gregorian calendar (the method of Meeus, Jones and Butcher). */
export function easterOf(year: number): string {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return `${String(year).padStart(4, '0')}-${String(Math.floor(f / 31)).padStart(2, '0')}-${String((f % 31) + 1).padStart(2, '0')}`
}

/** 0 is Sunday. */
const weekdayOf = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay()

function dayOf({ rule }: Holiday, year: string): string {
  if ('fixed' in rule) return `${year}-${rule.fixed}`
  if ('easter' in rule) return addDays(easterOf(Number(year)), rule.easter)
  const first = `${year}-${rule.from}`
  return addDays(first, (rule.weekday - weekdayOf(first) + 7) % 7)
}

const years = new Map<string, ReadonlyMap<string, Holiday>>()

function holidaysOf(year: string): ReadonlyMap<string, Holiday> {
  const known = years.get(year)
  if (known) return known
  const found = new Map(
    holidays.flatMap((holiday) => {
      const day = dayOf(holiday, year)
      return day >= holiday.validFrom && day <= (holiday.validTo ?? '9999-12-31') ? [[day, holiday] as const] : []
    }),
  )
  years.set(year, found)
  return found
}

/** The holiday that falls on the day in Sweden, if any. */
export const holidayOn = (day: string): Holiday | null => holidaysOf(day.slice(0, 4)).get(day) ?? null

/** Whether Swedish authorities are open: neither Saturday, Sunday, holiday nor one of the three eves. */
export function isWorkingDay(day: string): boolean {
  const weekday = weekdayOf(day)
  return weekday !== 0 && weekday !== 6 && holidayOn(day) === null
}

/** The `count`-th working day after the day; before it where `count` is negative; the day itself, whatever it is, for 0. */
export function addWorkingDays(day: string, count: number): string {
  const step = Math.sign(count)
  let found = day
  for (let left = Math.abs(count); left > 0; ) {
    found = addDays(found, step)
    if (isWorkingDay(found)) left -= 1
  }
  return found
}

/**
 * How many working days there are after `from` through `to`. Where `to` is the earlier, minus the number from `to` to the day before
 * `from`: so `workingDaysBetween(day, addWorkingDays(day, n))` is `n`.
 */
export function workingDaysBetween(from: string, to: string): number {
  if (to < from) {
    let count = 0
    for (let day = to; day < from; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1
    return count ? -count : 0
  }
  let count = 0
  for (let day = from; day < to; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day)) count += 1
  }
  return count
}

/** The latest day whose `count`-th working day has come by `today`: what fell due by then has been late for so many working days. */
export function latestLate(today: string, count: number): string {
  if (count <= 0) return addDays(today, -count)
  return addDays(addWorkingDays(today, isWorkingDay(today) ? 1 - count : -count), -1)
}

const swedishOffset = new Intl.DateTimeFormat('en-US', { timeZone: 'Europe/Stockholm', timeZoneName: 'longOffset' })

/** How many minutes Sweden is ahead of UTC at a moment. */
function minutesAhead(moment: number): number {
  const name = swedishOffset.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours = '1', minutes = '0'] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

/**
 * The moment it is `time` o'clock (`HH:MM`) in Sweden on the day. Of the hour that comes twice when summer time ends it is the first;
 * a time in the hour that is left out when it begins is as long after midnight as it says, so that 02:30 is when the clock shows 03:30.
 */
export function momentAt(day: string, time: string): Date {
  const local = Date.parse(`${day}T${time}:00Z`)
  // Far enough before that the clock has not been changed yet, and far enough after.
  const before = minutesAhead(local - 86_400_000)
  const after = minutesAhead(local + 86_400_000)
  const early = local - before * 60_000
  const late = local - after * 60_000
  return new Date(minutesAhead(early) === before ? early : minutesAhead(late) === after ? late : early)
}

/** The first moment of a day in Sweden. */
export const startOf = (day: string): Date => momentAt(day, '00:00')
