import type { Language, Text } from '#kernel/language/text.ts'
import type { ReportFigure } from '../report.ts'

/** The units a figure can be counted in; see `ReportFigure`. */
export type Unit = ReportFigure['unit']

const thinSpace = '\u202f'
const fixedSpace = '\u00a0'
const minus = '\u2212'

/** A number as set in running text: thin spaces and decimal comma in Swedish, commas and point in English. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  const fixed = Math.abs(value).toFixed(decimals)
  const [whole = '0', part] = fixed.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'sv' ? thinSpace : ',')
  const sign = value < 0 && Number(fixed) !== 0 ? minus : ''
  return sign + grouped + (part === undefined ? '' : (language === 'sv' ? ',' : '.') + part)
}

/** The fewest decimals (at most one) that tell the value apart from a whole number. */
const decimalsOf = (value: number): number => (Number(value.toFixed(1)) === Math.round(value) ? 0 : 1)

/** Per cent as read: whole, except near the ends, where rounding would turn "almost all" into "all" or "a few" into "none". */
function percentOf(share: number): { value: number; decimals: number } {
  const percent = share * 100
  const rounded = Math.round(percent)
  if (share < 1 && rounded === 100) return { value: Math.min(percent, 99.9), decimals: 1 }
  if (share > 0 && rounded === 0) return { value: Math.max(percent, 0.1), decimals: 1 }
  return { value: rounded, decimals: 0 }
}

const missing: Text = { sv: 'uppgift saknas', en: 'not known' }

/** A figure in words and digits with its unit: "83 %", "1 600", "3 dagar", "1 250 000 kr", "nivå 3". */
export function formatValue(value: number | null, unit: Unit, language: Language): string {
  if (value === null || !Number.isFinite(value)) return missing[language]
  const swedish = language === 'sv'
  switch (unit) {
    case 'share': {
      const { value: percent, decimals } = percentOf(value)
      return formatNumber(percent, language, decimals) + (swedish ? `${fixedSpace}%` : '%')
    }
    case 'days': {
      const number = formatNumber(value, language, decimalsOf(value))
      const one = Math.abs(value) === 1
      return `${number}${fixedSpace}${swedish ? (one ? 'dag' : 'dagar') : one ? 'day' : 'days'}`
    }
    case 'sek':
      return swedish ? `${formatNumber(value, language)}${fixedSpace}kr` : `SEK${fixedSpace}${formatNumber(value, language)}`
    case 'level':
      return `${swedish ? 'nivå' : 'level'}${fixedSpace}${formatNumber(value, language, decimalsOf(value))}`
    case 'count':
      return formatNumber(value, language, decimalsOf(value))
  }
}

/** The number a reader sees for a value, so that a change is the difference between the two figures on the page. */
function shown(value: number, unit: Unit): number {
  if (unit === 'share') return Number(percentOf(value).value.toFixed(percentOf(value).decimals))
  return unit === 'sek' ? Math.round(value) : Number(value.toFixed(decimalsOf(value)))
}

/** The change since the year before, in words: "upp 5 procentenheter", "3 färre", "oförändrat". */
export function changeInWords(value: number | null, previous: number | null, unit: Unit, language: Language): string {
  const swedish = language === 'sv'
  if (value === null) return '–'
  if (previous === null) return swedish ? 'ingen jämförelse' : 'no comparison'
  const difference = Number((shown(value, unit) - shown(previous, unit)).toFixed(1))
  if (difference === 0) return swedish ? 'oförändrat' : 'unchanged'
  const size = Math.abs(difference)
  const number = formatNumber(size, language, decimalsOf(size))
  if (unit === 'count') {
    if (swedish) return `${number}${fixedSpace}${difference > 0 ? 'fler' : 'färre'}`
    return `${number}${fixedSpace}${difference > 0 ? 'more' : 'fewer'}`
  }
  const direction = swedish ? (difference > 0 ? 'upp' : 'ned') : difference > 0 ? 'up' : 'down'
  return `${direction} ${amountOf(size, number, unit, language)}`
}

function amountOf(size: number, number: string, unit: Unit, language: Language): string {
  const swedish = language === 'sv'
  if (unit === 'sek' || unit === 'days') return formatValue(size, unit, language)
  const one = size === 1
  if (unit === 'share') {
    const noun = swedish ? (one ? 'procentenhet' : 'procentenheter') : one ? 'percentage point' : 'percentage points'
    return `${number}${fixedSpace}${noun}`
  }
  return `${number}${fixedSpace}${swedish ? (one ? 'nivå' : 'nivåer') : one ? 'level' : 'levels'}`
}

const months = {
  sv: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} satisfies Record<Language, string[]>

/** An ISO date (or the date part of an ISO date-time) as written in text: "31 december 2023". */
export function formatDate(iso: string, language: Language): string {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number)
  const name = month === undefined ? undefined : months[language][month - 1]
  if (!year || !name || !day) return iso
  return `${day}${fixedSpace}${name} ${year}`
}

/** The Swedish calendar date (Europe/Stockholm) of an instant given as an ISO date-time. */
export function swedishDate(instant: string): string {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return instant.slice(0, 10)
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Stockholm',
    dateStyle: 'short',
  }).formatToParts(date)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month').padStart(2, '0')}-${part('day').padStart(2, '0')}`
}
