import { fill } from '#kernel/language/text.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import { LevelValue, RecordName, StateValue } from '#kernel/screens/fields/Value.tsx'
import { valueWords } from '#kernel/screens/fields/words.ts'
import { Table } from '#web/design/Parts.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import type { ActionBrief } from './answers.ts'
import { linkIn, linksOf, useFlow } from './data.ts'
import { Level } from './Level.tsx'
import { highestOf } from './progress.ts'

const words = {
  facts: { sv: 'Vad klassningen avser', en: 'What the classification concerns' },
  asset: { sv: 'Information', en: 'Information' },
  unit: { sv: 'Enhet', en: 'Unit' },
  owner: { sv: 'Informationsägare', en: 'Information owner' },
  with: { sv: 'Medverkande', en: 'Participants' },
  model: { sv: 'Modell', en: 'Model' },
  occasion: { sv: 'Anledning', en: 'Occasion' },
  review: { sv: 'Omprövas senast', en: 'Review by' },
  decided: { sv: 'Beslutad', en: 'Decided' },
  levels: { sv: 'Hur skyddsvärd informationen är', en: 'How much protection the information needs' },
  aspect: { sv: 'Aspekt', en: 'Aspect' },
  level: { sv: 'Nivå', en: 'Level' },
  because: { sv: 'Avgörande konsekvens och skäl', en: 'Deciding consequence and reason' },
  whole: { sv: 'Skyddsnivå', en: 'Protection level' },
  carriers: { sv: 'Var informationen finns, och vad som brister där', en: 'Where the information is, and what is lacking there' },
  carrier: { sv: 'System', en: 'System' },
  inPlace: { sv: 'På plats', en: 'In place' },
  gapsOf: { sv: 'Brister', en: 'Gaps' },
  without: { sv: 'Utan åtgärd', en: 'Without action' },
  unassessed: { sv: 'Inte bedömt', en: 'Not assessed' },
  risks: { sv: 'Risker', en: 'Risks' },
  risk: { sv: 'Risk', en: 'Risk' },
  actions: { sv: 'Åtgärder', en: 'Actions' },
  action: { sv: 'Åtgärd', en: 'Action' },
  responsible: { sv: 'Ansvarig', en: 'Responsible' },
  due: { sv: 'Klar senast', en: 'Due' },
  state: { sv: 'Status', en: 'Status' },
  accepted: { sv: 'Accepterade brister', en: 'Accepted gaps' },
  gap: { sv: 'Brist', en: 'Gap' },
  until: { sv: 'Till', en: 'Until' },
  noActions: { sv: 'Inga åtgärder.', en: 'No actions.' },
  noRisks: { sv: 'Inga risker.', en: 'No risks.' },
  enhanced: { sv: 'utökat skydd', en: 'enhanced protection' },
  central: { sv: 'centralt', en: 'central' },
}

