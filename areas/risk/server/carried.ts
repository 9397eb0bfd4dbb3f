import type { RiskMethodContent } from '../risk-method.content.ts'
import type { Axis } from '../scale.rules.ts'
import { placeOf, type Translation, translate } from '../translation.ts'
import type { OpenOption, OpenRisk } from './open-risks.ts'

/** The one judgement of an option to treat a risk, and of an estimate. */
const oneJudgement = [['consequence', 'likelihood']] as const

interface Carried<Of> {
  readonly of: Of
  /** Absent for what already waits to be judged again: that is left to whoever judges it. */
  readonly translation: Translation | null
}

/** An open risk and its options, as they read by a method. */
export interface CarriedRisk extends Carried<OpenRisk> {
  readonly options: readonly Carried<OpenOption>[]
}

/**
 * How open risks read by a method.
 * @param before the method it replaces: a risk that waits to be valued again itself was valued by one before that
 */
export const carriedBy = (content: RiskMethodContent, risks: readonly OpenRisk[], before: string | null): CarriedRisk[] =>
  risks.map((of) => ({
    of,
    translation: of.judged.revalue === true && of.judged.method !== before ? null : translate(content, of.judged),
    options: of.options.map((option) => ({
      of: option,
      translation: option.judged.revalue ? null : translate(content, { ...option.judged }, oneJudgement),
    })),
  }))

/** Whether one of the options of a risk is to be judged again, by what the method says of it or since before. */
export const optionsWait = ({ options }: CarriedRisk): boolean =>
  options.some(({ translation }) => translation === null || translation.again)

/** The levels that open risks and their options use and nobody has said what become of, each with how many risks use it. */
export function lostIn(carried: readonly CarriedRisk[]): { axis: Axis; rung: number; count: number }[] {
  const found = new Map<string, { axis: Axis; rung: number; count: number }>()
  for (const { translation, options } of carried) {
    const all = [translation, ...options.map((option) => option.translation)].flatMap((one) => one?.lost ?? [])
    for (const key of new Set(all.map(({ axis, rung }) => `${axis} ${rung}`))) {
      const one = all.find(({ axis, rung }) => `${axis} ${rung}` === key)
      if (one) found.set(key, { ...one, count: (found.get(key)?.count ?? 0) + 1 })
    }
  }
  return [...found.values()].toSorted((one, other) => one.axis.localeCompare(other.axis) || one.rung - other.rung)
}

/** The judgements of an estimate that read otherwise by a method. What nothing corresponds to is emptied, to be judged again. */
export function estimateBy(content: RiskMethodContent, judged: Readonly<Record<string, unknown>>): Readonly<Record<string, number | null>> {
  return Object.fromEntries(
    oneJudgement[0].flatMap((axis) => {
      const rung = judged[axis]
      if (typeof rung !== 'number') return []
      const place = placeOf(content, axis, rung)
      return place === rung ? [] : [[axis, typeof place === 'number' ? place : null] as const]
    }),
  )
}
