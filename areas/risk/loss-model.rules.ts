import type { Text } from '#kernel/language/text.ts'
import type { LossEstimate, LossModel } from './loss-model.content.ts'

/** The largest loss that can be entered, in kronor. */
export const largestLoss = 1e12
/** The most times a year that can be entered: once a day. What happens more often is an operating cost rather than a risk. */
export const mostTimes = 365

const unordered: Text = {
  sv: 'Den lägsta förlusten ska vara minst, den högsta störst och den troligaste däremellan.',
  en: 'The lowest loss must be the smallest, the highest the largest and the most likely between them.',
}

function threePointFault({ low, likely, high, probability }: Extract<LossEstimate, { kind: 'threePoint' }>): Text | null {
  if (probability < 0 || probability > 1)
    return {
      sv: 'Sannolikheten för ett år ska ligga mellan 0 och 100 procent.',
      en: 'The probability for a year must lie between 0 and 100 percent.',
    }
  if (low < 0) return { sv: 'Förlusten kan inte vara mindre än 0 kronor.', en: 'The loss cannot be less than SEK 0.' }
  if (low > likely || likely > high) return unordered
  if (high > largestLoss)
    return {
      sv: 'Den högsta förlusten får vara högst 1 000 miljarder kronor.',
      en: 'The highest loss may be at most SEK 1,000 billion.',
    }
  return null
}

function frequencyFault({ frequencyLow, frequencyHigh, lossLow, lossHigh }: Extract<LossEstimate, { kind: 'frequency' }>): Text | null {
  if (frequencyLow <= 0 || lossLow <= 0)
    return {
      sv: 'De lägre gränserna ska vara större än 0. Skriv till exempel 0,01 för en gång på hundra år.',
      en: 'The lower limits must be greater than 0. Write for example 0.01 for once in a hundred years.',
    }
  if (frequencyLow > frequencyHigh)
    return {
      sv: 'Antalet gånger om året: den lägre gränsen är större än den högre. Byt plats på dem eller ändra dem.',
      en: 'Times a year: the lower limit is greater than the higher. Swap or change them.',
    }
  if (lossLow > lossHigh)
    return {
      sv: 'Förlusten per gång: den lägre gränsen är större än den högre. Byt plats på dem eller ändra dem.',
      en: 'Loss each time: the lower limit is greater than the higher. Swap or change them.',
    }
  if (frequencyHigh > mostTimes)
    return {
      sv: 'Det får inträffa högst 365 gånger om året. Det som händer oftare är en löpande kostnad.',
      en: 'It may happen at most 365 times a year. What happens more often is a running cost.',
    }
  if (lossHigh > largestLoss)
    return {
      sv: 'Förlusten per gång får vara högst 1 000 miljarder kronor.',
      en: 'The loss each time may be at most SEK 1,000 billion.',
    }
  if (frequencyHigh / frequencyLow > 1_000 || lossHigh / lossLow > 10_000)
    return {
      sv: 'Intervallet är så brett att det inte säger något. Snäva in det.',
      en: 'The range is so wide that it says nothing. Narrow it down.',
    }
  return null
}

/** What is wrong with an estimate, in words; null when nothing is. */
export const estimateFault = (estimate: LossEstimate): Text | null =>
  estimate.kind === 'threePoint' ? threePointFault(estimate) : frequencyFault(estimate)

/** What is wrong with the loss model of a risk, in words; null when nothing is or there is none. */
export function lossFault({ lossModel }: { readonly lossModel: LossModel | null }): Text | null {
  if (!lossModel) return null
  const now = estimateFault(lossModel)
  if (now) return now
  const target = lossModel.target ? estimateFault(lossModel.target) : null
  return target && { sv: `När det beslutade är gjort: ${target.sv}`, en: `When what has been decided is done: ${target.en}` }
}
