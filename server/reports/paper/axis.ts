/** The scale a chart is drawn against: ends and the values with a line of their own, all in the figure's unit. */
export interface Axis {
  min: number
  max: number
  ticks: number[]
}

/**
 * A scale with round steps around the values. Bars always stand on zero; a trend may leave zero out when all its values
 * lie far from it, since it shows movement rather than size. No step is smaller than the least: what is counted has no halves.
 */
export function axisFor(values: number[], fromZero: boolean, least = 0, steps = 4): Axis {
  const highest = Math.max(...values)
  const lowest = Math.min(...values)
  const stands = fromZero || (lowest >= 0 && lowest < highest / 2)
  const low = stands ? Math.min(0, lowest) : lowest
  const high = stands ? Math.max(0, highest) : highest
  const step = Math.max(roundStep((high - low || Math.abs(high) || 1) / steps), least)
  const first = Math.floor(low / step + 1e-9)
  const last = Math.max(Math.ceil(high / step - 1e-9), first + 1)
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)))
  return { min: ticks[0] ?? 0, max: ticks.at(-1) ?? 1, ticks }
}

/** The nearest of 1, 2 and 5 times a power of ten that is not smaller. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step))
  const digit = [1, 2, 5, 10].find((one) => one >= step / power - 1e-9) ?? 10
  return digit * power
}
