import { fill } from '#kernel/language/text.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import { LevelValue } from '#kernel/screens/fields/Value.tsx'
import { useToday } from '#web/api/session.ts'
import { Icon } from '#web/design/Icon.tsx'
import { daysBetween } from '#web/language/format.ts'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import type { ActionItem } from '../../standing.answers.ts'
import { words } from './words.ts'

/** The day the page stands on: today, or the one looked back to. */
export function useSeenFrom(): string {
  const today = useToday()
  return useAsOf() ?? today
}

/** So many days, in words. */
export const daysText = (days: number) => (days === 1 ? { sv: 'en dag', en: 'one day' } : { sv: `${days} dagar`, en: `${days} days` })

/** When an action is to be ready, or to be checked; what is late is said by mark and word. `bare` where a heading says what day it is. */
export function DueText({ item, bare = false }: { readonly item: ActionItem; readonly bare?: boolean }) {
  const say = useSay()
  const format = useFormat()
  const from = useSeenFrom()
  if (item.late && item.due) {
    const days = say(daysText(daysBetween(item.due, from)))
    return (
      <span className="a-late" title={format.date(item.due)}>
        <Icon name="warning" size={14} />
        {say(fill(words.late, { days }))}
      </span>
    )
  }
  if (item.state === 'done' && item.checkBy) {
    const day = format.date(item.checkBy)
    if (item.checkBy >= from) return <span>{say(fill(words.check, { day }))}</span>
    return (
      <span className="a-late">
        <Icon name="warning" size={14} />
        {say(fill(words.checkLate, { day }))}
      </span>
    )
  }
  if (item.due && bare) return <span>{format.date(item.due, 'table')}</span>
  if (item.due) return <span>{say(fill(words.due, { day: format.date(item.due) }))}</span>
  return <span className="v-muted">{say(words.noDue)}</span>
}

/** How pressing an action is, where it has been said. */
export function Priority({ item }: { readonly item: ActionItem }) {
  const field = useCatalogue().register('action').fields.priority
  return field && item.priority !== null ? <LevelValue field={field} value={item.priority} /> : null
}
