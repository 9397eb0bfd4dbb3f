import type { Text } from '#kernel/language/text.ts'
import type { LossEstimate, LossModel } from '../../loss-model.content.ts'
import { largestLoss, mostTimes } from '../../loss-model.rules.ts'

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

export type DraftField = Exclude<keyof EstimateDraft, 'kind'>

const fieldsOf: Readonly<Record<LossEstimate['kind'], readonly DraftField[]>> = {
  threePoint: ['percent', 'low', 'likely', 'high'],
  frequency: ['frequencyLow', 'frequencyHigh', 'lossLow', 'lossHigh'],
}

const wrong = {
  missing: { sv: 'Skriv ett tal.', en: 'Write a number.' },
  percent: { sv: 'Skriv ett tal från 0 till 100 procent.', en: 'Write a number from 0 to 100 per cent.' },
  negative: { sv: 'Skriv 0 kronor eller mer.', en: 'Write SEK 0 or more.' },
  nothing: { sv: 'Skriv ett tal som är större än 0.', en: 'Write a number greater than 0.' },
  tooMuch: { sv: 'Skriv högst 1 000 miljarder kronor.', en: 'Write at most SEK 1,000 billion.' },
  tooOften: {
    sv: 'Skriv högst 365 gånger om året. Det som händer oftare är en löpande kostnad.',
    en: 'Write at most 365 times a year. What happens more often is a running cost.',
  },
} satisfies Record<string, Text>

function faultOf(name: DraftField, value: number | null): Text | null {
  if (value === null) return wrong.missing
  if (name === 'percent') return value < 0 || value > 100 ? wrong.percent : null
  if (name === 'frequencyLow' || name === 'frequencyHigh') return value <= 0 ? wrong.nothing : value > mostTimes ? wrong.tooOften : null
  if (value > largestLoss) return wrong.tooMuch
  if (name === 'lossLow' || name === 'lossHigh') return value <= 0 ? wrong.nothing : null
  return value < 0 ? wrong.negative : null
}

/** What is wrong with each figure by itself, at its field; what is wrong with them together is for `lossFault`. */
export const draftFaults = (draft: EstimateDraft): Readonly<Partial<Record<DraftField, Text>>> =>
  Object.fromEntries(
    fieldsOf[draft.kind].flatMap((name) => {
      const found = faultOf(name, draft[name])
      return found ? [[name, found]] : []
    }),
  )

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
