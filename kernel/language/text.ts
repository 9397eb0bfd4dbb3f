/** The languages of the product. Swedish is written first; English is complete. */
export const languages = ['sv', 'en'] as const
export type Language = (typeof languages)[number]

/** A text for people, in every language of the product. */
export type Text = Readonly<Record<Language, string>>

/** The text in one language. */
export const say = (text: Text, language: Language): string => text[language]

/** A text with a number in it: picks the singular form for exactly one. */
export const counted = (count: number, one: Text, many: Text): Text => (count === 1 ? one : many)

/** Replaces `{name}` in both languages with the given values. Unknown names are left as they stand. */
export function fill(text: Text, values: Readonly<Record<string, string | number>>): Text {
  const put = (pattern: string) => pattern.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole))
  return { sv: put(text.sv), en: put(text.en) }
}

export const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value)
