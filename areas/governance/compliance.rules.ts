import type { Text } from '#kernel/language/text.ts'

export type Assessment = 'fulfilled' | 'partly' | 'notFulfilled' | 'notApplicable' | 'notNeeded'
export type Standing = 'met' | 'underway' | 'gap' | 'ownWay' | 'outside'

/**
 * How an assessment stands. General advice (allmänna råd) says how one may act, not how one must: who does otherwise
 * has chosen another way and is never in breach.
 */
export function standingOf(compliance: { assessment: Assessment | null; advice: boolean | null }): Standing | null {
  switch (compliance.assessment) {
    case null:
      return null
    case 'fulfilled':
      return 'met'
    case 'notApplicable':
    case 'notNeeded':
      return 'outside'
    default:
      return compliance.advice === true ? 'ownWay' : compliance.assessment === 'partly' ? 'underway' : 'gap'
  }
}

/** Anything but "fulfilled" is explained, so that a reader can judge it. */
export const reasonedWhenNotFulfilled = (compliance: { assessment: Assessment | null; reason: string | null }): Text | null =>
  compliance.assessment !== null && compliance.assessment !== 'fulfilled' && !compliance.reason?.trim()
    ? { sv: 'Skriv varför ni har bedömt kravet så.', en: 'Write why you have assessed the requirement in this way.' }
    : null
