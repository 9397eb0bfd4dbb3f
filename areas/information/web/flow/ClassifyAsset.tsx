import type { Panel } from '#kernel/screens/catalogue.tsx'
import type { RecordPage } from '#kernel/screens/data/record.ts'
import { useMay } from '#web/api/session.ts'
import { useGet } from '#web/api/useGet.ts'
import { LinkButton } from '#web/design/Button.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { flowPath } from './progress.ts'

const words = {
  classify: { sv: 'Klassa informationen', en: 'Classify the information' },
  again: { sv: 'Klassa om', en: 'Classify again' },
  goOn: { sv: 'Fortsätt klassningen', en: 'Go on with the classification' },
}

/** The way from a set of information to its classification: the one under way, or a new one. */
const ClassifyAsset: Panel = ({ record }) => {
  const say = useSay()
  const asOf = useAsOf()
  const may = useMay('classifications')
  const found = useGet<RecordPage>(may.read ? '/classifications' : null, {
    asset: record.id,
    state: 'planned,underway,proposed',
    limit: 1,
  })
  const going = found.data?.items[0]
  if (asOf !== null || (may.read && !found.data)) return null
  if (going) return <LinkButton href={flowPath(going.id)}>{say(words.goOn)}</LinkButton>
  return may.create ? (
    <LinkButton href={`/klassa?asset=${record.id}`}>{say(record.classifiedOn ? words.again : words.classify)}</LinkButton>
  ) : null
}

export default ClassifyAsset
