import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LossEstimate } from '../loss-model.content.ts'
import { exampleLossModel } from '../loss-model.content.ts'
import { estimateFault } from '../loss-model.rules.ts'
import { lognormalFrom, lognormalMean, lognormalSquare, normalQuantile, pertMean, pertVariance } from './distributions.ts'
import { asDecided, asTheyAre, reductions } from './reduction.ts'
import { type SimulatedRisk, simulate } from './simulate.ts'

const trials = 50_000

/** Mean and variance over many independent copies of the same estimate: each copy has a stream of its own. */
function momentsOf(estimate: LossEstimate, copies = 40) {
  const means = Array.from({ length: copies }, (_, index) => simulate([{ id: `copy-${index}`, estimate }], { seed: 7, trials }).mean)
  const mean = means.reduce((sum, each) => sum + each, 0) / copies
  // The variance of the mean of n years is that of one year divided by n.
  const variance = (trials * means.reduce((sum, each) => sum + (each - mean) ** 2, 0)) / (copies - 1)
  return { mean, variance, error: Math.sqrt(variance / trials / copies) }
}

const estimates = fc.oneof(
  fc
    .tuple(
      fc.integer({ min: 0, max: 1e6 }),
      fc.integer({ min: 0, max: 1e6 }),
      fc.integer({ min: 0, max: 1e6 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    )
    .map(([a, b, c, probability]): LossEstimate => {
      const [low = 0, likely = 0, high = 0] = [a, b, c].sort((one, other) => one - other)
      return { kind: 'threePoint', low, likely, high, probability }
    }),
  fc
    .tuple(
      fc.double({ min: 0.001, max: 5, noNaN: true }),
      fc.double({ min: 1, max: 50, noNaN: true }),
      fc.integer({ min: 1, max: 1e6 }),
      fc.double({ min: 1, max: 100, noNaN: true }),
    )
    .map(
      ([frequencyLow, wide, lossLow, dear]): LossEstimate => ({
        kind: 'frequency',
        frequencyLow,
        frequencyHigh: frequencyLow * wide,
        lossLow,
        lossHigh: lossLow * dear,
      }),
    ),
)
const manyRisks = fc
  .array(estimates, { minLength: 1, maxLength: 8 })
  .map((list): SimulatedRisk[] => list.map((estimate, index) => ({ id: `r${index}`, estimate })))

describe('the figures agree with what can be worked out by hand', () => {
  test('the quantiles of the normal distribution', () => {
    expect(normalQuantile(0.5)).toBeCloseTo(0, 8)
    expect(normalQuantile(0.95)).toBeCloseTo(1.6448536269, 7)
    expect(normalQuantile(0.001)).toBeCloseTo(-3.0902323062, 7)
  })

  test('one event at most: mean p·m and variance p·(v + m²) − (p·m)², by three points', () => {
    const [low, likely, high, probability] = [100_000, 300_000, 2_000_000, 0.2] as const
    const { mean, variance, error } = momentsOf({ kind: 'threePoint', low, likely, high, probability })
    const m = pertMean(low, likely, high)
    expect(Math.abs(mean - probability * m)).toBeLessThan(5 * error)
    const exact = probability * (pertVariance(low, likely, high) + m * m) - (probability * m) ** 2
    expect(variance / exact).toBeGreaterThan(0.4)
    expect(variance / exact).toBeLessThan(2)
  })

  test.each([
    { frequencyLow: 0.05, frequencyHigh: 0.05 },
    { frequencyLow: 0.3, frequencyHigh: 0.3 },
    { frequencyLow: 0.1, frequencyHigh: 1 },
    { frequencyLow: 4, frequencyHigh: 12 },
  ])('events by chance: the mean of a compound Poisson, $frequencyLow–$frequencyHigh times a year', (often) => {
    const loss = lognormalFrom(50_000, 400_000)
    const { mean, variance, error } = momentsOf({ kind: 'frequency', ...often, lossLow: 50_000, lossHigh: 400_000 })
    const rate = lognormalFrom(often.frequencyLow, often.frequencyHigh)
    expect(Math.abs(mean - lognormalMean(rate) * lognormalMean(loss))).toBeLessThan(5 * error)
    // E[N]·E[X²], and what the uncertainty of the rate adds.
    const exact =
      lognormalMean(rate) * lognormalSquare(loss) + (lognormalSquare(rate) - lognormalMean(rate) ** 2) * lognormalMean(loss) ** 2
    expect(variance / exact).toBeGreaterThan(0.4)
    expect(variance / exact).toBeLessThan(2)
  })

  test('years without a loss: e to the minus rate', () => {
    const { withoutLoss } = simulate(
      [{ id: 'a', estimate: { kind: 'frequency', frequencyLow: 0.5, frequencyHigh: 0.5, lossLow: 1, lossHigh: 2 } }],
      { seed: 3, trials },
    )
    expect(withoutLoss).toBeCloseTo(Math.exp(-0.5), 2)
  })

  test('a sure and known loss is the same every year', () => {
    const sure = simulate([{ id: 'a', estimate: { kind: 'threePoint', low: 500, likely: 500, high: 500, probability: 1 } }], {
      seed: 1,
      trials: 1000,
    })
    expect(sure).toMatchObject({ mean: 500, p50: 500, p99: 500, withoutLoss: 0 })
  })

  test('no risk, no loss', () => {
    const none = simulate([], { seed: 1, trials: 1000, appetite: [{ loss: 10, probability: 0.1 }] })
    expect(none).toMatchObject({ mean: 0, p99: 0, withoutLoss: 1, curve: [], against: [{ loss: 10, allowed: 0.1, probability: 0 }] })
  })
})

describe('the same seed gives the same figures', () => {
  test('whatever the order of the risks, and other figures by another seed', () => {
    fc.assert(
      fc.property(manyRisks, fc.integer(), (risks, seed) => {
        const figures = simulate(risks, { seed, trials: 2000 })
        expect(simulate([...risks].reverse(), { seed, trials: 2000 })).toEqual(figures)
      }),
      { numRuns: 30 },
    )
    const risks = [{ id: 'a', estimate: exampleLossModel }]
    expect(simulate(risks, { seed: 1, trials: 2000 }).mean).not.toBe(simulate(risks, { seed: 2, trials: 2000 }).mean)
  })

  test('a risk costs the same on average whatever other risks there are, and no two risks go in step', () => {
    const alone = simulate([{ id: 'a', estimate: exampleLossModel }], { seed: 5, trials: 5000 })
    const together = simulate(
      ['b', 'a', 'c'].map((id) => ({ id, estimate: exampleLossModel })),
      { seed: 5, trials: 5000 },
    )
    expect(together.risks.find(({ id }) => id === 'a')?.mean).toBe(alone.mean)
    expect(new Set(together.risks.map(({ mean }) => mean)).size).toBe(3)
  })
})

test('the curve falls, the percentiles rise and the shares make a whole', () => {
  fc.assert(
    fc.property(manyRisks, (risks) => {
      const { curve, p50, p90, p95, p99, risks: parts, mean } = simulate(risks, { seed: 11, trials: 2000 })
      for (const [index, point] of curve.entries()) {
        expect(point.probability).toBeGreaterThanOrEqual(0)
        expect(point.probability).toBeLessThan(1)
        const before = curve[index - 1]
        if (before) {
          expect(point.loss).toBeGreaterThan(before.loss)
          expect(point.probability).toBeLessThanOrEqual(before.probability)
        }
      }
      expect([p50, p90, p95, p99]).toEqual([p50, p90, p95, p99].sort((one, other) => one - other))
      if (mean > 0) expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
    }),
    { numRuns: 50 },
  )
})

test('what the actions take away stands against what they cost', () => {
  const risk = { id: 'a', lossModel: exampleLossModel, plannedCost: 100_000, actualCost: 150_000 }
  const other = { id: 'b', lossModel: { ...exampleLossModel, target: null }, plannedCost: 1, actualCost: null }
  const now = simulate(asTheyAre([risk, other]), { seed: 1, trials: 20_000 })
  const then = simulate(asDecided([risk, other]), { seed: 1, trials: 20_000 })
  const [only, ...none] = reductions([risk, other], now, then)
  expect(none).toEqual([])
  expect(only?.cost).toBe(150_000)
  expect(only?.after).toBeLessThan((only?.before ?? 0) / 4)
  expect(only?.years).toBeCloseTo(150_000 / ((only?.before ?? 0) - (only?.after ?? 0)), 9)
  expect(then.risks.find(({ id }) => id === 'b')?.mean).toBe(now.risks.find(({ id }) => id === 'b')?.mean)
})

describe('an estimate that cannot be says why', () => {
  const three = { kind: 'threePoint', low: 1, likely: 2, high: 3, probability: 0.5 } as const
  const often = { kind: 'frequency', frequencyLow: 0.1, frequencyHigh: 1, lossLow: 10, lossHigh: 100 } as const
  test.each([
    [{ ...three, likely: 4 }, 'lägsta förlusten'],
    [{ ...three, low: -1 }, 'mindre än 0'],
    [{ ...three, probability: 1.2 }, 'mellan 0 och 100'],
    [{ ...often, frequencyLow: 0 }, 'större än 0'],
    [{ ...often, frequencyHigh: 0.01 }, 'gånger om året'],
    [{ ...often, lossHigh: 1 }, 'per gång'],
    [{ ...often, frequencyHigh: 400, frequencyLow: 10 }, '365'],
    [{ ...often, lossHigh: 1e9 }, 'så brett'],
  ] satisfies [LossEstimate, string][])('%j', (estimate, words) => {
    expect(estimateFault(estimate)?.sv).toContain(words)
  })
  test('and one that can be says nothing', () => {
    expect(estimateFault(three)).toBeNull()
    expect(estimateFault(often)).toBeNull()
  })
})
