import type { Language, Text } from '#kernel/language/text.ts'
import type { FieldProblem } from '#kernel/problems/problem.ts'
import { consequenceLadder, likelihoodLadder, namedBy } from '../scales/risk.ts'
import type { RiskMethodContent } from './risk-method.content.ts'

export type Axis = 'consequence' | 'likelihood'
type Scales = Pick<RiskMethodContent, Axis>
type Judged = Readonly<Record<string, unknown>>

/** What is judged of risks, options and estimates, each with the axis it is judged on. */
export const axisOf = {
  inherentConsequence: 'consequence',
  inherentLikelihood: 'likelihood',
  consequence: 'consequence',
  likelihood: 'likelihood',
  targetConsequence: 'consequence',
  targetLikelihood: 'likelihood',
} as const satisfies Readonly<Record<string, Axis>>

export type JudgedField = keyof typeof axisOf
export const judgedFields = Object.keys(axisOf) as JudgedField[]

/** The levels of an axis, as they are enumerated in a sentence: *1 Försumbar, 2 Måttlig*. */
export function levelsInWords(method: Scales, axis: Axis): Text {
  const ladder = axis === 'consequence' ? consequenceLadder : likelihoodLadder
  const named = method[axis].map(({ level, name }) => ({ level, called: namedBy(name, ladder[level - 1]) }))
  const listed = (language: Language) => named.map(({ level, called }) => `${level} ${called[language]}`).join(', ')
  return { sv: listed('sv'), en: listed('en') }
}

/** What is said of a value that an axis of the method has no level for; null where it has one, or where nothing has been judged. */
export function offScale(method: Scales, axis: Axis, value: unknown): Text | null {
  if (typeof value !== 'number' || method[axis].some(({ level }) => level === value)) return null
  const names = levelsInWords(method, axis)
  return {
    sv: `Värdet ${value} finns inte på metodens skala. Välj något av: ${names.sv}.`,
    en: `The value ${value} is not on the scale of the method. Choose one of: ${names.en}.`,
  }
}

/** The judgements that the method has no level for. */
export const fieldsOffScale = (method: Scales, record: Judged, fields: readonly JudgedField[] = judgedFields): JudgedField[] =>
  fields.filter((field) => offScale(method, axisOf[field], record[field]) !== null)

/** The faults of judgements that the method has no level for; without a method nothing is off its scale. */
export const scaleFaults = (method: Scales | null, record: Judged, fields: readonly JudgedField[]): FieldProblem[] =>
  fields.flatMap((field): FieldProblem[] => {
    const message = method && offScale(method, axisOf[field], record[field])
    return message ? [{ field, code: 'off-scale', message }] : []
  })
