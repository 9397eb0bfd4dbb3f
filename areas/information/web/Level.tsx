import { LevelTag } from '#web/design/Tag.tsx'
import { useSay } from '#web/language/useSay.ts'
import { highestRung, rungs } from '../../scales/needs.ts'

export interface LevelProps {
  readonly level: number | null | undefined
  /** The model's own name of the level; the word of the common ladder without it. */
  readonly name?: string
  /** The number alone in sight, the word for the one who listens: where the word stands beside. */
  readonly brief?: boolean
}

/** A level of protection: colour, number and word. A need that nobody has valued is said in words. */
export function Level({ level, name, brief }: LevelProps) {
  const say = useSay()
  if (level === null || level === undefined)
    return (
      <span className="v-muted">
        <span aria-hidden="true">–</span>
        <span className="v-hidden">{say({ sv: 'inte värderad', en: 'not valued' })}</span>
      </span>
    )
  const word = name ?? (rungs[level] ? say(rungs[level]) : '')
  return (
    <LevelTag level={level} first={0} last={highestRung} tone="protection">
      {level} {brief ? <span className="v-hidden">{word}</span> : word}
    </LevelTag>
  )
}

/** A level in words, for the one who listens. */
export const useLevelWords = () => {
  const say = useSay()
  return (level: number | null | undefined) =>
    level === null || level === undefined
      ? say({ sv: 'inte klassad', en: 'not classified' })
      : `${say({ sv: 'skyddsnivå', en: 'protection level' })} ${level} ${rungs[level] ? say(rungs[level]).toLowerCase() : ''}`
}
