import type { Unit } from '#kernel/figures/figure.ts'
import type { Language } from '#kernel/language/text.ts'

/** How numbers and days are written; given from outside, so that texts and tables of a report agree. */
export interface Formats {
  readonly value: (value: number | null, unit: Unit, language: Language) => string
  readonly date: (day: string, language: Language) => string
}

const numbers = {
  sv: ['inga', 'ett', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'],
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
}

/** `Trygghetsverket` → `Trygghetsverkets`; a name that ends in s, x or z stands as it is. */
export const genitive = (name: string, language: Language): string =>
  language === 'sv' ? (/[sxz]$/i.test(name) ? name : `${name}s`) : `${name}’s`

/** The first letter as a capital. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('sv') + text.slice(1)

/** `a`, `a och b`, `a, b och c`; items that themselves hold an *och* or a comma are kept apart by semicolons. */
export function listed(items: readonly string[], language: Language): string {
  const and = language === 'sv' ? 'och' : 'and'
  if (items.length > 1 && items.some((item) => item.includes(` ${and} `) || item.includes(','))) return items.join('; ')
  if (items.length < 2) return items[0] ?? ''
  return `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`
}

/** Words in one language. */
export interface Wording {
  readonly language: Language
  /** Chooses the words of the language. */
  readonly say: (sv: string, en: string) => string
  /** `tre åtgärder`, `en åtgärd`, `inga åtgärder`, `1 600 medarbetare`: whole words up to twelve. */
  readonly many: (count: number, one: string, more: string) => string
  /** A bare number: in words up to twelve, with `en` or `ett` given for one. */
  readonly number: (count: number, one?: string) => string
  readonly value: (value: number | null, unit: Unit) => string
  readonly date: (day: string) => string
  readonly list: (items: readonly string[]) => string
}

export function wordingIn(language: Language, formats: Formats): Wording {
  const number = (count: number, one?: string) =>
    count === 1 && one
      ? language === 'sv'
        ? one
        : 'one'
      : Number.isInteger(count) && count >= 0 && count <= 12
        ? (numbers[language][count] ?? String(count))
        : formats.value(count, 'count', language)
  return {
    language,
    say: (sv, en) => (language === 'sv' ? sv : en),
    number,
    many: (count, one, more) => (count === 1 ? one : `${number(count)} ${more}`),
    value: (value, unit) => formats.value(value, unit, language),
    date: (day) => formats.date(day, language),
    list: (items) => listed(items, language),
  }
}
