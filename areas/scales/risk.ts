import { calculated, number, scale } from '#kernel/fields/builders.ts'
import { type Language, say, type Text } from '#kernel/language/text.ts'
import { rungs } from './needs.ts'
import type { RiskScales } from './risk-value.ts'

/**
 * The common ladder of consequence, 1–6: the rungs of the needs of protection, counted from one, since MSBFS 2020:6 6 §
 * (allmänt råd) wants the same levels for classification and risk. A risk method uses three to six of them under its own names; since the
 * rung is what is stored, risks valued by different versions of the method can be compared.
 */
export const consequenceLadder: readonly Text[] = [{ sv: 'Försumbar', en: 'Negligible' }, ...rungs.slice(1)]

/** The common ladder of likelihood, 1–6. */
export const likelihoodLadder: readonly Text[] = [
  { sv: 'Osannolik', en: 'Unlikely' },
  { sv: 'Möjlig', en: 'Possible' },
  { sv: 'Trolig', en: 'Likely' },
  { sv: 'Mycket trolig', en: 'Very likely' },
  { sv: 'Nästan säker', en: 'Almost certain' },
  { sv: 'Förekommer ständigt', en: 'Occurs all the time' },
]

/** The common ladder of risk levels, 1–5. */
export const riskLadder: readonly Text[] = [
  { sv: 'Låg', en: 'Low' },
  { sv: 'Medel', en: 'Medium' },
  { sv: 'Hög', en: 'High' },
  { sv: 'Mycket hög', en: 'Very high' },
  { sv: 'Extrem', en: 'Extreme' },
]

/** What a level is called: by the method, and translated where the method has kept the name of the common ladder. */
export function namedBy(name: string | undefined, rung: Text | undefined): Text {
  if (rung && (!name || name === rung.sv)) return rung
  return { sv: name ?? '–', en: name ?? '–' }
}

/** A risk method with its levels named in the language of the reader. */
export function methodIn<Method extends Pick<RiskScales, 'consequence' | 'likelihood' | 'levels'>>(
  method: Method,
  language: Language,
): Method {
  const named = <Level extends { level: number; name: string }>(levels: readonly Level[], ladder: readonly Text[]) =>
    levels.map((one) => ({ ...one, name: say(namedBy(one.name, ladder[one.level - 1]), language) }))
  return {
    ...method,
    consequence: named(method.consequence, consequenceLadder),
    likelihood: named(method.likelihood, likelihoodLadder),
    levels: named(method.levels, riskLadder),
  }
}

const usedBy: Text = { sv: 'riskmetoden', en: 'the risk method' }

export const consequenceScale = (label: Text) => scale(label, consequenceLadder, { usedBy })
export const likelihoodScale = (label: Text) => scale(label, likelihoodLadder, { usedBy })
export const riskScale = (label: Text) => scale(label, riskLadder, { tone: 'risk' })

/** What a consequence and a likelihood come to by the method in force: given by an effect, since the method is data. */
export const riskValueOf = (label: Text) => calculated(number(label, { max: 10_000 }))
export const riskLevelOf = (label: Text) => calculated(riskScale(label))
