/** One measured figure, as it is printed and kept. */
export interface Figure {
  readonly name: string
  readonly value: number
  /** `ratio`, `ms`, `s`, `MB`, `kB`, `/s`, `records`, `trials×risks`. */
  readonly unit: string
  /** What it must hold; absent where it only explains another. */
  readonly aim?: { readonly least: number } | { readonly most: number }
}

/** Takes a figure as soon as it is known. */
export type Report = (figure: Figure) => void

/** A number with as many decimals as it has meaning. */
export const rounded = (value: number): number =>
  value >= 100 ? Math.round(value) : value >= 10 ? Math.round(value * 10) / 10 : Math.round(value * 1000) / 1000

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}

/** Whether the figure is as it should be; nothing where there is no aim. */
export function holds({ value, aim }: Figure): boolean | null {
  if (!aim) return null
  return 'least' in aim ? value >= aim.least : value <= aim.most
}
