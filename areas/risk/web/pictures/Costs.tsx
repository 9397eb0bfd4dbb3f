import { pathOf } from '#kernel/definition/catalogue.ts'
import { fill } from '#kernel/language/text.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import { queryString } from '#web/api/client.ts'
import { Link } from '#web/design/Link.tsx'
import { Table } from '#web/design/Parts.tsx'
import { Picture } from '#web/design/Picture.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import type { PictureMethod, PicturesAnswer, ProposedOption } from '../../pictures.ts'
import { costPerStep, costsFinding, stepsDown } from './findings.ts'
import { RiskLevel, RiskLink } from './parts.tsx'

const words = {
  note: {
    sv: 'De risker med störst riskvärde där det finns en kostnad. Föreslaget är vad det alternativ som förordas, annars det billigaste, skulle kosta första året för en risk som väntar på beslut; det räknas inte in i åtgärderna. En åtgärd som minskar flera risker delas lika mellan dem. Kostnaden per steg är det som har använts, om det är mer än det som beräknades, delat med antalet nivåer som risken ska sjunka.',
    en: 'The risks of greatest value where there is a cost. Proposed is what the recommended option, otherwise the cheapest, would cost the first year for a risk that awaits a decision; it is not counted among the actions. An action that reduces several risks is shared alike among them. The cost per step is what has been spent, where that is more than was estimated, divided by the number of levels the risk is to fall.',
  },
  caption: { sv: 'Risker, åtgärder och kostnader', en: 'Risks, actions and costs' },
  risk: { sv: 'Risk', en: 'Risk' },
  actions: { sv: 'Åtgärder', en: 'Actions' },
  planned: { sv: 'Beräknat', en: 'Estimated' },
  actual: { sv: 'Använt', en: 'Spent' },
  bar: { sv: 'Använt av beräknat', en: 'Spent of estimated' },
  proposed: { sv: 'Föreslaget, inte beslutat', en: 'Proposed, not decided' },
  recommended: { sv: 'förordas', en: 'recommended' },
  cheapest: { sv: 'billigast av {count}', en: 'cheapest of {count}' },
  only: { sv: 'enda alternativet', en: 'the only option' },
  now: { sv: 'Nu', en: 'Now' },
  target: { sv: 'Mål', en: 'Target' },
  steps: { sv: 'Steg', en: 'Steps' },
  perStep: { sv: 'Kronor per steg', en: 'Kronor per step' },
}

/** What the actions of each risk cost against how far it is to fall. */
export function Costs({ answer }: { readonly answer: PicturesAnswer }) {
  const say = useSay()
  const format = useFormat()
  const catalogue = useCatalogue()
  const { costs, method } = answer
  const most = Math.max(1, ...costs.flatMap(({ planned, actual, proposed }) => [planned ?? 0, actual ?? 0, proposed?.cost ?? 0]))
  const money = (value: number | null) => (value === null ? <span className="v-muted">–</span> : format.money(Math.round(value)))
  return (
    <Picture title={say(costsFinding(answer))} note={costs.length ? say(words.note) : undefined}>
      {costs.length > 0 && (
        <Table caption={say(words.caption)} captionHidden>
          <thead>
            <tr>
              <th scope="col">{say(words.risk)}</th>
              <th scope="col" data-align="right">
                {say(words.actions)}
              </th>
              <th scope="col">{say(words.bar)}</th>
              <th scope="col" data-align="right">
                {say(words.planned)}
              </th>
              <th scope="col" data-align="right">
                {say(words.actual)}
              </th>
              <th scope="col">{say(words.proposed)}</th>
              <th scope="col">{say(words.now)}</th>
              <th scope="col">{say(words.target)}</th>
              <th scope="col" data-align="right">
                {say(words.steps)}
              </th>
              <th scope="col" data-align="right">
                {say(words.perStep)}
              </th>
            </tr>
          </thead>
          <tbody>
            {costs.map((one) => {
              const steps = stepsDown(one, method)
              return (
                <tr key={one.id}>
                  <th scope="row">
                    <RiskLink of={one} />
                  </th>
                  <td data-align="right">
                    <Link href={`/${pathOf(catalogue.register('action'))}${queryString({ risks: one.id })}`}>
                      {format.number(one.actions)}
                    </Link>
                  </td>
                  <td>
                    <CostBar planned={one.planned ?? 0} actual={one.actual ?? 0} proposed={one.proposed?.cost ?? 0} most={most} />
                  </td>
                  <td data-align="right">{money(one.planned)}</td>
                  <td data-align="right">{money(one.actual)}</td>
                  <td>{one.proposed ? <Proposed of={one.proposed} method={method} /> : <span className="v-muted">–</span>}</td>
                  <td className="r-level">
                    <RiskLevel level={one.level} method={method} /> <span className="v-number">{one.value ?? ''}</span>
                  </td>
                  <td className="r-level">
                    <RiskLevel level={one.targetLevel} method={method} /> <span className="v-number">{one.targetValue ?? ''}</span>
                  </td>
                  <td data-align="right">{steps === null ? '–' : format.number(steps)}</td>
                  <td data-align="right">{money(costPerStep(one, method))}</td>
                </tr>
              )
            })}
          </tbody>
        </Table>
      )}
    </Picture>
  )
}

/** What is proposed: what it is, what it would cost, and what the risk would become. */
function Proposed({ of, method }: { readonly of: ProposedOption; readonly method: PictureMethod | null }) {
  const say = useSay()
  const format = useFormat()
  const why = of.recommended ? words.recommended : of.others ? fill(words.cheapest, { count: of.others + 1 }) : words.only
  return (
    <>
      {format.money(Math.round(of.cost))}{' '}
      <span className="v-muted">
        {of.label} ({say(why)})
      </span>{' '}
      <span className="r-level">
        <RiskLevel level={of.level} method={method} />
      </span>
    </>
  )
}

interface CostBarProps {
  readonly planned: number
  readonly actual: number
  readonly proposed: number
  readonly most: number
}

/** What is estimated as a frame, what is spent as what fills it, what is only proposed as a broken frame. */
const CostBar = ({ planned, actual, proposed, most }: CostBarProps) => (
  <span className="r-cost-bar" aria-hidden="true">
    {proposed > 0 && <span className="r-cost-proposed" style={{ width: `${(100 * proposed) / most}%` }} />}
    {planned + actual > 0 && <span className="r-cost-planned" style={{ width: `${(100 * planned) / most}%` }} />}
    <span className="r-cost-actual" style={{ width: `${(100 * actual) / most}%` }} />
  </span>
)
