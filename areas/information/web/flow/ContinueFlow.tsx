import type { Panel } from '#kernel/screens/catalogue.tsx'
import { LinkButton } from '#web/design/Button.tsx'
import { useSay } from '#web/language/useSay.ts'
import { flowPath } from './progress.ts'

const words = {
  goOn: { sv: 'Fortsätt klassningen', en: 'Go on with the classification' },
  decide: { sv: 'Gå till beslutet', en: 'Go to the decision' },
  start: { sv: 'Öppna klassningen', en: 'Open the classification' },
  read: { sv: 'Läs klassningen steg för steg', en: 'Read the classification step by step' },
}

/** The way from the page of a classification to its flow. */
const ContinueFlow: Panel = ({ record }) => {
  const say = useSay()
  const { state } = record
  const isOpen = state === 'planned' || state === 'underway' || state === 'proposed'
  return (
    <LinkButton
      variant={isOpen ? 'primary' : 'secondary'}
      href={flowPath(record.id, state === 'underway' || state === 'planned' ? 'valuation' : 'decision')}
    >
      {say(state === 'planned' ? words.start : state === 'underway' ? words.goOn : state === 'proposed' ? words.decide : words.read)}
    </LinkButton>
  )
}

export default ContinueFlow
