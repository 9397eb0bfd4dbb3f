import { addMonths } from '#kernel/clocks/clock.ts'
import type { ModelContent } from '../../classification-model.content.ts'
import type { Left } from './answers.ts'

/** The steps of the flow, in their order, with what each is called in the address. */
export const stepSlugs = {
  valuation: 'vardering',
  gaps: 'avvikelser',
  risks: 'risker',
  actions: 'atgarder',
  decision: 'beslut',
} as const
export type Step = keyof typeof stepSlugs
export const steps = Object.keys(stepSlugs) as Step[]

/** The step an address names; the first where it names none. */
export const stepOf = (slug: string | undefined): Step => steps.find((step) => stepSlugs[step] === slug) ?? 'valuation'

export const flowPath = (id: string, step: Step = 'valuation', more = ''): string => `/klassa/${id}/${stepSlugs[step]}${more}`

/** A judgement of one aspect and one consequence category. */
export interface Judged {
  readonly aspect: string
  readonly category: string
  readonly level: number | null
  readonly reason?: string | null
}

export const cellKey = (aspect: string, category: string): string => `${aspect}/${category}`

export interface AspectResult {
  readonly key: string
  readonly name: string
  /** The worst consequence; null before anything is valued. */
  readonly level: number | null
  readonly left: number
  /** The categories with the worst consequence, which decide the level. */
  readonly because: readonly { readonly key: string; readonly name: string; readonly reason: string | null }[]
}

/** What the valuation amounts to so far: the worst consequence decides each aspect. Judgements the model has no place for are left out. */
export function resultOf(model: ModelContent, judged: readonly Judged[]): readonly AspectResult[] {
  const found = new Map(judged.map((one) => [cellKey(one.aspect, one.category), one]))
  return model.aspects.map(({ key, name }) => {
    const cells = model.categories.map((category) => ({ category, cell: found.get(cellKey(key, category.key)) }))
    const levels = cells.flatMap(({ cell }) => cell?.level ?? [])
    const level = levels.length ? Math.max(...levels) : null
    const lowest = model.levels[0]?.level ?? 0
    return {
      key,
      name,
      level,
      left: model.categories.length - levels.length,
      because:
        level === null || level === lowest
          ? []
          : cells.flatMap(({ category, cell }) =>
              cell?.level === level ? [{ key: category.key, name: category.name, reason: cell.reason?.trim() || null }] : [],
            ),
    }
  })
}

/** The highest of the levels; null where none is known. */
export const highestOf = (results: readonly { readonly level: number | null }[]): number | null => {
  const known = results.flatMap(({ level }) => level ?? [])
  return known.length ? Math.max(...known) : null
}

/** How many things are left in each step: 0 where it is done, null where the steps before may still give it more, or where it is not known yet. */
export function leftOf(results: readonly AspectResult[], left: Left | undefined, isClosed: boolean): Record<Step, number | null> {
  if (isClosed) return { valuation: 0, gaps: 0, risks: 0, actions: 0, decision: 0 }
  const valuation = results.reduce((sum, one) => sum + one.left, 0)
  const after = (count: number | undefined, before: number | null) => (count === undefined || (count === 0 && before !== 0) ? null : count)
  const gaps = after(left?.unassessed, valuation)
  const risks = after(left && left.openProposals + left.unvaluedRisks, gaps)
  const actions = after(left && left.openGaps + left.risksWithoutAction, left && left.unvaluedRisks > 0 ? left.unvaluedRisks : gaps)
  return { valuation, gaps, risks, actions, decision: 1 }
}

/** The day by which a classification at a level is to be reviewed, by the model; null where nothing is valued. */
export function suggestedReview(model: ModelContent, level: number | null, today: string): string | null {
  const months = model.levels.find((one) => one.level === level)?.reviewMonths
  return months === undefined ? null : addMonths(today, months)
}
