const { exp, log, sqrt } = Math

/** The standard normal quantile by Acklam's rational approximation; relative error below 1.2 · 10⁻⁹. */
export function normalQuantile(p: number): number {
  if (p <= 0) return Number.NEGATIVE_INFINITY
  if (p >= 1) return Number.POSITIVE_INFINITY
  if (p > 0.5) return -normalQuantile(1 - p)
  if (p < 0.02425) {
    const q = sqrt(-2 * log(p))
    return (
      (((((-7.784894002430293e-3 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) * q + 4.374664141464968) * q +
        2.938163982698783) /
      ((((7.784695709041462e-3 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1)
    )
  }
  const q = p - 0.5
  const r = q * q
  return (
    ((((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r - 30.66479806614716) * r +
      2.506628277459239) *
      q) /
    (((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r - 13.28068155288572) * r + 1)
  )
}

/** The 95th percentile of the standard normal: a 90 % range reaches this many deviations to each side. */
export const z95 = 1.6448536269514722

export interface Lognormal {
  /** Mean and deviation of the logarithm. */
  readonly mu: number
  readonly sigma: number
}

/** The lognormal whose 5th and 95th percentiles are given. */
export const lognormalFrom = (low: number, high: number): Lognormal => ({
  mu: (log(low) + log(high)) / 2,
  sigma: (log(high) - log(low)) / (2 * z95),
})

export const lognormalMean = ({ mu, sigma }: Lognormal): number => exp(mu + (sigma * sigma) / 2)

/** The mean of the square. */
export const lognormalSquare = ({ mu, sigma }: Lognormal): number => exp(2 * mu + 2 * sigma * sigma)

/** The mean of a PERT distribution. */
export const pertMean = (low: number, likely: number, high: number): number => (low + 4 * likely + high) / 6

/** The variance of a PERT distribution. */
export const pertVariance = (low: number, likely: number, high: number): number => {
  const mean = pertMean(low, likely, high)
  return ((mean - low) * (high - mean)) / 7
}

/** How many equal parts of probability a table of quantiles has. */
export const cells = 2048
/** In so many of the uppermost parts of an open distribution a straight line would overstate the loss, so they are worked out one by one. */
export const openCells = 8

const normalTable = Float64Array.from({ length: cells + 1 }, (_, index) => normalQuantile(index / cells))

/** The quantiles 0, 1/2048 … 1 of a lognormal. The last stands for the openness upwards and is never read. */
export function lognormalTable({ mu, sigma }: Lognormal): Float64Array {
  const table = new Float64Array(cells + 1)
  if (sigma === 0) return table.fill(exp(mu))
  for (let index = 1; index < cells; index += 1) table[index] = exp(mu + sigma * (normalTable[index] ?? 0))
  table[cells] = table[cells - 1] ?? 0
  return table
}

const steps = 1024
const logOfStep = Float64Array.from({ length: steps }, (_, index) => log((index + 0.5) / steps))
const cumulated = new Float64Array(steps + 1)

/** The quantiles 0, 1/2048 … 1 of a PERT distribution: its beta density added up step by step and turned round. */
export function pertTable(low: number, likely: number, high: number): Float64Array {
  const table = new Float64Array(cells + 1)
  const span = high - low
  if (span === 0) return table.fill(low)
  const up = (4 * (likely - low)) / span
  const down = (4 * (high - likely)) / span
  for (let step = 0; step < steps; step += 1)
    cumulated[step + 1] = (cumulated[step] ?? 0) + exp(up * (logOfStep[step] ?? 0) + down * (logOfStep[steps - 1 - step] ?? 0))
  const whole = cumulated[steps] ?? 1
  let step = 0
  for (let index = 0; index <= cells; index += 1) {
    const sought = (index / cells) * whole
    while (step < steps - 1 && (cumulated[step + 1] ?? 0) < sought) step += 1
    const from = cumulated[step] ?? 0
    const share = (sought - from) / ((cumulated[step + 1] ?? 0) - from)
    table[index] = low + (span * (step + Math.min(1, Math.max(0, share)))) / steps
  }
  table[0] = low
  table[cells] = high
  return table
}

/**
 * How many events a year holds: the probability of a first, of a second where there is a first, of a third where there are two …
 */
export type Counts = Float64Array

/** Counts with these probabilities of exactly one event, exactly two …; what is left is the probability of none. */
function countsWith(weights: readonly number[]): Counts {
  const counts = new Float64Array(weights.length)
  let atLeast = 0
  for (let index = weights.length - 1; index >= 0; index -= 1) {
    const more = atLeast
    atLeast += weights[index] ?? 0
    if (index < weights.length - 1) counts[index + 1] = more / atLeast
  }
  counts[0] = Math.min(1, atLeast)
  return counts
}

/** One event with this probability, otherwise none. */
export const oneWith = (probability: number): Counts => countsWith([probability])

/** A year holds at most so many events: more than two an hour is no longer a number of events. */
const mostEvents = 20_000

/** Deviations between the points at which the uncertainty of a rate is weighed together; the trapezoid rule is all but exact for it. */
const nodeStep = 0.25
const nodes = Array.from({ length: 69 }, (_, index) => {
  const z = -8 + index * nodeStep
  return { z, weight: (nodeStep * exp((-z * z) / 2)) / sqrt(2 * Math.PI) }
})

const logFactorials = [0]
const logFactorial = (n: number): number => {
  for (let next = logFactorials.length; next <= n; next += 1) logFactorials.push((logFactorials[next - 1] ?? 0) + log(next))
  return logFactorials[n] ?? 0
}

/**
 * The number of events in a year that come by chance (Poisson) at a rate that is itself uncertain (lognormal): we neither know
 * how often it happens nor in which year. Numbers that turn up more seldom than once in 10¹⁰ years are left out.
 */
export function countsOf(rate: Lognormal): Counts {
  const weighed = rate.sigma === 0 ? [{ z: 0, weight: 1 }] : nodes
  const weights: number[] = []
  for (const { z, weight } of weighed) {
    const logRate = Math.min(rate.mu + rate.sigma * z, log(mostEvents))
    const mean = exp(logRate)
    if (weight < 1e-12) continue
    const reach = 7 * sqrt(mean) + 12
    for (let n = Math.max(1, Math.floor(mean - reach)); n <= mean + reach; n += 1) {
      while (weights.length < n) weights.push(0)
      weights[n - 1] = (weights[n - 1] ?? 0) + weight * exp(n * logRate - mean - logFactorial(n))
    }
  }
  const least = weights.reduce((sum, weight) => sum + weight, 0) * 1e-10
  while (weights.length > 1 && (weights.at(-1) ?? 0) < least) weights.pop()
  return countsWith(weights)
}
