import type { Text } from '#kernel/language/text.ts'
import { harmHoles } from '../scales/harm.ts'
import type { ModelContent } from './classification-model.content.ts'

const twice = (keys: readonly (string | number)[]): string | number | undefined => keys.find((key, index) => keys.indexOf(key) !== index)

/** What is wrong with a model as such, also while it is a draft: nothing may stand twice, and nothing may refer to what is not there. */
export function disorder({ content }: { readonly content: ModelContent | null }): Text | null {
  if (!content) return null
  const doubled =
    twice(content.levels.map(({ level }) => level)) ??
    twice(content.aspects.map(({ key }) => key)) ??
    twice(content.categories.map(({ key }) => key)) ??
    twice(content.criteria.map(({ category, level }) => `${category} ${level}`)) ??
    twice(content.measures.map(({ measure }) => measure))
  if (doubled !== undefined)
    return {
      sv: `”${doubled}” står två gånger i modellen. Ta bort den ena.`,
      en: `“${doubled}” stands twice in the model. Remove one of them.`,
    }
  const levels = new Set(content.levels.map(({ level }) => level))
  const missing =
    [
      content.fourEyesFrom,
      content.enhancedFrom,
      ...content.mapping.map(({ to }) => to),
      ...content.measures.flatMap(({ from }) => Object.values(from)),
    ].find((level) => level !== null && level !== undefined && !levels.has(level)) ?? null
  if (missing !== null)
    return {
      sv: `Nivå ${missing} används i modellen men finns inte bland nivåerna. Lägg till nivån eller välj en annan.`,
      en: `Level ${missing} is used in the model but is not among its levels. Add it or choose another.`,
    }
  const known = new Set(content.aspects.map(({ key }) => key))
  const strange = content.measures.flatMap(({ from }) => Object.keys(from)).find((aspect) => !known.has(aspect))
  if (strange)
    return {
      sv: `En säkerhetsåtgärd krävs för aspekten ”${strange}”, som inte finns i modellen.`,
      en: `A security measure is required for the aspect “${strange}”, which is not in the model.`,
    }
  return null
}

const always = ['confidentiality', 'integrity', 'availability']

/** Why the model cannot be decided yet: three to six levels, K, R and T, and a matrix without holes. */
export function incomplete({ content }: { readonly content: ModelContent | null }): Text | null {
  if (!content)
    return {
      sv: 'Modellen är tom. Fyll i nivåer, aspekter och konsekvenser.',
      en: 'The model is empty. Fill in levels, aspects and consequences.',
    }
  if (content.levels.length < 3 || content.levels.length > 6)
    return { sv: 'En modell har tre till sex nivåer.', en: 'A model has three to six levels.' }
  const lacking = always.filter((key) => !content.aspects.some((aspect) => aspect.key === key))
  if (lacking.length)
    return {
      sv: 'Konfidentialitet, riktighet och tillgänglighet ska alltid värderas. Lägg till den aspekt som saknas.',
      en: 'Confidentiality, integrity and availability are always valued. Add the aspect that is missing.',
    }
  if (!content.categories.length) return { sv: 'Lägg till minst en konsekvenskategori.', en: 'Add at least one consequence category.' }
  const hole = holes(content)[0]
  if (hole)
    return {
      sv: `Matrisen har ett hål: beskriv vad ”${hole.levelName}” betyder för ”${hole.categoryName}”.`,
      en: `The matrix has a hole: describe what “${hole.levelName}” means for “${hole.categoryName}”.`,
    }
  return null
}

/** The places in the matrix where nothing is written. */
export const holes = harmHoles
