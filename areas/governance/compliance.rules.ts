import type { Text } from '#kernel/language/text.ts'

/** What one may find about a requirement. */
export const assessments = {
  fulfilled: { sv: 'Uppfyllt', en: 'Fulfilled' },
  partly: { sv: 'Delvis uppfyllt', en: 'Partly fulfilled' },
  notFulfilled: { sv: 'Inte uppfyllt', en: 'Not fulfilled' },
  notApplicable: { sv: 'Gäller inte oss', en: 'Does not apply to us' },
  notNeeded: { sv: 'Bedömt, behövs inte', en: 'Assessed, not needed' },
} satisfies Record<string, Text>

export type Assessment = keyof typeof assessments
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

/** What an assessment is called where only one line has room. */
export const complianceName = (compliance: { assessment: Assessment | null; assessedOn: string | null }): string | null =>
  compliance.assessment === null ? null : [assessments[compliance.assessment].sv, compliance.assessedOn].filter(Boolean).join(' ')
