import type { Text } from '#kernel/language/text.ts'
import type { FieldProblem } from '#kernel/problems/problem.ts'
import type { RiskMethodContent } from './risk-method.content.ts'
import { scaleFaults } from './scale.rules.ts'

/** What decides whether an estimate may be given. */
export interface EstimateIn {
  readonly analysisState: string
  /** Whether the person leads the analysis or takes part in it. */
  readonly takesPart: boolean
  /** Whether the risk is one of the analysis. */
  readonly ofAnalysis: boolean
  readonly consequence: number | null
  readonly likelihood: number | null
}

const closed: Text = {
  sv: 'Riskanalysen tar inte emot bedömningar nu. Be den som leder analysen att öppna bedömningen.',
  en: 'The risk analysis takes no estimates now. Ask whoever leads it to open the round.',
}
const outside: Text = {
  sv: 'Bara de som medverkar i riskanalysen bedömer dess risker. Be den som leder analysen att bjuda in dig.',
  en: 'Only those who take part in the risk analysis estimate its risks. Ask whoever leads it to invite you.',
}
const strange: Text = { sv: 'Risken hör inte till riskanalysen.', en: 'The risk does not belong to the risk analysis.' }

/** Why an estimate may not be given: the analysis is not open, the person does not take part, the risk is another's, or a value is off the scale. */
export function estimateFaults(estimate: EstimateIn, method: RiskMethodContent | null): FieldProblem[] {
  const open = estimate.analysisState === 'individual' || estimate.analysisState === 'together'
  return [
    ...(open ? [] : [{ field: 'analysis', code: 'estimates-closed', message: closed }]),
    ...(estimate.takesPart ? [] : [{ field: 'person', code: 'not-a-participant', message: outside }]),
    ...(estimate.ofAnalysis ? [] : [{ field: 'risk', code: 'not-of-analysis', message: strange }]),
    ...scaleFaults(method, { ...estimate }, ['consequence', 'likelihood']),
  ]
}

/** Whether a risk goes on for decision when its analysis is finished: it has been valued, somebody owns it, and it has not gone before. */
export const isReady = (risk: {
  readonly state: string | null
  readonly owner: unknown
  readonly consequence: unknown
  readonly likelihood: unknown
}): boolean => risk.state === 'identified' && Boolean(risk.owner) && Number(risk.consequence) > 0 && Number(risk.likelihood) > 0

interface Spread {
  readonly consequence: number | null
  readonly likelihood: number | null
}

/** How far apart the judgements of a risk are: the steps between the lowest and the highest on each axis, together. Null with fewer than two. */
export function disagreement(estimates: readonly Spread[]): number | null {
  const apart = (values: readonly (number | null)[]): number => {
    const known = values.filter((value) => value !== null)
    return known.length > 1 ? Math.max(...known) - Math.min(...known) : 0
  }
  if (estimates.length < 2) return null
  return apart(estimates.map(({ consequence }) => consequence)) + apart(estimates.map(({ likelihood }) => likelihood))
}

/** The judgement in the middle, of the two middle ones the more serious: a proposal for the group, never its decision. */
export function middle(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null).sort((one, other) => one - other)
  return known.length ? (known[Math.floor(known.length / 2)] ?? null) : null
}
