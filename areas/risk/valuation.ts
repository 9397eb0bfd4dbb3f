import type { RiskMethodContent } from './risk-method.content.ts'
import { levelBy, valueBy } from './risk-method.rules.ts'

/** The three judgements of a risk: without measures, as it is, and when the actions are done. */
export const judgements = [
  ['inherentConsequence', 'inherentLikelihood', 'inherentValue', 'inherentLevel'],
  ['consequence', 'likelihood', 'value', 'level'],
  ['targetConsequence', 'targetLikelihood', 'targetValue', 'targetLevel'],
] as const

type Judged = Readonly<Record<string, unknown>>

const numberIn = (record: Judged, name: string): number | null => (typeof record[name] === 'number' ? record[name] : null)

/** The values and levels that follow from the judgements by a method; empty where there is no method. */
export function valued(method: RiskMethodContent | null, record: Judged): Record<string, number | null> {
  return Object.fromEntries(
    judgements.flatMap(([consequence, likelihood, value, level]) => {
      const [row, column] = [numberIn(record, consequence), numberIn(record, likelihood)]
      return [
        [value, method ? valueBy(method, row, column) : null],
        [level, method ? levelBy(method, row, column) : null],
      ]
    }),
  )
}

/** The judgements that are not on the scales of the method, by name. */
export function offScale(method: RiskMethodContent, record: Judged): string[] {
  const outside = (name: string, axis: RiskMethodContent['consequence']) => {
    const given = numberIn(record, name)
    return given !== null && !axis.some(({ level }) => level === given)
  }
  return judgements.flatMap(([consequence, likelihood]) => [
    ...(outside(consequence, method.consequence) ? [consequence] : []),
    ...(outside(likelihood, method.likelihood) ? [likelihood] : []),
  ])
}
