import type { Language } from '#kernel/language/text.ts'

const locale = { sv: 'sv-SE', en: 'en-GB' } as const satisfies Record<Language, string>

/** Narrow no-break space: between groups of digits, and before the sign for per cent. */
export const thin = '\u202f'

const cache = new Map<string, Intl.NumberFormat>()
function numbers(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language}${JSON.stringify(options)}`
  let found = cache.get(key)
  if (!found) {
    found = new Intl.NumberFormat(locale[language], options)
    cache.set(key, found)
  }
  return found
}

/** Ordinary no-break space: between a number and a word. */
export const bound = '\u00a0'

/** A number as it is set in the language: `12 500,5` with thin spaces in Swedish. */
export const formatNumber = (value: number, language: Language, options: Intl.NumberFormatOptions = {}): string =>
  numbers(language, options)
    .format(value)
    .replace(/[\u00a0 ]/g, thin)

/** An amount in kronor: `12 500 kr`; öre only where there are any. */
export const formatMoney = (value: number, language: Language): string => {
  const amount = formatNumber(value, language, Number.isInteger(value) ? {} : { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return language === 'sv' ? `${amount}${bound}kr` : `SEK${bound}${amount}`
}

/** A share 0–1 in per cent: `83 %`. */
export const formatShare = (value: number, language: Language, decimals = 0): string => {
  const digits = formatNumber(value * 100, language, { maximumFractionDigits: decimals })
  return language === 'sv' ? `${digits}${thin}%` : `${digits}%`
}

/** A size in bytes, in words a person reads: `2,4 MB`. */
export function formatBytes(bytes: number, language: Language): string {
  const steps = ['byte', 'kB', 'MB', 'GB']
  let value = bytes
  let step = 0
  while (value >= 1000 && step < steps.length - 1) {
    value /= 1000
    step += 1
  }
  return `${formatNumber(value, language, { maximumFractionDigits: value < 10 && step > 0 ? 1 : 0 })}${bound}${steps[step]}`
}

const asDay = (day: string) => new Date(`${day.slice(0, 10)}T12:00:00Z`)

/** A day: `31 december 2023` in running text, `2023-12-31` in tables. */
export const formatDate = (day: string, language: Language, style: 'text' | 'table' = 'text'): string =>
  style === 'table'
    ? day.slice(0, 10)
    : new Intl.DateTimeFormat(locale[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(asDay(day))

/** A moment in Swedish time: `31 december 2023 kl. 14.05` in text, `2023-12-31 14:05` in tables. */
export function formatMoment(moment: string, language: Language, style: 'text' | 'table' = 'text'): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Stockholm' }).format(
    new Date(moment),
  )
  const [day = '', time = ''] = parts.split(' ')
  if (style === 'table') return `${day} ${time}`
  return language === 'sv' ? `${formatDate(day, 'sv')} kl. ${time.replace(':', '.')}` : `${formatDate(day, 'en')} at ${time}`
}

/** Whole days from `today` to `day`; negative when the day has passed. */
export const daysBetween = (today: string, day: string): number => Math.round((asDay(day).getTime() - asDay(today).getTime()) / 86_400_000)

/** How far off a day is: `i dag`, `om 3 dagar`, `för 12 dagar sedan`; from 60 days in months, from two years in years. */
export function formatDistance(day: string, today: string, language: Language): string {
  const days = daysBetween(today, day)
  const format = new Intl.RelativeTimeFormat(locale[language], { numeric: 'auto' })
  const size = Math.abs(days)
  if (size >= 730) return format.format(Math.trunc(days / 365), 'year')
  if (size >= 60) return format.format(Math.trunc(days / 30), 'month')
  return format.format(days, 'day')
}
