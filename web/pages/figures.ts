import type { Language, Text } from '#kernel/language/text.ts'
import { bound, formatMoney, formatNumber, formatShare } from '#web/language/format.ts'
import type { Figure, FigureUnit } from './answers.ts'

/** The value of a figure in words: `83 %`, `23 dagar`, `uppgift saknas`. */
export function figureValue(value: number | null, unit: FigureUnit, language: Language): string {
  if (value === null) return language === 'sv' ? 'uppgift saknas' : 'not available'
  switch (unit) {
    case 'share':
      return formatShare(value, language)
    case 'days': {
      const days = formatNumber(value, language, { maximumFractionDigits: 1 })
      return `${days}${bound}${language === 'sv' ? (value === 1 ? 'dag' : 'dagar') : value === 1 ? 'day' : 'days'}`
    }
    case 'sek':
      return formatMoney(value, language)
    default:
      return formatNumber(value, language, { maximumFractionDigits: 1 })
  }
}

/** How a figure has moved since the value before: in which direction, and whether that is for the better. */
export interface Movement {
  readonly direction: 'up' | 'down' | 'same'
  readonly judgement: 'better' | 'worse' | 'same'
  /** `7 procentenheter upp` and the like. */
  readonly words: Text
}

const by = (difference: number, unit: FigureUnit, language: Language): string => {
  if (unit !== 'share') return figureValue(difference, unit, language)
  const points = formatNumber(difference * 100, language, { maximumFractionDigits: 0 })
  return language === 'sv'
    ? `${points}${bound}${points === '1' ? 'procentenhet' : 'procentenheter'}`
    : `${points}${bound}${points === '1' ? 'percentage point' : 'percentage points'}`
}

/** Compares a figure with its value a year before; nothing where either is missing. A share counts as unchanged within half a per cent. */
export function movementOf(value: number | null, previous: number | null, unit: FigureUnit, better: Figure['better']): Movement | null {
  if (value === null || previous === null) return null
  const difference = value - previous
  if (Math.abs(difference) < (unit === 'share' ? 0.005 : 1e-9))
    return { direction: 'same', judgement: 'same', words: { sv: 'oförändrat', en: 'unchanged' } }
  const direction = difference > 0 ? 'up' : 'down'
  const judgement = better === 'neither' ? 'same' : (better === 'higher') === difference > 0 ? 'better' : 'worse'
  const size = Math.abs(difference)
  return {
    direction,
    judgement,
    words: {
      sv: `${by(size, unit, 'sv')} ${direction === 'up' ? 'upp' : 'ned'}`,
      en: `${by(size, unit, 'en')} ${direction}`,
    },
  }
}
