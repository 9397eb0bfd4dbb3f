import { fill } from '#kernel/language/text.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import { Button } from '#web/design/Button.tsx'
import { Menu } from '#web/design/Menu.tsx'
import { useSay } from '#web/language/useSay.ts'
import type { ActionItem } from '../../standing.answers.ts'
import { words } from './words.ts'

/** The moves this person may make of an action, by keyboard and by press. */
export function MoveMenu({ item, onMove }: { readonly item: ActionItem; readonly onMove: (item: ActionItem, move: string) => void }) {
  const say = useSay()
  const flow = useCatalogue().register('action').workflow
  const moves = item.moves.flatMap((name) => {
    const move = flow?.moves[name]
    const to = move && flow?.states[move.to]
    return move && to ? [{ id: name, label: say(move.label), hint: say(to.label), onAction: () => onMove(item, name) }] : []
  })
  if (moves.length === 0) return null
  const label = say(fill(words.move, { title: item.title }))
  return (
    <Menu
      label={label}
      placement="bottom end"
      trigger={<Button variant="quiet" size="small" icon="arrowRight" aria-label={label} />}
      sections={[{ items: moves }]}
    />
  )
}