/** The result of the classification on one page: why, what, where, what is lacking, what could happen and what is done about it. */
export function Result() {
  const say = useSay()
  const language = useLanguage()
  const format = useFormat()
  const catalogue = useCatalogue()
  const { classification, asset, results, model, analysis } = useFlow()
  const risks = catalogue.register('risk')
  const actions = catalogue.register('action')
  const classifications = catalogue.register('classification')
  const level = risks.fields.level
  const text = (name: string) => {
    const field = classifications.fields[name]
    return field ? valueWords(field, classification[name], language) : ''
  }
  const whole = highestOf(results) ?? (typeof classification.level === 'number' ? classification.level : null)
  // A classification made before Värna has levels but no judgements behind them.
  const aspects = results.map((one) => {
    const stored = classification[one.key]
    return { ...one, level: one.level ?? (typeof stored === 'number' ? stored : null) }
  })
  const facts = [
    [words.asset, asset ? <RecordName key="a" to="informationAsset" link={asset} /> : ''],
    [words.unit, linkIn(classification.unit)?.label ?? ''],
    [words.owner, linkIn(classification.owner)?.label ?? '–'],
    [
      words.with,
      linksOf(classification.participants)
        .map((one) => one.label)
        .join(', '),
    ],
    [words.model, linkIn(classification.model)?.label ?? ''],
    [words.occasion, [text('occasion'), classification.occasionNote].filter(Boolean).join('. ')],
    [words.decided, typeof classification.decidedOn === 'string' ? format.date(classification.decidedOn) : ''],
    [words.review, typeof classification.reviewBy === 'string' ? format.date(classification.reviewBy) : ''],
  ] as const
  const every = new Map<string, ActionBrief>()
  for (const one of [...(analysis?.measures ?? []), ...(analysis?.risks ?? [])])
    for (const action of one.actions) every.set(action.id, action)
  const accepted = (analysis?.measures ?? []).filter((one) => one.assessment?.standing === 'accepted')
  const cell = (content: string | number) => (content === 0 ? '–' : content)
  return (
    <div className="k-sheet">
      <dl className="v-facts" data-layout="beside">
        {facts.map(([name, value]) =>
          value ? (
            <div key={name.sv}>
              <dt>{say(name)}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <Table caption={say(words.levels)}>
        <thead>
          <tr>
            <th scope="col">{say(words.aspect)}</th>
            <th scope="col">{say(words.level)}</th>
            <th scope="col">{say(words.because)}</th>
          </tr>
        </thead>
        <tbody>
          {aspects.map((one) => (
            <tr key={one.key}>
              <th scope="row">{one.name}</th>
              <td>
                <Level model={model} level={one.level} />
              </td>
              <td>
                {one.because.map((each) => (
                  <p key={each.key}>
                    {each.name}
                    {each.reason ? `: ${each.reason}` : ''}
                  </p>
                ))}
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{say(words.whole)}</th>
            <td>
              <Level model={model} level={whole} />
            </td>
            <td />
          </tr>
        </tbody>
      </Table>
      {classification.grounds ? <p className="v-reason">{String(classification.grounds)}</p> : null}
      {analysis && analysis.carriers.length > 0 ? (
        <Table caption={say(words.carriers)}>
          <thead>
            <tr>
              <th scope="col">{say(words.carrier)}</th>
              {[words.inPlace, words.gapsOf, words.without, words.unassessed].map((word) => (
                <th key={word.sv} scope="col" data-align="right">
                  {say(word)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {analysis.carriers.map((carrier) => {
              const of = analysis.measures.filter((one) => one.carrier.id === carrier.id)
              const gaps = of.filter(({ assessment }) => assessment?.status === 'partly' || assessment?.status === 'missing')
              const flags = [carrier.enhanced ? say(words.enhanced) : '', carrier.central ? say(words.central) : ''].filter(Boolean)
              return (
                <tr key={carrier.id}>
                  <th scope="row">
                    {carrier.label}
                    {flags.length ? <span className="v-muted"> ({flags.join(', ')})</span> : null}
                  </th>
                  <td data-align="right">{cell(of.filter(({ assessment }) => assessment?.status === 'inPlace').length)}</td>
                  <td data-align="right">{cell(gaps.length)}</td>
                  <td data-align="right">{cell(gaps.filter(({ assessment }) => assessment?.standing === 'open').length)}</td>
                  <td data-align="right">{cell(of.filter(({ assessment }) => !assessment).length)}</td>
                </tr>
              )
            })}
          </tbody>
        </Table>
      ) : null}
      {analysis ? (
        analysis.risks.length > 0 ? (
          <Table caption={say(words.risks)}>
            <thead>
              <tr>
                <th scope="col">{say(words.risk)}</th>
                <th scope="col">{say(words.level)}</th>
                <th scope="col">{say(words.state)}</th>
              </tr>
            </thead>
            <tbody>
              {analysis.risks.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    <RecordName to="risk" link={one} />
                  </th>
                  <td>{level && one.level !== null ? <LevelValue field={level} value={one.level} /> : '–'}</td>
                  <td>
                    <StateValue register={risks} state={one.state} />
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        ) : (
          <p className="v-muted">{say(words.noRisks)}</p>
        )
      ) : null}
      {every.size > 0 ? (
        <Table caption={say(words.actions)}>
          <thead>
            <tr>
              <th scope="col">{say(words.action)}</th>
              <th scope="col">{say(words.responsible)}</th>
              <th scope="col">{say(words.due)}</th>
              <th scope="col">{say(words.state)}</th>
            </tr>
          </thead>
          <tbody>
            {[...every.values()].map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <RecordName to="action" link={one} />
                </th>
                <td>{one.owner?.label ?? '–'}</td>
                <td>{one.due ? format.date(one.due, 'table') : '–'}</td>
                <td>
                  <StateValue register={actions} state={one.state} />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      ) : analysis ? (
        <p className="v-muted">{say(words.noActions)}</p>
      ) : null}
      {accepted.length > 0 ? (
        <Table caption={say(words.accepted)}>
          <thead>
            <tr>
              <th scope="col">{say(words.gap)}</th>
              <th scope="col">{say(words.until)}</th>
            </tr>
          </thead>
          <tbody>
            {accepted.map(({ measure, carrier, assessment }) => (
              <tr key={`${measure.id} ${carrier.id}`}>
                <th scope="row">
                  {measure.label}{' '}
                  <span className="v-muted">
                    {say(
                      fill(
                        { sv: 'i {name}', en: 'in {name}' },
                        { name: analysis?.carriers.find(({ id }) => id === carrier.id)?.label ?? '' },
                      ),
                    )}
                  </span>
                </th>
                <td>{assessment?.acceptedUntil ? format.date(assessment.acceptedUntil, 'table') : '–'}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      ) : null}
    </div>
  )
}
