/** Consequence × likelihood, 1–16 on the four-level scales. */
export const riskValue = (risk: { consequence: number | null; likelihood: number | null }): number | null =>
  risk.consequence === null || risk.likelihood === null ? null : risk.consequence * risk.likelihood

/**
 * The level of a risk value on a 4 × 4 matrix: low 1–2, medium 3–6, high 8–12, extreme 16.
 * Source: the example matrix in MSB's method support, which the authority may replace by its own method.
 */
export function riskLevel(risk: { consequence: number | null; likelihood: number | null }): number | null {
  const value = riskValue(risk)
  if (value === null) return null
  return value >= 16 ? 4 : value >= 8 ? 3 : value >= 3 ? 2 : 1
}
