/** A question to search, as the database wants it. */
export interface Words {
  /** For `to_tsquery('swedish', …)`: every word, by stem and by beginning. */
  readonly query: string
  /** The longest word as a pattern, for compounds and endings the stemmer misses. */
  readonly firstPart: string
  readonly otherParts: string[]
  readonly exact: string
}

/** Endings of Swedish nouns, longest first, that the database's stemmer leaves on compounds: *riskanalyserna* is a *riskanalys*. */
const endings = [
  'ernas',
  'arnas',
  'ornas',
  'erna',
  'arna',
  'orna',
  'ens',
  'ets',
  'ers',
  'ars',
  'ors',
  'en',
  'et',
  'er',
  'ar',
  'or',
  'na',
  'n',
  's',
]

const stemOf = (word: string): string => {
  const ending = endings.find((candidate) => word.endsWith(candidate) && word.length - candidate.length >= 5)
  return ending ? word.slice(0, -ending.length) : word
}

const pattern = (part: string) => `%${part.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

/** Prepares what a person typed; nothing to search for gives null. At most eight words are used. */
export function wordsOf(typed: string): Words | null {
  const exact = typed.trim().toLowerCase().slice(0, 200)
  const words =
    exact
      .match(/[\p{L}\p{N}-]+/gu)
      ?.map((word) => word.replace(/^-+|-+$/g, ''))
      .filter(Boolean)
      .slice(0, 8) ?? []
  if (!words.length) return null
  const query = words.map((word) => `('${word}' | '${word}':*)`).join(' & ')
  const parts = words.map(stemOf).sort((one, other) => other.length - one.length)
  return { query, firstPart: pattern(parts[0] ?? ''), otherParts: parts.slice(1).map(pattern), exact }
}
