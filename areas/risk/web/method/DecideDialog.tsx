import { fill } from '#kernel/language/text.ts'
import type { RecordPage } from '#kernel/screens/data/record.ts'
import MoveDialog from '#kernel/screens/record/MoveDialog.tsx'
import type { MoveDialogProps } from '#kernel/screens/record/useMove.ts'
import { useGet } from '#web/api/useGet.ts'
import { Banner } from '#web/design/Banner.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'

const words = {
  values: { sv: 'Värderar om {risks} …', en: 'Valuing {risks} again …' },
  one: { sv: 'en öppen risk', en: 'one open risk' },
  many: { sv: '{n} öppna risker', en: '{n} open risks' },
  long: { sv: 'Det kan ta en halv minut. Låt sidan vara öppen.', en: 'It may take half a minute. Leave the page open.' },
} as const

/** From so many risks deciding takes seconds rather than a moment. */
const takesTime = 2_000

/** Decides a risk method, and says meanwhile what is being done: every open risk is valued by it. */
export default function DecideDialog(props: MoveDialogProps) {
  const say = useSay()
  const format = useFormat()
  const open = useGet<RecordPage>('/risks', { state: 'not:closed', count: true, limit: 1, fields: 'title' }).data?.total ?? 0
  const risks = say(open === 1 ? words.one : fill(words.many, { n: format.number(open) }))
  const meanwhile = open > 0 && (
    <Banner tone="waiting" title={say(fill(words.values, { risks }))}>
      {open >= takesTime && <p>{say(words.long)}</p>}
    </Banner>
  )
  return <MoveDialog {...props} meanwhile={meanwhile} />
}
