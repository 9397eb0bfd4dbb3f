import { type Cutting, partsOfKind } from '#kernel/screens/versioned/parts.ts'
import type { ModelContent } from '../../classification-model.content.ts'

export interface PartProps {
  readonly content: ModelContent
  /** Without it the model is only read. */
  readonly onChange?: ((by: (content: ModelContent) => ModelContent) => void) | undefined
}

type Parts = ReadonlyMap<string, unknown>

/** The model cut into parts, each under a key of its own, in the order of the model. */
export function partsOf(content: ModelContent): Parts {
  return new Map<string, unknown>([
    ...content.aspects.map((one) => [`aspect ${one.key}`, one] as const),
    ...content.levels.map((one) => [`level ${one.level}`, one] as const),
    ...content.categories.map((one) => [`category ${one.key}`, one] as const),
    ...content.criteria.map((one) => [`criterion ${one.category} ${one.level}`, one] as const),
    ...content.measures.map((one) => [`measure ${one.measure}`, one] as const),
    ...content.mapping.map((one) => [`mapping ${one.from}`, one] as const),
    ['setting fourEyesFrom', content.fourEyesFrom],
    ['setting enhancedFrom', content.enhancedFrom],
  ])
}

/** The model put together again from its parts. */
export function modelOf(parts: Parts): ModelContent {
  const all = (kind: string) => partsOfKind(parts, kind)
  return {
    aspects: all('aspect') as ModelContent['aspects'],
    levels: (all('level') as ModelContent['levels']).toSorted((one, other) => one.level - other.level),
    categories: all('category') as ModelContent['categories'],
    criteria: all('criterion') as ModelContent['criteria'],
    measures: all('measure') as ModelContent['measures'],
    mapping: (all('mapping') as ModelContent['mapping']).toSorted((one, other) => one.from - other.from),
    fourEyesFrom: (parts.get('setting fourEyesFrom') ?? null) as number | null,
    enhancedFrom: (parts.get('setting enhancedFrom') ?? null) as number | null,
  }
}

/** A model as parts, for comparing two drafts of it. */
export const modelCutting: Cutting<ModelContent> = { partsOf, whole: modelOf }

/** What a level is used for in the model, and would be lost with it. */
export const usesOfLevel = (content: ModelContent, level: number) => ({
  criteria: content.criteria.filter((one) => one.level === level).length,
  measures: content.measures.filter(({ from }) => Object.values(from).includes(level)).length,
})

/** The model without a level. Measures that were required from it are required from the next level above, where there is one. */
export function withoutLevel(content: ModelContent, level: number): ModelContent {
  const above = content.levels.map((one) => one.level).filter((one) => one > level)
  const next = above.length ? Math.min(...above) : null
  const moved = (from: number | null) => (from === level ? next : from)
  return {
    ...content,
    levels: content.levels.filter((one) => one.level !== level),
    criteria: content.criteria.filter((one) => one.level !== level),
    measures: content.measures.map((one) => ({
      ...one,
      from: Object.fromEntries(
        Object.entries(one.from).flatMap(([aspect, from]) => {
          const to = moved(from)
          return to === null ? [] : [[aspect, to]]
        }),
      ),
    })),
    mapping: content.mapping.filter(({ to }) => to !== level),
    fourEyesFrom: moved(content.fourEyesFrom),
    enhancedFrom: moved(content.enhancedFrom),
  }
}

/** From which level of an aspect a measure is required; null takes the requirement away. */
export function withRequirement(content: ModelContent, measure: string, aspect: string, level: number | null): ModelContent {
  const found = content.measures.find((one) => one.measure === measure)
  const { [aspect]: _, ...rest } = found?.from ?? {}
  const from = level === null ? rest : { ...rest, [aspect]: level }
  if (!found) return level === null ? content : { ...content, measures: [...content.measures, { measure, from }] }
  if (!Object.keys(from).length && !found.when) return { ...content, measures: content.measures.filter((one) => one !== found) }
  return { ...content, measures: content.measures.map((one) => (one === found ? { ...one, from } : one)) }
}

/** Whether a measure is required of every system at the level, or only of those with a flag of MSBFS 2020:7. */
export function withCondition(content: ModelContent, measure: string, when: 'enhanced' | 'central' | null): ModelContent {
  const found = content.measures.find((one) => one.measure === measure)
  if (!found) return when ? { ...content, measures: [...content.measures, { measure, from: {}, when }] } : content
  const { when: _, ...rest } = found
  if (!when && !Object.keys(found.from).length) return { ...content, measures: content.measures.filter((one) => one !== found) }
  return { ...content, measures: content.measures.map((one) => (one === found ? (when ? { ...rest, when } : rest) : one)) }
}
