/** A level of an axis as a method names it; `level` is its rung of the common ladder. */
interface NamedLevel {
  readonly level: number
  readonly name: string
  readonly meaning: string
}

/** What a risk is valued with: the part of a risk method that says what a consequence and a likelihood come to. */
export interface RiskScales {
  readonly categories: readonly { readonly key: string; readonly name: string; readonly question: string }[]
  readonly consequence: readonly (NamedLevel & { readonly weight: number })[]
  readonly likelihood: readonly (NamedLevel & { readonly weight: number })[]
  readonly criteria: readonly { readonly category: string; readonly level: number; readonly text: string }[]
  readonly levels: readonly NamedLevel[]
  readonly matrix: readonly { readonly consequence: number; readonly likelihood: number; readonly level: number }[]
}

/** The risk value: the weight of the consequence times that of the likelihood. Null where either is unknown or not on the method's scale. */
export function valueBy(
  method: Pick<RiskScales, 'consequence' | 'likelihood'>,
  consequence: number | null,
  likelihood: number | null,
): number | null {
  const row = method.consequence.find(({ level }) => level === consequence)
  const column = method.likelihood.find(({ level }) => level === likelihood)
  return row && column ? row.weight * column.weight : null
}

/** The risk level, read off the matrix. Null where either is unknown or the matrix has no such place. */
export const levelBy = (method: Pick<RiskScales, 'matrix'>, consequence: number | null, likelihood: number | null): number | null =>
  method.matrix.find((cell) => cell.consequence === consequence && cell.likelihood === likelihood)?.level ?? null

/** The category a risk names, by its name or by its key. */
export const categoryIn = ({ categories }: Pick<RiskScales, 'categories'>, named: string | null) =>
  categories.find(({ key, name }) => name === named || key === named) ?? null
