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
  readonly criteria: readonly { readonly category: string; readonly level: number; readonly text: string }[]
}

/** The rung of consequence (1–6) that is a rung of the needs of protection (0–5). */
const asConsequence = (rung: number) => rung + 1

/** The levels and criteria of a classification, as those of a risk: the same words one rung higher. */
export const asConsequences = ({ levels, categories, criteria }: Harm): Harm => ({
  levels: levels.map(({ level, name, meaning }) => ({ level: asConsequence(level), name, meaning })),
  categories: categories.map(({ key, name, question }) => ({ key, name, question })),
  criteria: criteria.map(({ category, level, text }) => ({ category, level: asConsequence(level), text })),
})
