import { lowestFor } from '../../escalation.rules.ts'
import type { Workshop, WorkshopRisk } from '../../risk-analysis.answer.ts'
import { isReady } from '../../risk-analysis.rules.ts'
import { type MandateRole, mandateRoles } from '../../risk-method.content.ts'
import { valueBy } from '../../risk-method.rules.ts'

/** The steps of an analysis, in their order, with what each is called in the address. */
export const stepSlugs = {
  prepare: 'forbered',
  find: 'hitta',
  alone: 'var-for-sig',
  together: 'tillsammans',
  finish: 'avsluta',
} as const
export type Step = keyof typeof stepSlugs
export const steps = Object.keys(stepSlugs) as Step[]

/** Where one lands in an analysis: in what is going on. */
export function stepFor(state: string | null, risks: number): Step {
  if (state === 'individual') return 'alone'
  if (state === 'together') return 'together'
  if (state === 'done') return 'finish'
  return risks > 0 ? 'find' : 'prepare'
}

/** The step an address names; null where it names none. */
export const stepNamed = (slug: unknown): Step | null => steps.find((step) => stepSlugs[step] === slug) ?? null

/** The risks that are judged: not those that have been closed. */
export const openRisks = (risks: readonly WorkshopRisk[]): readonly WorkshopRisk[] => risks.filter(({ state }) => state !== 'closed')

export const isValued = (risk: WorkshopRisk): boolean => risk.consequence !== null && risk.likelihood !== null

/** Those on which the judgements lie furthest apart come first; those the group has valued last. */
export const byDisagreement = (risks: readonly WorkshopRisk[]): readonly WorkshopRisk[] =>
  [...risks].sort((one, other) => Number(isValued(one)) - Number(isValued(other)) || (other.apart ?? -1) - (one.apart ?? -1))

export const estimatesWhole = (one: { consequence: number | null; likelihood: number | null } | null | undefined): boolean =>
  Boolean(one) && one?.consequence !== null && one?.likelihood !== null

export interface Outcome {
  readonly submitted: readonly { readonly role: MandateRole | null; readonly risks: readonly WorkshopRisk[] }[]
  readonly unvalued: readonly WorkshopRisk[]
  readonly ownerless: readonly WorkshopRisk[]
  readonly gone: readonly WorkshopRisk[]
}

/** What becomes of each risk when the analysis is finished. */
export function outcomeOf({ method, risks }: Pick<Workshop, 'method' | 'risks'>): Outcome {
  const open = openRisks(risks)
  const ready = method ? open.filter((risk) => isReady(risk) && risk.mayBeOwned) : []
  const roleOf = (risk: WorkshopRisk) => {
    const value = method ? valueBy(method.content, risk.consequence, risk.likelihood) : null
    return method && value !== null ? lowestFor(method.content, value) : null
  }
  const roles = [...mandateRoles, null]
  return {
    submitted: roles.flatMap((role) => {
      const theirs = ready.filter((risk) => roleOf(risk) === role)
      return theirs.length ? [{ role, risks: theirs }] : []
    }),
    unvalued: open.filter((risk) => risk.state === 'identified' && !isValued(risk)),
    ownerless: open.filter((risk) => risk.state === 'identified' && isValued(risk) && !(risk.owner && risk.mayBeOwned)),
    gone: open.filter((risk) => risk.state !== 'identified'),
  }
}

/** A title made of what happens, where nobody has written one. */
export function titleFrom({ title, event, cause }: { readonly title: string; readonly event: string; readonly cause: string }): string {
  const words = (title.trim() || event.trim() || cause.trim()).replace(/\s+/g, ' ').replace(/[.,;:]$/, '')
  const cut = words.length > 160 ? `${words.slice(0, 157).replace(/\s\S*$/, '')} …` : words
  return cut.charAt(0).toUpperCase() + cut.slice(1)
}
