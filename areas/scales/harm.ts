import { z } from 'zod'

const key = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/)
const name = z.string().trim().min(1).max(80)
const words = z.string().max(1_000)

/** Who or what is harmed: ekonomi, uppdraget, enskilda, … */
export const harmCategories = z.array(z.strictObject({ key, name, question: words })).max(20)
/** How serious the harm of a category is at each level. */
export const harmCriteria = (level: z.ZodType<number>) => z.array(z.strictObject({ category: key, level, text: words })).max(120)

export interface HarmLevel {
  readonly level: number
  readonly name: string
  readonly meaning: string
}

/**
 * How serious harm is, and to whom. Classification and risk assessment have the same levels and criteria (MSBFS 2020:6 6 §,
 * allmänt råd), each counted as on its own ladder.
 */
export interface Harm {
  readonly levels: readonly HarmLevel[]
  readonly categories: z.infer<typeof harmCategories>
  readonly criteria: { category: string; level: number; text: string }[]
}

/** The rung of consequence (1–6) that is a rung of the needs of protection (0–5). */
const asConsequence = (rung: number) => rung + 1

/** The levels and criteria of a classification, as those of a risk: the same words one rung higher. */
export const asConsequences = ({ levels, categories, criteria }: Harm): Harm => ({
  levels: levels.map(({ level, name, meaning }) => ({ level: asConsequence(level), name, meaning })),
  categories: categories.map(({ key, name, question }) => ({ key, name, question })),
  criteria: criteria.map(({ category, level, text }) => ({ category, level: asConsequence(level), text })),
})

/** The places where nothing is written about how serious the harm of a category is at a level. */
export const harmHoles = ({
  levels,
  categories,
  criteria,
}: Pick<Harm, 'categories' | 'criteria'> & { readonly levels: readonly { level: number; name: string }[] }) =>
  categories.flatMap(({ key: category, name: categoryName }) =>
    levels.flatMap(({ level, name: levelName }) =>
      criteria.some((each) => each.category === category && each.level === level && each.text.trim())
        ? []
        : [{ category, categoryName, level, levelName }],
    ),
  )

/** In how many places two say different things of harm: levels, categories and criteria that only one has or that read otherwise. */
export function harmDifferences(
  one: Harm,
  other: Harm,
): { readonly levels: number; readonly categories: number; readonly criteria: number } {
  const count = (mine: ReadonlyMap<string, string>, theirs: ReadonlyMap<string, string>) =>
    [...new Set([...mine.keys(), ...theirs.keys()])].filter((key) => (mine.get(key) ?? '').trim() !== (theirs.get(key) ?? '').trim()).length
  const levels = (harm: Harm) => new Map(harm.levels.map(({ level, name }) => [String(level), name]))
  const categories = (harm: Harm) => new Map(harm.categories.map(({ key, name }) => [key, name]))
  const criteria = (harm: Harm) => new Map(harm.criteria.map(({ category, level, text }) => [`${category} ${level}`, text]))
  return {
    levels: count(levels(one), levels(other)),
    categories: count(categories(one), categories(other)),
    criteria: count(criteria(one), criteria(other)),
  }
}

/** The text of a place, put there; an empty text leaves a hole. */
export function withCriterion<Content extends Pick<Harm, 'categories' | 'criteria'>>(
  content: Content,
  category: string,
  level: number,
  text: string,
): Content {
  const others = content.criteria.filter((one) => one.category !== category || one.level !== level)
  const at = content.criteria.findIndex((one) => one.category === category && one.level === level)
  if (!text.trim()) return { ...content, criteria: others }
  const criterion = { category, level, text: text.trim() }
  if (at !== -1) return { ...content, criteria: content.criteria.with(at, criterion) }
  const place = (one: { readonly category: string; readonly level: number }) =>
    content.categories.findIndex(({ key }) => key === one.category) * 10 + one.level
  return { ...content, criteria: [...content.criteria, criterion].toSorted((one, other) => place(one) - place(other)) }
}
