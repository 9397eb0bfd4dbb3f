import { fill } from '#kernel/language/text.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import type { RecordJson, RecordPage } from '#kernel/screens/data/record.ts'
import { recordPath } from '#kernel/screens/data/useRecords.ts'
import { useMay, useToday } from '#web/api/session.ts'
import { useGet } from '#web/api/useGet.ts'
import { Banner } from '#web/design/Banner.tsx'
import { LinkButton } from '#web/design/Button.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { linkIn, textIn } from './data.ts'

const words = {
  left: { sv: 'Riskägaren {name} har slutat', en: 'The risk owner {name} has left' },
  appoint: { sv: 'Utse en ny som följer upp risken.', en: 'Appoint a new one to follow up the risk.' },
  last: { sv: 'Sista dagen var den {day}.', en: 'The last day was {day}.' },
  others: {
    sv: 'En ny behöver utses av den som får ändra risken.',
    en: 'A new one is to be appointed by someone who may change the risk.',
  },
  button: { sv: 'Utse en ny riskägare', en: 'Appoint a new risk owner' },
} as const

/** That the one who owns an open risk is no longer there, and the way to appoint another. */
export function OwnerLeft({ record }: { readonly record: RecordJson }) {
  const say = useSay()
  const format = useFormat()
  const register = useCatalogue().register('risk')
  const asOf = useAsOf()
  const now = useToday()
  const { read } = useMay('persons')
  const owner = record.state === 'closed' ? null : linkIn(record.owner)
  const path = owner && read ? '/persons' : null
  const found = useGet<RecordPage>(path, { id: owner?.id ?? '', fields: 'employedTo', limit: 1 }, { staleTime: 60_000 }).data
  if (!owner || !found) return null
  // One who is not in the register has been removed from it.
  const until = textIn(found.items[0]?.employedTo)
  const hasLeft = found.items.length === 0 || (until !== null && until < (asOf ?? now))
  if (!hasLeft) return null
  const mayAppoint = asOf === null && Boolean(record.may?.update)
  return (
    <Banner
      tone="bad"
      title={say(fill(words.left, { name: owner.label }))}
      actions={
        mayAppoint && (
          <LinkButton size="small" icon="edit" href={`${recordPath(register, record.id)}/edit`}>
            {say(words.button)}
          </LinkButton>
        )
      }
    >
      <p>
        {until && `${say(fill(words.last, { day: format.date(until) }))} `}
        {say(mayAppoint ? words.appoint : words.others)}
      </p>
    </Banner>
  )
}
