import type { Text } from '#kernel/language/text.ts'

/** A review comes after the day the document begins to apply. */
export const reviewAfterStart = (document: { validFrom: string | null; reviewBy: string | null }): Text | null =>
  document.validFrom !== null && document.reviewBy !== null && document.reviewBy <= document.validFrom
    ? {
        sv: 'Översynen ska ligga efter den dag då dokumentet börjar gälla.',
        en: 'The review must come after the day the document begins to apply.',
      }
    : null
