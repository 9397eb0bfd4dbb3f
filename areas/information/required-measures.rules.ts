import type { Language } from '#kernel/language/text.ts'
import { aspectNames, type Need } from '../scales/needs.ts'
import type { ModelContent } from './classification-model.content.ts'
import { isCommonAspect } from './valuation.rules.ts'

/** What decides which measures something needs: its need of protection and the two flags of MSBFS 2020:7. */
export interface Protected {
  readonly need: Need
  /** Handles information in need of enhanced protection. */
  readonly enhanced: boolean
  /** Central to the mission of the authority. */
  readonly central: boolean
}

/** Why a measure is required: the aspects whose level has reached where it begins, and the flag it is for, where it is for one. */
export interface Because {
  readonly aspects: readonly { readonly aspect: string; readonly from: number }[]
  readonly when: 'enhanced' | 'central' | null
}

/** Whether something is to be treated as in need of enhanced protection: it is marked so, or its need of K or R has reached the level of the model. */
export const isEnhanced = (content: Pick<ModelContent, 'enhancedFrom'> | null, need: Need, marked: boolean | null): boolean =>
  marked === true ||
  (content !== null &&
    content.enhancedFrom !== null &&
    [need.confidentiality, need.integrity].some((level) => level !== null && level >= (content.enhancedFrom ?? 0)))

/**
 * Why the model requires the measure of what has this need, or null where it does not. A measure without levels is required by its
 * flag alone; with both it takes both.
 */
export function requiredBecause(measure: ModelContent['measures'][number], { need, enhanced, central }: Protected): Because | null {
  const when = measure.when ?? null
  if ((when === 'enhanced' && !enhanced) || (when === 'central' && !central)) return null
  const levels = Object.entries(measure.from)
  if (!levels.length) return when ? { aspects: [], when } : null
  const reached = levels.flatMap(([aspect, from]) => {
    const level = isCommonAspect(aspect) ? need[aspect] : null
    return level !== null && level >= from ? [{ aspect, from }] : []
  })
  return reached.length ? { aspects: reached, when } : null
}

/** The measures the model requires of what has this need, in the order of the model. */
export const requiredOf = (content: Pick<ModelContent, 'measures'>, carrier: Protected): { key: string; because: Because }[] =>
  content.measures.flatMap((measure) => {
    const because = requiredBecause(measure, carrier)
    return because ? [{ key: measure.measure, because }] : []
  })

/** Why, in words: *Riktighet från nivå 2, utökat skydd*. */
export function becauseInWords({ aspects, when }: Because, content: Pick<ModelContent, 'aspects'>, language: Language): string {
  const from = { sv: 'från nivå', en: 'from level' }[language]
  const named = (key: string) =>
    content.aspects.find((aspect) => aspect.key === key)?.name ?? (isCommonAspect(key) ? aspectNames[key][language] : key)
  const flag =
    when &&
    { enhanced: { sv: 'utökat skydd', en: 'enhanced protection' }, central: { sv: 'centralt system', en: 'central system' } }[when][
      language
    ]
  const parts = [...aspects.map(({ aspect, from: level }) => `${named(aspect)} ${from} ${level}`), ...(flag ? [flag] : [])]
  const said = parts.join(', ')
  return said.charAt(0).toUpperCase() + said.slice(1)
}
