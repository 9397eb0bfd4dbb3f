import type { LossEstimate } from '#areas/risk/loss-model.content.ts'
import { simulate, usualTrials } from '#areas/risk/quantify/simulate.ts'
import { median, type Report } from '../figure.ts'

const count = 500
const rounds = 7

const pick = (from: readonly number[], index: number): number => from[index % from.length] ?? 0

/** Every other risk by three points, every other by how often and how much; from once in a hundred years to some times a year. */
const estimateOf = (index: number): LossEstimate =>
  index % 2
    ? {
        kind: 'threePoint',
        low: 10_000 * (1 + (index % 7)),
        likely: 100_000 * (1 + (index % 5)),
        high: 2_000_000 * (1 + (index % 3)),
        probability: pick([0.02, 0.05, 0.1, 0.2, 0.5], index),
      }
    : {
        kind: 'frequency',
        frequencyLow: pick([0.01, 0.05, 0.1, 0.3, 1], index),
        frequencyHigh: pick([0.2, 0.5, 1, 3, 6], index),
        lossLow: 10_000,
        lossHigh: 1_000_000 * (1 + (index % 4)),
      }

/** Simulates what a large authority's risks cost in a year, on one core, as it is done in the browser. */
export async function simulation(report: Report): Promise<void> {
  const risks = Array.from({ length: count }, (_, index) => ({ id: `risk-${index}`, estimate: estimateOf(index) }))
  const took: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now()
    simulate(risks, { seed: round, trials: usualTrials })
    took.push(performance.now() - began)
  }
  report({ name: 'simulation', value: median(took), unit: 'ms', aim: { most: 1000 } })
  report({ name: 'simulation-size', value: usualTrials * count, unit: 'trials×risks' })
}
