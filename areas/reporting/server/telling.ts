import type { AnnualFacts } from './facts.ts'
import { placeOf } from './placeholders.ts'
import type { Wording } from './wording.ts'

/** A figure as a text meets it. */
export interface ToldFigure {
  readonly value: number | null
  readonly previous: number | null
  readonly unit: 'share' | 'count' | 'days' | 'sek' | 'level'
}

/** What the default texts are written from. */
export interface Telling extends Wording {
  readonly facts: AnnualFacts
  readonly authority: string
  readonly day: string
  readonly year: number
  /** The year is over on the day of the report. */
  readonly isWholeYear: boolean
  readonly figure: (key: string) => ToldFigure
  /** What a choice of a register is called: `kindOf('document', 'kind', 'policy')`, in small letters. */
  readonly choice: (register: string, field: string, key: string) => string
}

/** The value of a figure, or null. */
export const valueIn = (telling: Telling, key: string): number | null => telling.figure(key).value

/** The place of a figure in the text, so that the text stays true when it is taken over and edited. */
export const here = placeOf

/** `Under 2023`, or `Hittills under 2026` while the year lasts. */
export const during = ({ say, year, isWholeYear }: Telling): string =>
  isWholeYear ? say(`Under ${year}`, `During ${year}`) : say(`Hittills under ${year}`, `So far in ${year}`)

/** A value of the year before in words: small numbers are spelled out, and none is *ingen*. */
const beforeInWords = (telling: Telling, value: number, unit: ToldFigure['unit']): string =>
  unit !== 'count' ? telling.value(value, unit) : value === 0 ? telling.say('ingen', 'none') : telling.number(value, 'en')

/** `, mot 76 % ett år tidigare`, or nothing where there is nothing to compare with. */
export function against(telling: Telling, key: string): string {
  const { value, previous, unit } = telling.figure(key)
  if (value === null || previous === null) return ''
  if (value === previous) return telling.say(', oförändrat på ett år', ', unchanged in a year')
  const before = beforeInWords(telling, previous, unit)
  return telling.say(`, mot ${before} ett år tidigare`, `, against ${before} a year earlier`)
}

/** `, året före 14`, for what is counted over a year. */
export function yearBefore(telling: Telling, key: string): string {
  const { value, previous, unit } = telling.figure(key)
  if (value === null || previous === null) return ''
  const before = beforeInWords(telling, previous, unit)
  return telling.say(`, året före ${before}`, `, ${before} the year before`)
}

/** Sentences as a paragraph; those that have nothing to say are left out. */
export const paragraph = (...sentences: readonly (string | null | false | undefined)[]): string => sentences.filter(Boolean).join(' ')

/** Paragraphs as Markdown. */
export const text = (...paragraphs: readonly (string | null | false | undefined)[]): string => paragraphs.filter(Boolean).join('\n\n')

/** Items as a Markdown list. */
export const bullets = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n')

/** Words of the authority's own, kept from being read as Markdown. */
export const literally = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|{}~]/g, (sign) => `\\${sign}`)
