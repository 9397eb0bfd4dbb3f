import { z } from 'zod'
import type { Language } from '#kernel/language/text.ts'

/** What the numbers may be at most is said in words by `loss-model.rules.ts`; here only that they are numbers. */
const amount = z.number()

/** One event or none in a year: how likely, and what it costs at the lowest, most likely and at the highest, in kronor. */
const threePoint = z.strictObject({
  kind: z.literal('threePoint'),
  low: amount,
  likely: amount,
  high: amount,
  /** The probability that it happens during a year, 0–1. */
  probability: amount,
})

/** Any number of events in a year: how often, and what each costs in kronor. Each range is held to contain the true value nine times in ten. */
const frequency = z.strictObject({
  kind: z.literal('frequency'),
  /** Times per year. */
  frequencyLow: amount,
  frequencyHigh: amount,
  /** Kronor per event. */
  lossLow: amount,
  lossHigh: amount,
})

/** What somebody thinks a risk costs in a year. */
export const lossEstimate = z.discriminatedUnion('kind', [threePoint, frequency])
export type LossEstimate = z.infer<typeof lossEstimate>

/** What a risk costs as it is, and what it is expected to cost when what has been decided is done. */
export const lossModelContent = z.discriminatedUnion('kind', [
  threePoint.extend({ target: lossEstimate.nullish() }),
  frequency.extend({ target: lossEstimate.nullish() }),
])
export type LossModel = z.infer<typeof lossModelContent>

const numbers = {
  sv: new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }),
}
const percents = {
  sv: new Intl.NumberFormat('sv-SE', { style: 'percent', maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 2 }),
}

/** One estimate in a sentence or two. */
export function estimateInWords(estimate: LossEstimate, language: Language): string {
  const number = (value: number) => numbers[language].format(value)
  if (estimate.kind === 'threePoint') {
    const often = percents[language].format(estimate.probability)
    return language === 'sv'
      ? `Inträffar ett givet år med sannolikheten ${often}. Kostar då lägst ${number(estimate.low)} kr, troligast ${number(estimate.likely)} kr och högst ${number(estimate.high)} kr.`
      : `Happens in a given year with the probability ${often}. Then costs SEK ${number(estimate.low)} at least, most likely SEK ${number(estimate.likely)} and at most SEK ${number(estimate.high)}.`
  }
  return language === 'sv'
    ? `Inträffar mellan ${number(estimate.frequencyLow)} och ${number(estimate.frequencyHigh)} gånger om året. Kostar mellan ${number(estimate.lossLow)} och ${number(estimate.lossHigh)} kr per gång. Intervallen bedöms rymma det rätta värdet nio gånger av tio.`
    : `Happens between ${number(estimate.frequencyLow)} and ${number(estimate.frequencyHigh)} times a year. Costs between SEK ${number(estimate.lossLow)} and SEK ${number(estimate.lossHigh)} each time. The ranges are held to contain the true value nine times in ten.`
}

/** The loss model as running text. */
export function lossModelInWords(model: LossModel, language: Language): string {
  const now = estimateInWords(model, language)
  if (!model.target) return now
  return `${now}\n\n**${language === 'sv' ? 'När det beslutade är gjort' : 'When what has been decided is done'}:** ${estimateInWords(model.target, language)}`
}

/** A break-in by way of stolen sign-in details, before and after sign-in in two steps. */
export const exampleLossModel: LossModel = {
  kind: 'frequency',
  frequencyLow: 0.1,
  frequencyHigh: 1,
  lossLow: 50_000,
  lossHigh: 2_000_000,
  target: { kind: 'threePoint', low: 20_000, likely: 100_000, high: 1_500_000, probability: 0.05 },
}

/** The three that make a structure field of a loss model. */
export const lossModelKind = { schema: lossModelContent, inWords: lossModelInWords, example: exampleLossModel }
