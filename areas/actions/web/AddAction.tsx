import { pathOf } from '#kernel/definition/catalogue.ts'
import { type Panel, useCatalogue } from '#kernel/screens/catalogue.tsx'
import { linksIn } from '#kernel/screens/fields/words.ts'
import { queryString } from '#web/api/client.ts'
import { useMay } from '#web/api/session.ts'
import { LinkButton } from '#web/design/Button.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import type { Action } from '../action.register.ts'

interface Origin {
  readonly source: NonNullable<Action['source']>
  /** The field of the action that leads to what it arose from. */
  readonly field: string
}

/** What an action can arise from, by register. All of it comes into the one list of actions. */
const origins: Readonly<Record<string, Origin>> = {
  risk: { source: 'risk', field: 'risks' },
  incident: { source: 'incident', field: 'incidents' },
  finding: { source: 'finding', field: 'findings' },
  exercise: { source: 'exercise', field: 'exercises' },
  managementReview: { source: 'review', field: 'reviews' },
  selfAssessment: { source: 'selfAssessment', field: 'assessments' },
  measureAssessment: { source: 'classification', field: 'gaps' },
}

/** The way from what has come to light to an action: a new one in the list, with what gave rise to it filled in. */
const AddAction: Panel = ({ register, record }) => {
  const say = useSay()
  const asOf = useAsOf()
  const actions = useCatalogue().register('action')
  const may = useMay(actions.plural)
  const origin = origins[register.name]
  if (!origin || !may.create || asOf !== null) return null
  const unit = register.scope?.unit ? linksIn(record[register.scope.unit])[0]?.id : undefined
  return (
    <LinkButton icon="plus" href={`/${pathOf(actions)}/new${queryString({ source: origin.source, [origin.field]: record.id, unit })}`}>
      {say({ sv: 'Lägg till åtgärd', en: 'Add action' })}
    </LinkButton>
  )
}

export default AddAction
