import { LevelTag } from '#web/design/Tag.tsx'
import { useSay } from '#web/language/useSay.ts'
import type { ModelContent } from '../../classification-model.content.ts'

const notYet = { sv: 'Inte värderad', en: 'Not valued' }

/** A level with the number and the name the model gives it. */
export function Level({ model, level }: { readonly model: ModelContent; readonly level: number | null }) {
  const say = useSay()
  if (level === null) return <span className="v-muted">{say(notYet)}</span>
  const found = model.levels.find((one) => one.level === level)
  return (
    <LevelTag level={level} first={model.levels[0]?.level ?? 0} last={model.levels.at(-1)?.level ?? 3} tone="protection">
      {level} {found?.name ?? ''}
    </LevelTag>
  )
}

export const levelName = (model: ModelContent, level: number | null): string => {
  const found = model.levels.find((one) => one.level === level)
  return found ? `${found.level} ${found.name}` : '–'
}
