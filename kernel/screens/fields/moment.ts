import { fromDate, parseDateTime, toZoned } from '@internationalized/date'

const zone = 'Europe/Stockholm'

/** A moment as its day and time of day in Sweden, `2023-12-31` and `14:30`. */
export function partsOf(moment: string): { day: string; time: string } {
  const local = fromDate(new Date(moment), zone)
  const two = (value: number) => String(value).padStart(2, '0')
  return { day: `${local.year}-${two(local.month)}-${two(local.day)}`, time: `${two(local.hour)}:${two(local.minute)}` }
}

/** The moment of a day and time of day in Sweden, in UTC; an hour that summer time skips becomes the hour after. */
export const momentOf = (day: string, time: string): string => toZoned(parseDateTime(`${day}T${time}`), zone).toAbsoluteString()
