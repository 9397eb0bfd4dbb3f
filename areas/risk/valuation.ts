import type { RiskMethodContent } from './risk-method.content.ts'
import { levelBy, valueBy } from './risk-method.rules.ts'
import { fieldsOffScale } from './scale.rules.ts'

/** The three judgements of a risk: without measures, as it is, and when the actions are done. */
export const judgements = [
  ['inherentConsequence', 'inherentLikelihood', 'inherentValue', 'inherentLevel'],
  ['consequence', 'likelihood', 'value', 'level'],
  ['targetConsequence', 'targetLikelihood', 'targetValue', 'targetLevel'],
] as const

type Judged = Readonly<Record<string, unknown>>

const numberIn = (record: Judged, name: string): number | null => (typeof record[name] === 'number' ? record[name] : null)

/** The values and levels that follow from the judgements by a method. */
function valued(method: RiskMethodContent, record: Judged): Record<string, number | null> {
  return Object.fromEntries(
    judgements.flatMap(([consequence, likelihood, value, level]) => {
      const [row, column] = [numberIn(record, consequence), numberIn(record, likelihood)]
      return [
        [value, valueBy(method, row, column)],
        [level, levelBy(method, row, column)],
      ]
    }),
  )
}

interface MethodOf {
  readonly id: string
  readonly content: RiskMethodContent
}

/** A judgement is whole where both its parts are on the scales of the method; one of which nothing is said is whole too, but for the main one. */
function isWhole(method: RiskMethodContent, record: Judged, [consequence, likelihood]: (typeof judgements)[number]): boolean {
  const [row, column] = [numberIn(record, consequence), numberIn(record, likelihood)]
  if (row === null && column === null) return consequence !== 'consequence'
  return valueBy(method, row, column) !== null
}

/**
 * What the judgements of a risk come to by the method in force: values, levels, the method they are of, and whether it, or one of its options
 * (`revalueOptions`), is to be valued again.
 * A risk judged by an earlier method keeps the values that this one has no place for, until somebody judges it anew.
 */
export function comesTo(method: MethodOf | null, record: Judged): Readonly<Record<string, string | number | boolean | null>> {
  const of = typeof record.method === 'string' ? record.method : null
  // Without a method in force nothing is valued anew; what was valued before stands as long as it is judged at all.
  if (!method) {
    const standing = judgements.flatMap(([consequence, likelihood, value, level]) => {
      const isJudged = numberIn(record, consequence) !== null && numberIn(record, likelihood) !== null
      return [value, level].map((name) => [name, isJudged ? numberIn(record, name) : null] as const)
    })
    return { ...Object.fromEntries(standing), method: of, revalue: record.revalue === true ? true : null }
  }
  const values = valued(method.content, record)
  if (of !== method.id && (record.revalue === true || (of !== null && fieldsOffScale(method.content, record).length))) {
    const broken = judgements.filter((judgement) => !isWhole(method.content, record, judgement))
    const kept = broken.flatMap(([, , value, level]) => [value, level].map((name) => [name, numberIn(record, name)] as const))
    if (broken.length) return { ...values, ...Object.fromEntries(kept), method: of, revalue: true }
  }
  const isValued = Object.values(values).some((value) => value !== null)
  return { ...values, method: isValued ? method.id : null, revalue: record.revalueOptions === true ? true : null }
}

/** What an option to treat a risk is judged to make of it. */
export interface JudgedOption {
  readonly consequence: number | null
  readonly likelihood: number | null
  readonly value: number | null
  readonly level: number | null
  readonly revalue: boolean | null
}

/** What an option comes to by the method in force. One that is to be judged again keeps what it came to before until somebody has. */
export function optionComesTo(method: RiskMethodContent | null, option: JudgedOption): Pick<JudgedOption, 'value' | 'level' | 'revalue'> {
  const { consequence, likelihood } = option
  const value = method && valueBy(method, consequence, likelihood)
  if (option.revalue && value === null) return { value: option.value, level: option.level, revalue: true }
  return { value, level: method && levelBy(method, consequence, likelihood), revalue: null }
}
