import { LevelTag } from '#web/design/Tag.tsx'
import type { RiskMethodContent } from '../../risk-method.content.ts'

interface RiskMarkProps {
  readonly level: number
  readonly levels: RiskMethodContent['levels']
}

/** A risk level under the method's own name: bars, word and colour. */
export function RiskMark({ level, levels }: RiskMarkProps) {
  const last = Math.max(...levels.map((one) => one.level), level)
  return (
    <LevelTag level={level} first={1} last={last} tone="risk">
      {levels.find((one) => one.level === level)?.name ?? level}
    </LevelTag>
  )
}
