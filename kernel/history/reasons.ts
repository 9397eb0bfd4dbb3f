import type { Language, Text } from '../language/text.ts'

const references = /^[A-ZÅÄÖ]+-[\d-]+(, [A-ZÅÄÖ]+-[\d-]+)*$/
const many = /^(\d+) ändringar, däribland (\S+)$/

/** What follows from other records (`kernel/gate/changes.ts`), in English; null where it is said in another way. */
function following(said: string): string | null {
  const [, from] = /^Följer av (.+)$/.exec(said) ?? []
  if (from === undefined) return null
  if (references.test(from)) return `Follows from ${from}`
  const [, count, first] = many.exec(from) ?? []
  return count ? `Follows from ${count} changes, ${first} among them` : from === 'en annan ändring' ? 'Follows from another change' : null
}

/**
 * The reason the product gives for what it does by itself, in the language of the reader. The history keeps it in Swedish; one that
 * is not known stands as it was kept.
 * @param known the reasons of the areas
 */
export const systemReason = (kept: string, known: readonly Text[], language: Language): string =>
  language === 'sv' ? kept : (known.find(({ sv }) => sv === kept)?.en ?? following(kept) ?? kept)
