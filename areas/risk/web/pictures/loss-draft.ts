import type { LossEstimate, LossModel } from '../../loss-model.content.ts'

/** An estimate while it is filled in: each way of estimating keeps its own figures. The probability is in per cent, as people write it. */
export interface EstimateDraft {
  readonly kind: LossEstimate['kind']
  readonly low: number | null
  readonly likely: number | null
  readonly high: number | null
  readonly percent: number | null
  readonly frequencyLow: number | null
  readonly frequencyHigh: number | null
  readonly lossLow: number | null
  readonly lossHigh: number | null
}

const empty: EstimateDraft = {
  kind: 'threePoint',
  low: null,
  likely: null,
  high: null,
  percent: null,
  frequencyLow: null,
  frequencyHigh: null,
  lossLow: null,
  lossHigh: null,
}

/** Rounds away what binary fractions add when a share becomes per cent. */
const tidy = (value: number) => Number(value.toPrecision(12))

export function draftOf(estimate: LossEstimate | null | undefined): EstimateDraft {
  if (!estimate) return empty
  if (estimate.kind === 'threePoint') {
    const { kind, low, likely, high, probability } = estimate
    return { ...empty, kind, low, likely, high, percent: tidy(probability * 100) }
  }
  const { kind, frequencyLow, frequencyHigh, lossLow, lossHigh } = estimate
  return { ...empty, kind, frequencyLow, frequencyHigh, lossLow, lossHigh }
}

/** The estimate, once every figure it takes is filled in. */
export function estimateOf(draft: EstimateDraft): LossEstimate | null {
  if (draft.kind === 'threePoint') {
    const { low, likely, high, percent } = draft
    if (low === null || likely === null || high === null || percent === null) return null
    return { kind: 'threePoint', low, likely, high, probability: tidy(percent / 100) }
  }
  const { frequencyLow, frequencyHigh, lossLow, lossHigh } = draft
  if (frequencyLow === null || frequencyHigh === null || lossLow === null || lossHigh === null) return null
  return { kind: 'frequency', frequencyLow, frequencyHigh, lossLow, lossHigh }
}

/** The loss model, once it is whole; `target` is the draft of what it is to become, null where that is not estimated. */
export function modelOf(now: EstimateDraft, target: EstimateDraft | null): LossModel | null {
  const estimate = estimateOf(now)
  if (!estimate) return null
  if (target === null) return { ...estimate, target: null }
  const then = estimateOf(target)
  return then && { ...estimate, target: then }
}
