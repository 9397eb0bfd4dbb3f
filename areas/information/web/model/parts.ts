import type { ModelContent } from '../../classification-model.content.ts'

type Parts = ReadonlyMap<string, unknown>

const lists = ['aspect', 'level', 'category', 'criterion', 'measure', 'mapping'] as const

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
  const all = (kind: (typeof lists)[number]) =>
    [...parts].flatMap(([key, value]) => (key.startsWith(`${kind} `) && value !== undefined ? [value] : []))
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

/** The same whatever the order in which the keys of an object were written. */
const written = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  ) ?? 'undefined'

export const isSame = (one: unknown, other: unknown): boolean => written(one ?? null) === written(other ?? null)

/** A part that differs; undefined where it is not there. */
export interface PartChange {
  readonly key: string
  readonly from: unknown
  readonly to: unknown
}

/** What differs between two versions of a model, part by part. */
export function differenceOf(from: ModelContent, to: ModelContent): PartChange[] {
  const before = partsOf(from)
  const after = partsOf(to)
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
    isSame(before.get(key), after.get(key)) ? [] : [{ key, from: before.get(key), to: after.get(key) }],
  )
}

/** A part that both have changed, each in another way. */
export interface Collision {
  readonly key: string
  readonly base: unknown
  readonly mine: unknown
  readonly theirs: unknown
}

/** Puts together what two have changed since the same version. What only one has changed is taken as it is; where both have, the choice decides, and until then mine stands. */
export function merge(
  base: ModelContent,
  mine: ModelContent,
  theirs: ModelContent,
  choices: Readonly<Record<string, 'mine' | 'theirs'>> = {},
): { readonly merged: ModelContent; readonly collisions: readonly Collision[]; readonly taken: readonly PartChange[] } {
  const [was, my, their] = [partsOf(base), partsOf(mine), partsOf(theirs)]
  const merged = new Map<string, unknown>()
  const collisions: Collision[] = []
  const taken: PartChange[] = []
  for (const key of new Set([...my.keys(), ...their.keys(), ...was.keys()])) {
    const [before, one, other] = [was.get(key), my.get(key), their.get(key)]
    const iChanged = !isSame(before, one)
    const theyChanged = !isSame(before, other)
    if (theyChanged && !iChanged) taken.push({ key, from: before, to: other })
    if (iChanged && theyChanged && !isSame(one, other)) collisions.push({ key, base: before, mine: one, theirs: other })
    merged.set(key, theyChanged && (!iChanged || choices[key] === 'theirs') ? other : one)
  }
  return { merged: modelOf(merged), collisions, taken }
}

/** A key made of a name: small letters, digits, a capital where a new word begins. */
export function keyOf(name: string, taken: readonly string[]): string {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  const made = words.map((word, index) => (index ? word.charAt(0).toUpperCase() + word.slice(1) : word)).join('')
  const key = (/^[a-z]/.test(made) ? made : `x${made}`).slice(0, 36)
  let free = key
  for (let number = 2; taken.includes(free); number += 1) free = `${key}${number}`
  return free
}

/** The text of a cell of the matrix, put in place; an empty text leaves a hole. */
export const withCriterion = (content: ModelContent, category: string, level: number, text: string): ModelContent => {
  const others = content.criteria.filter((one) => one.category !== category || one.level !== level)
  const at = content.criteria.findIndex((one) => one.category === category && one.level === level)
  if (!text.trim()) return { ...content, criteria: others }
  const criterion = { category, level, text: text.trim() }
  if (at !== -1) return { ...content, criteria: content.criteria.with(at, criterion) }
  const place = (one: { readonly category: string; readonly level: number }) =>
    content.categories.findIndex(({ key }) => key === one.category) * 10 + one.level
  return { ...content, criteria: [...content.criteria, criterion].toSorted((one, other) => place(one) - place(other)) }
}

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
