import type { RiskMethodContent } from './risk-method.content.ts'
import type { Axis } from './scale.rules.ts'
import { judgements } from './valuation.ts'

/** What becomes of a level of the method before: a level of this one; nothing, so that it is judged again; or nobody has said. */
export type Place = number | 'again' | null

/** Which level of the method a level of the one before becomes: as the mapping says, otherwise the same rung where the method has it. */
export function placeOf(method: Pick<RiskMethodContent, Axis | 'mapping'>, axis: Axis, rung: number): Place {
  const mapped = method.mapping[axis].find(({ from }) => from === rung)
  if (mapped) return mapped.to ?? 'again'
  return method[axis].some(({ level }) => level === rung) ? rung : null
}

export type Judged = Readonly<Record<string, unknown>>
type Pair = readonly [consequence: string, likelihood: string, ...rest: readonly string[]]

export interface Translation {
  /** The judgements that read otherwise by the method; those that nothing corresponds to are emptied where the method would read them as something else. */
  readonly values: Readonly<Record<string, number | null>>
  /** Something is to be judged again. */
  readonly again: boolean
  /** Levels nobody has said what become of. */
  readonly lost: readonly { readonly axis: Axis; readonly rung: number }[]
}

/** The judgements of a risk, or of an option to treat it, as they read by a method that replaces the one they were made by. */
export function translate(method: RiskMethodContent, record: Judged, pairs: readonly Pair[] = judgements): Translation {
  const values: Record<string, number | null> = {}
  const lost: { axis: Axis; rung: number }[] = []
  let again = false
  for (const [consequence, likelihood] of pairs)
    for (const [axis, name] of [
      ['consequence', consequence],
      ['likelihood', likelihood],
    ] as const) {
      const rung = record[name]
      if (typeof rung !== 'number') continue
      const place = placeOf(method, axis, rung)
      if (place === null) lost.push({ axis, rung })
      else if (place === 'again') {
        again = true
        if (method[axis].some(({ level }) => level === rung)) values[name] = null
      } else if (place !== rung) values[name] = place
    }
  return { values, again, lost }
}
