import { counted, fill, type Text } from '#kernel/language/text.ts'
import type { WorkshopRisk } from '../../risk-analysis.answer.ts'

const words = {
  none: { sv: 'Ingen har bedömt risken för sig.', en: 'Nobody has judged the risk alone.' },
  one: { sv: '{name} har bedömt risken för sig.', en: '{name} has judged the risk alone.' },
  agreed: { sv: '{count} bedömde lika.', en: '{count} judged the same.' },
}

/** How far apart the judgements of a risk are, in words. */
export function apartWords(risk: WorkshopRisk): Text {
  const count = risk.estimates.length
  if (count === 0) return words.none
  if (count === 1) return fill(words.one, { name: risk.estimates[0]?.person.label ?? '' })
  if (!risk.apart) return fill(words.agreed, { count })
  return fill(
    counted(
      risk.apart,
      {
        sv: 'Ni är oense: {apart} steg skiljer mellan de {count} bedömningarna.',
        en: 'You disagree: {apart} step between the {count} judgements.',
      },
      {
        sv: 'Ni är oense: {apart} steg skiljer mellan de {count} bedömningarna.',
        en: 'You disagree: {apart} steps between the {count} judgements.',
      },
    ),
    { apart: risk.apart, count },
  )
}
