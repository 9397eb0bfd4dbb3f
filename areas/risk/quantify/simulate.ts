import type { LossEstimate } from '../loss-model.content.ts'
import {
  type Counts,
  cells,
  countsOf,
  type Lognormal,
  lognormalFrom,
  lognormalTable,
  normalQuantile,
  oneWith,
  openCells,
  pertTable,
} from './distributions.ts'
import { fillDraws, type Stream, streamOf } from './random.ts'

/** A risk as the simulation sees it. Its draws follow from its id, so they are the same whatever other risks there are. */
export interface SimulatedRisk {
  readonly id: string
  readonly estimate: LossEstimate
}

/** Years simulated unless something else is asked for. */
export const usualTrials = 100_000

/** What one event costs: a table of quantiles, and the distribution above it where it has no upper limit. */
interface Severity {
  readonly table: Float64Array
  readonly open: Lognormal | null
}

function planOf(estimate: LossEstimate): { counts: Counts; severity: Severity } {
  if (estimate.kind === 'threePoint')
    return {
      counts: oneWith(estimate.probability),
      severity: { table: pertTable(estimate.low, estimate.likely, estimate.high), open: null },
    }
  const loss = lognormalFrom(estimate.lossLow, estimate.lossHigh)
  return {
    counts: countsOf(lognormalFrom(estimate.frequencyLow, estimate.frequencyHigh)),
    severity: { table: lognormalTable(loss), open: loss.sigma === 0 ? null : loss },
  }
}

const range = 2 ** 32
/** A draw's upper eleven bits say which cell of the table, the others where in it. */
const within = 0x1fffff
const perWithin = cells / range
const firstOpen = cells - openCells

/** So many years are simulated at a time, so that what is worked on stays near the processor. */
const chunk = 4096
/** The years, by number, that have at least as many events as has been asked for so far. */
const chosen = new Int32Array(chunk)
const draws = new Int32Array(chunk)

/** Keeps each chosen year with the probability, and answers how many are kept. Without a branch: it would be guessed wrong every other time. */
function keepSome(count: number, probability: number, stream: Stream): number {
  if (probability >= 1) return count
  fillDraws(stream, draws, count)
  const below = Math.round(probability * 2 ** 31) | 0
  let kept = 0
  for (let index = 0; index < count; index += 1) {
    chosen[kept] = chosen[index] ?? 0
    // 1 where the draw is below, otherwise 0.
    kept += (((draws[index] ?? 0) >>> 1) - below) >>> 31
  }
  return kept
}

/** Gives each chosen year the cost of one event, and answers the sum. */
function addCosts(count: number, years: Float64Array, stream: Stream, { table, open }: Severity): number {
  fillDraws(stream, draws, count)
  let sum = 0
  for (let index = 0; index < count; index += 1) {
    const drawn = draws[index] ?? 0
    const cell = drawn >>> 21
    const from = table[cell] ?? 0
    let loss = from + ((table[cell + 1] ?? 0) - from) * (drawn & within) * perWithin
    if (open !== null && cell >= firstOpen) loss = Math.exp(open.mu - open.sigma * normalQuantile((range - (drawn >>> 0) - 0.5) / range))
    const year = chosen[index] ?? 0
    years[year] = (years[year] ?? 0) + loss
    sum += loss
  }
  return sum
}

/**
 * Adds what the risk costs in each year to the years, and answers what it costs in a year on average. All years are asked for a
 * first event, those that had one for a second, and so on: exact, and nothing but short loops over typed arrays.
 */
function addTo(years: Float64Array, { id, estimate }: SimulatedRisk, seed: number): number {
  const stream = streamOf(id, seed)
  const { counts, severity } = planOf(estimate)
  let sum = 0
  for (let from = 0; from < years.length; from += chunk) {
    let count = Math.min(chunk, years.length - from)
    for (let index = 0; index < count; index += 1) chosen[index] = from + index
    for (const another of counts) {
      count = keepSome(count, another, stream)
      if (count === 0) break
      sum += addCosts(count, years, stream, severity)
    }
  }
  return sum / years.length
}

