import { fill } from '#kernel/language/text.ts'
import type { RecordLink } from '#kernel/screens/data/record.ts'
import { Button } from '#web/design/Button.tsx'
import { Table } from '#web/design/Parts.tsx'
import { PartBar } from '#web/design/Picture.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import type { LossesAnswer } from '../../pictures.ts'
import type { Reduction } from '../../quantify/reduction.ts'
import type { Simulated } from '../../quantify/simulate.ts'
import { roughly } from './loss-findings.ts'
import { RiskLink, stepOf } from './parts.tsx'

const words = {
  caption: { sv: 'Riskerna, vad de kostar och vad åtgärderna tar bort', en: 'The risks, what they cost and what the actions take away' },
  risk: { sv: 'Risk', en: 'Risk' },
  mean: { sv: 'I snitt per år', en: 'On average a year' },
  share: { sv: 'Andel', en: 'Share' },
  after: { sv: 'När det beslutade är gjort', en: 'When what is decided is done' },
  reduced: { sv: 'Minskar med', en: 'Falls by' },
  cost: { sv: 'Åtgärderna kostar', en: 'The actions cost' },
  years: { sv: 'Betalar sig på', en: 'Pays for itself in' },
  yearsOf: { sv: '{n} år', en: '{n} years' },
  estimate: { sv: 'Uppskattning', en: 'Estimate' },
  edit: { sv: 'Ändra', en: 'Change' },
  editOf: { sv: 'Ändra uppskattningen av {risk}', en: 'Change the estimate of {risk}' },
} as const

interface LossRisksProps {
  readonly answer: LossesAnswer
  readonly asIs: Simulated
  readonly reduced: readonly Reduction[]
  readonly onEdit: ((risk: RecordLink) => void) | null
}

/** The risks with what each costs in a year, the costliest first, and what its actions take away. */
export function LossRisks({ answer, asIs, reduced, onEdit }: LossRisksProps) {
  const say = useSay()
  const format = useFormat()
  const rows = asIs.risks.flatMap(({ id, mean, share }) => {
    const risk = answer.risks.find((one) => one.id === id)
    return risk ? [{ risk, mean, share, reduction: reduced.find((one) => one.id === id) }] : []
  })
  const most = Math.max(...rows.map(({ share }) => share), 0.01)
  const money = (amount: number | null | undefined) =>
    amount === null || amount === undefined ? <span className="v-muted">–</span> : format.money(roughly(amount))
  return (
    <Table caption={say(words.caption)} captionHidden>
      <thead>
        <tr>
          <th scope="col">{say(words.risk)}</th>
          <th scope="col" data-align="right">
            {say(words.mean)}
          </th>
          <th scope="col">{say(words.share)}</th>
          <th scope="col" data-align="right">
            {say(words.after)}
          </th>
          <th scope="col" data-align="right">
            {say(words.reduced)}
          </th>
          <th scope="col" data-align="right">
            {say(words.cost)}
          </th>
          <th scope="col" data-align="right">
            {say(words.years)}
          </th>
          {onEdit && <th scope="col">{say(words.estimate)}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ risk, mean, share, reduction }) => (
          <tr key={risk.id}>
            <th scope="row">
              <RiskLink of={risk} />
            </th>
            <td data-align="right">{money(mean)}</td>
            <td>
              <span className="r-share">
                <PartBar whole={most} parts={[{ key: 'share', value: share, level: risk.level, step: stepOf(risk.level) }]} />
                <span className="v-number">{format.share(share)}</span>
              </span>
            </td>
            <td data-align="right">{money(reduction?.after)}</td>
            <td data-align="right">{money(reduction && Math.max(0, reduction.reduced))}</td>
            <td data-align="right">
              {money(risk.planned === null && risk.actual === null ? null : Math.max(risk.planned ?? 0, risk.actual ?? 0))}
            </td>
            <td data-align="right">
              {reduction?.years === null || reduction?.years === undefined ? (
                <span className="v-muted">–</span>
              ) : (
                say(fill(words.yearsOf, { n: format.number(reduction.years, { maximumFractionDigits: reduction.years < 10 ? 1 : 0 }) }))
              )}
            </td>
            {onEdit && (
              <td>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={say(fill(words.editOf, { risk: risk.reference }))}
                  onPress={() => onEdit({ id: risk.id, label: `${risk.reference} ${risk.title}` })}
                >
                  {say(words.edit)}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
