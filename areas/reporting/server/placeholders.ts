import type { Text } from '#kernel/language/text.ts'

/** A brace written as `\{` is a brace, not the beginning of a figure. */
const pattern = /(?<!\\)\{figure:([^{}\n]*)\}/g

/** A figure named in a text that does not exist. */
export interface UnknownPlaceholder {
  readonly key: string
  readonly message: Text
}

const unknown = (key: string): UnknownPlaceholder => ({
  key,
  message: {
    sv: `Texten nämner siffran "${key}", som inte finns. Rätta namnet eller ta bort den.`,
    en: `The text names the figure "${key}", which does not exist. Correct the name or remove it.`,
  },
})

/** The figures a text names, each once, in the order they first stand. */
export const figuresNamed = (text: string): string[] => [...new Set([...text.matchAll(pattern)].map((match) => (match[1] ?? '').trim()))]

/** The figures a text names that do not exist. */
export const unknownIn = (text: string, exists: (key: string) => boolean): UnknownPlaceholder[] =>
  figuresNamed(text)
    .filter((key) => !exists(key))
    .map(unknown)

/**
 * Puts the figures into a text: `{figure:awareness.completion-share}` becomes `83 %`.
 * @param inWords the figure in words, or null where there is no such figure: then it is left visible as a fault
 */
export const fillFigures = (text: string, inWords: (key: string) => string | null): string =>
  text.replace(pattern, (_, key: string) => inWords(key.trim()) ?? `**⚠ ${key.trim()}**`)

/** The place of a figure in a text. */
export const placeOf = (key: string): string => `{figure:${key}}`