/** A loss and the probability that a year costs more. */
export interface LossPoint {
  /** Kronor. */
  readonly loss: number
  /** 0–1. */
  readonly probability: number
}

export interface Simulated {
  readonly seed: number
  readonly trials: number
  /** Kronor in a year, on average. */
  readonly mean: number
  /** The share of years without any loss. */
  readonly withoutLoss: number
  /** So much a year costs at most in 50, 90, 95 and 99 years of a hundred. */
  readonly p50: number
  readonly p90: number
  readonly p95: number
  readonly p99: number
  /** The loss exceedance curve, from the smallest loss to the largest. */
  readonly curve: readonly LossPoint[]
  /** How probable it is that a year costs more than each loss of the appetite. */
  readonly against: readonly (LossPoint & { readonly allowed: number })[]
  /** What each risk costs on average and its share of the whole, the costliest first. */
  readonly risks: readonly { readonly id: string; readonly mean: number; readonly share: number }[]
}

export interface SimulationChoices {
  readonly seed: number
  readonly trials?: number
  /** What the authority is ready to bear: how probable a year that costs more than each loss may be. */
  readonly appetite?: readonly LossPoint[]
}

/** How many sorted years cost more than the loss. */
function yearsAbove(sorted: Float64Array, loss: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) <= loss) low = middle + 1
    else high = middle
  }
  return sorted.length - low
}

/** Probabilities at which the curve is read, from certain to once in a thousand years; evenly spaced to the eye on a logarithmic axis. */
const readings = Array.from({ length: 73 }, (_, index) => 10 ** (-index / 24))

function curveOf(sorted: Float64Array): LossPoint[] {
  const points: LossPoint[] = []
  for (const probability of readings) {
    const loss = sorted[Math.max(0, Math.min(sorted.length - 1, sorted.length - Math.ceil(probability * sorted.length)))] ?? 0
    if (loss <= 0 || loss === points.at(-1)?.loss) continue
    points.push({ loss, probability: yearsAbove(sorted, loss) / sorted.length })
  }
  return points
}

/** What a year costs more than with the probability, read off a curve; 0 where years without a loss are more common than that. */
export const lossAt = (curve: readonly LossPoint[], probability: number): number =>
  curve.findLast((point) => point.probability >= probability * 0.999)?.loss ?? 0

/**
 * Simulates so many years of all risks together, a risk at a time. Yields the share done after each, so that whoever runs it may
 * tell, and stop. The same seed gives the same figures whatever the order of the risks.
 */
export function* simulation(
  risks: readonly SimulatedRisk[],
  { seed, trials = usualTrials, appetite = [] }: SimulationChoices,
): Generator<number, Simulated> {
  const years = new Float64Array(trials)
  const inOrder = [...risks].sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0))
  const means: { id: string; mean: number }[] = []
  for (const risk of inOrder) {
    means.push({ id: risk.id, mean: addTo(years, risk, seed) })
    yield means.length / (inOrder.length + 1)
  }
  const sorted = years.sort()
  const mean = means.reduce((sum, each) => sum + each.mean, 0)
  const atShare = (share: number) => sorted[Math.min(trials - 1, Math.ceil(share * trials) - 1)] ?? 0
  return {
    seed,
    trials,
    mean,
    withoutLoss: 1 - yearsAbove(sorted, 0) / trials,
    p50: atShare(0.5),
    p90: atShare(0.9),
    p95: atShare(0.95),
    p99: atShare(0.99),
    curve: curveOf(sorted),
    against: appetite.map(({ loss, probability }) => ({ loss, allowed: probability, probability: yearsAbove(sorted, loss) / trials })),
    risks: means
      .map((each) => ({ ...each, share: mean > 0 ? each.mean / mean : 0 }))
      .sort((one, other) => other.mean - one.mean || (one.id < other.id ? -1 : 1)),
  }
}

/** The simulation in one go. */
export function simulate(risks: readonly SimulatedRisk[], choices: SimulationChoices): Simulated {
  const running = simulation(risks, choices)
  for (;;) {
    const step = running.next()
    if (step.done) return step.value
  }
}
