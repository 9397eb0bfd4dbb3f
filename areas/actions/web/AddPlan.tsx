import { pathOf } from '#kernel/definition/catalogue.ts'
import { type Panel, useCatalogue } from '#kernel/screens/catalogue.tsx'
import { linksIn } from '#kernel/screens/fields/words.ts'
import { queryString } from '#web/api/client.ts'
import { useMay } from '#web/api/session.ts'
import { LinkButton } from '#web/design/Button.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'

/** The field of the plan that leads to what it follows upon; it is also called so as an origin. */
const origins: Readonly<Record<string, { readonly source: string; readonly field: string }>> = {
  riskAnalysis: { source: 'riskAnalysis', field: 'analysis' },
  selfAssessment: { source: 'selfAssessment', field: 'assessment' },
}

/** The way from an analysis or a self-assessment to the plan that follows upon it. */
const AddPlan: Panel = ({ register, record }) => {
  const say = useSay()
  const asOf = useAsOf()
  const plans = useCatalogue().register('actionPlan')
  const may = useMay(plans.plural)
  const origin = origins[register.name]
  if (!origin || !may.create || asOf !== null) return null
  const unit = register.scope?.unit ? linksIn(record[register.scope.unit])[0]?.id : undefined
  return (
    <LinkButton href={`/${pathOf(plans)}/new${queryString({ source: origin.source, [origin.field]: record.id, unit })}`}>
      {say({ sv: 'Gör en handlingsplan', en: 'Make an action plan' })}
    </LinkButton>
  )
}

export default AddPlan
