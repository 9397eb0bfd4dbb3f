import type { Figure, Matter } from '#kernel/figures/figure.ts'
import { actionFigures, actionMatters } from '../actions/server/action.figures.ts'
import { assuranceFigures } from '../assurance/server/assurance.figures.ts'
import { awarenessFigures, awarenessMatters } from '../awareness/server/awareness.figures.ts'
import { continuityFigures, continuityMatters } from '../continuity/server/continuity.figures.ts'
import { governanceFigures, governanceMatters } from '../governance/server/governance.figures.ts'
import { incidentFigures, incidentMatters } from '../incidents/server/incident.figures.ts'
import { informationFigures, informationMatters } from '../information/server/information.figures.ts'
import { riskFigures, riskMatters } from '../risk/server/risk.figures.ts'
import { cooperationFigures } from '../suppliers/server/cooperation.figures.ts'

const byKey = <Item extends { readonly key: string }>(items: readonly Item[]): ReadonlyMap<string, Item> => {
  const found = new Map(items.map((item) => [item.key, item]))
  if (found.size !== items.length) throw new Error('Two figures share a key')
  return found
}

/** Every figure of Värna, by key: the table of contents of what can be counted. */
export const varnaFigures: ReadonlyMap<string, Figure> = byKey([
  ...governanceFigures,
  ...informationFigures,
  ...riskFigures,
  ...awarenessFigures,
  ...incidentFigures,
  ...actionFigures,
  ...continuityFigures,
  ...cooperationFigures,
  ...assuranceFigures,
])

/** Everything that can wait for a decision or be late, in the order it is said. */
export const varnaMatters: ReadonlyMap<string, Matter> = byKey([
  ...riskMatters,
  ...incidentMatters,
  ...governanceMatters,
  ...actionMatters,
  ...awarenessMatters,
  ...informationMatters,
  ...continuityMatters,
])
