import type { LossModel } from '../loss-model.content.ts'
import type { Simulated, SimulatedRisk } from './simulate.ts'

/** A risk with a loss model and what its open and finished actions cost. */
export interface QuantifiedRisk {
  readonly id: string
  readonly lossModel: LossModel
  /** Kronor, of the actions that belong to the risk; null where nobody has said. */
  readonly plannedCost: number | null
  readonly actualCost: number | null
}

/** The risks as they are, without what has been decided. */
export const asTheyAre = (risks: readonly QuantifiedRisk[]): SimulatedRisk[] =>
  risks.map(({ id, lossModel }) => ({ id, estimate: lossModel }))

/** The risks as they will be when what has been decided is done. */
export const asDecided = (risks: readonly QuantifiedRisk[]): SimulatedRisk[] =>
  risks.map(({ id, lossModel }) => ({ id, estimate: lossModel.target ?? lossModel }))

/** What the actions of a risk cost against what they take away. */
export interface Reduction {
  readonly id: string
  /** Kronor: what has been spent where that is more than what was planned, otherwise what is planned. */
  readonly cost: number | null
  /** Kronor in a year, on average. */
  readonly before: number
  readonly after: number
  readonly reduced: number
  /** How many years of lesser losses the cost corresponds to; null where nothing is reduced or nothing is known of the cost. */
  readonly years: number | null
}

/** What each risk's actions cost against what they take away; the most reduced first. Risks without a target are left out. */
export function reductions(risks: readonly QuantifiedRisk[], asIs: Simulated, decided: Simulated): Reduction[] {
  const before = new Map(asIs.risks.map(({ id, mean }) => [id, mean]))
  const after = new Map(decided.risks.map(({ id, mean }) => [id, mean]))
  return risks
    .filter(({ lossModel }) => lossModel.target)
    .map(({ id, plannedCost, actualCost }) => {
      const cost = plannedCost === null && actualCost === null ? null : Math.max(plannedCost ?? 0, actualCost ?? 0)
      const reduced = (before.get(id) ?? 0) - (after.get(id) ?? 0)
      return {
        id,
        cost,
        before: before.get(id) ?? 0,
        after: after.get(id) ?? 0,
        reduced,
        years: cost === null || reduced <= 0 ? null : cost / reduced,
      }
    })
    .sort((one, other) => other.reduced - one.reduced || (one.id < other.id ? -1 : 1))
}
