import type { Text } from '#kernel/language/text.ts'

interface Aspects {
  readonly confidentiality: number | null
  readonly integrity: number | null
  readonly availability: number | null
}

const aspects = (asset: Aspects) => [asset.confidentiality, asset.integrity, asset.availability]

/** The protection level: the highest need among the three aspects, known only when all three are valued. */
export function protectionLevel(asset: Aspects): number | null {
  const values = aspects(asset).filter((value) => value !== null)
  return values.length === 3 ? Math.max(...values) : null
}

/** A classification values all three aspects (MSBFS 2020:6 6 § 1). */
export function valuedInAllAspects(asset: Aspects & { classifiedOn: string | null }): Text | null {
  const valued = aspects(asset).filter((value) => value !== null).length
  if (asset.classifiedOn !== null && valued < 3)
    return {
      sv: 'Värdera både konfidentialitet, riktighet och tillgänglighet innan du anger när informationen klassades.',
      en: 'Value confidentiality, integrity and availability before giving the day of classification.',
    }
  if (asset.classifiedOn === null && valued === 3)
    return { sv: 'Ange vilken dag informationen klassades.', en: 'Give the day on which the information was classified.' }
  return null
}

/** The next review comes after the classification it reviews. */
export const reviewAfterClassification = (asset: { classifiedOn: string | null; reviewBy: string | null }): Text | null =>
  asset.classifiedOn !== null && asset.reviewBy !== null && asset.reviewBy <= asset.classifiedOn
    ? {
        sv: 'Omprövningen ska ligga efter den dag då informationen klassades.',
        en: 'The review must come after the day of classification.',
      }
    : null
