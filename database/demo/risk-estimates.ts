import type { LossModel } from '#areas/risk/loss-model.content.ts'
import { did, type Moment, update } from './script.ts'

type Place = readonly [consequence: number, likelihood: number]

interface EstimateFacts {
  /** Without measures, and when the actions are done. */
  readonly inherent: Place
  readonly target?: Place
  readonly lossModel?: LossModel
}

/** The estimates that the information security unit made together with the economists before the management review of December 2023. */
const estimates: Readonly<Record<string, EstimateFacts>> = {
  'risk-utbetalning': {
    inherent: [4, 4],
    target: [3, 1],
    lossModel: {
      kind: 'threePoint',
      low: 800_000,
      likely: 3_500_000,
      high: 28_000_000,
      probability: 0.12,
      target: { kind: 'threePoint', low: 400_000, likely: 1_500_000, high: 12_000_000, probability: 0.05 },
    },
  },
  'risk-skyddade': {
    inherent: [4, 3],
    target: [4, 1],
    lossModel: {
      kind: 'frequency',
      frequencyLow: 0.02,
      frequencyHigh: 0.4,
      lossLow: 300_000,
      lossHigh: 6_000_000,
      target: { kind: 'frequency', frequencyLow: 0.01, frequencyHigh: 0.15, lossLow: 300_000, lossHigh: 6_000_000 },
    },
  },
  'risk-kopior': {
    inherent: [4, 4],
    target: [3, 1],
    lossModel: {
      kind: 'threePoint',
      low: 4_000_000,
      likely: 15_000_000,
      high: 120_000_000,
      probability: 0.03,
      target: { kind: 'threePoint', low: 1_000_000, likely: 4_000_000, high: 25_000_000, probability: 0.03 },
    },
  },
  'risk-behorighet': { inherent: [3, 4], target: [3, 1] },
  'risk-fel-mottagare': {
    inherent: [2, 4],
    target: [2, 1],
    lossModel: {
      kind: 'frequency',
      frequencyLow: 6,
      frequencyHigh: 30,
      lossLow: 4_000,
      lossHigh: 60_000,
      target: { kind: 'frequency', frequencyLow: 2, frequencyHigh: 10, lossLow: 4_000, lossHigh: 60_000 },
    },
  },
  'risk-leverantor': {
    inherent: [4, 3],
    lossModel: { kind: 'threePoint', low: 5_000_000, likely: 18_000_000, high: 60_000_000, probability: 0.02 },
  },
  'risk-natfiske': {
    inherent: [3, 4],
    target: [3, 2],
    lossModel: {
      kind: 'frequency',
      frequencyLow: 0.5,
      frequencyHigh: 4,
      lossLow: 20_000,
      lossHigh: 900_000,
      target: { kind: 'frequency', frequencyLow: 0.2, frequencyHigh: 1.5, lossLow: 20_000, lossHigh: 500_000 },
    },
  },
  'risk-segment': { inherent: [4, 3], target: [4, 1] },
  'risk-omvarld': {
    inherent: [3, 4],
    target: [2, 2],
    lossModel: { kind: 'frequency', frequencyLow: 0.8, frequencyHigh: 6, lossLow: 30_000, lossHigh: 700_000 },
  },
  'risk-el': {
    inherent: [4, 2],
    target: [3, 1],
    lossModel: { kind: 'threePoint', low: 200_000, likely: 1_200_000, high: 9_000_000, probability: 0.06 },
  },
  'risk-gammal': { inherent: [3, 4], target: [3, 1] },
  'risk-ai': { inherent: [3, 4], target: [2, 2] },
  'risk-byte': {
    inherent: [4, 3],
    target: [3, 2],
    lossModel: {
      kind: 'threePoint',
      low: 6_000_000,
      likely: 22_000_000,
      high: 70_000_000,
      probability: 0.3,
      target: { kind: 'threePoint', low: 3_000_000, likely: 9_000_000, high: 35_000_000, probability: 0.2 },
    },
  },
  'risk-klassning': { inherent: [3, 4], target: [2, 2] },
}

/** What each risk is without measures, what it is to become, and what it may cost. */
export const riskEstimates: readonly Moment[] = [
  did(
    '2023-11-27',
    'ciso',
    Object.entries(estimates).map(([risk, { inherent, target, lossModel }]) =>
      update(risk, {
        inherentConsequence: inherent[0],
        inherentLikelihood: inherent[1],
        ...(target ? { targetConsequence: target[0], targetLikelihood: target[1] } : {}),
        ...(lossModel ? { lossModel } : {}),
      }),
    ),
    'Risken är uppskattad utan åtgärder, med åtgärder och i kronor inför ledningens genomgång.',
  ),
]
