import { LevelTag } from '#web/design/Tag.tsx'
import { useSay } from '#web/language/useSay.ts'
import { riskLadder } from '../risk.ts'
import type { RiskScales } from '../risk-value.ts'

interface RiskLevelProps {
  readonly level: number | null
  readonly method: Pick<RiskScales, 'levels'> | null | undefined
}

/** What a level is called: by the method, or by the common ladder where the method does not have it. */
export function useLevelName(method: RiskLevelProps['method']): (level: number) => string {
  const say = useSay()
  return (level) => {
    const named = method?.levels.find((one) => one.level === level)?.name
    const ladder = riskLadder[level - 1]
    return named ?? (ladder ? say(ladder) : String(level))
  }
}

/** A risk level under the method's own name, coloured by its place among the method's levels. */
export function RiskLevel({ level, method }: RiskLevelProps) {
  const nameOf = useLevelName(method)
  if (level === null) return null
  const last = Math.max(...(method?.levels.map((one) => one.level) ?? [4]), level)
  return (
    <LevelTag level={level} first={1} last={last} tone="risk">
      {nameOf(level)}
    </LevelTag>
  )
}
