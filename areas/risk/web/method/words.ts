import type { Text } from '#kernel/language/text.ts'
import type { MandateRole, RiskMethodContent } from '../../risk-method.content.ts'
import type { Axis } from '../../scale.rules.ts'

/** The roles as they stand in a sentence. */
export const whoever: Readonly<Record<MandateRole | RiskMethodContent['tells'][number]['role'], Text>> = {
  manager: { sv: 'närmaste chef', en: 'the nearest manager' },
  'risk-owner': { sv: 'riskägaren', en: 'the risk owner' },
  'department-head': { sv: 'avdelningschefen', en: 'the head of department' },
  'director-general': { sv: 'generaldirektören', en: 'the director-general' },
  ciso: { sv: 'informationssäkerhetschefen', en: 'the chief information security officer' },
  'head-of-security': { sv: 'säkerhetschefen', en: 'the head of security' },
  'risk-function': { sv: 'riskfunktionen', en: 'the risk function' },
  dpo: { sv: 'dataskyddsombudet', en: 'the data protection officer' },
  preparedness: { sv: 'beredskapssamordnaren', en: 'the preparedness coordinator' },
}

export const axisWords: Readonly<Record<Axis, Text>> = {
  consequence: { sv: 'Konsekvens', en: 'Consequence' },
  likelihood: { sv: 'Sannolikhet', en: 'Likelihood' },
}

export const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** Between which values a step lies, in words. */
export const rangeWords = (from: number, below: number | null): Text =>
  below === null
    ? from === 0
      ? { sv: 'Alla värden', en: 'All values' }
      : { sv: `Värde ${from} eller mer`, en: `Value ${from} or more` }
    : from === 0
      ? { sv: `Värde under ${below}`, en: `Value below ${below}` }
      : { sv: `Värde från ${from} till under ${below}`, en: `Value from ${from} to below ${below}` }

/** Within how many working days, in words. */
export const withinWords = ([least, most]: readonly [number, number]): Text => {
  const days = least === most ? `${least}` : `${least}–${most}`
  return most === 1
    ? { sv: `inom ${days} arbetsdag`, en: `within ${days} working day` }
    : { sv: `inom ${days} arbetsdagar`, en: `within ${days} working days` }
}
