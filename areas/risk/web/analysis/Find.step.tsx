import { useState } from 'react'
import { fill } from '#kernel/language/text.ts'
import type { RecordPage } from '#kernel/screens/data/record.ts'
import { RecordName } from '#kernel/screens/fields/Value.tsx'
import { ApiProblem, api, queryString } from '#web/api/client.ts'
import { useGet } from '#web/api/useGet.ts'
import { Banner } from '#web/design/Banner.tsx'
import { Button, LinkButton } from '#web/design/Button.tsx'
import { useSay } from '#web/language/useSay.ts'
import type { EarlierRisk, WorkshopRisk } from '../../risk-analysis.answer.ts'
import { linkIn, useAgain, useRoom } from './data.ts'
import { QuickRisk, useQuickRisk } from './QuickRisk.tsx'
import { RiskSentence } from './RiskSentence.tsx'
import { RiskWords } from './RiskWords.tsx'
import { StepMove } from './StepMove.tsx'
import { stepSlugs } from './steps.ts'
import { common } from './words.ts'

const words = {
  title: { sv: 'Vad kan hända?', en: 'What may happen?' },
  lead: {
    sv: 'Skriv riskerna som ni ser dem, en i taget. Alla kan skriva samtidigt, och det andra skriver dyker upp här. Hur allvarliga de är bedömer ni sedan.',
    en: 'Write the risks as you see them, one at a time. All can write at once, and what others write appears here. How serious they are you judge afterwards.',
  },
  found: { sv: 'Hittade risker', en: 'Risks found' },
  edit: { sv: 'Ändra texten', en: 'Change the text' },
  by: { sv: 'Skriven av {name}', en: 'Written by {name}' },
  questions: { sv: 'Frågor att gå igenom', en: 'Questions to go through' },
  threats: { sv: 'Hot att tänka på', en: 'Threats to consider' },
  useThreat: { sv: 'Utgå från hotet ”{name}”', en: 'Start from the threat “{name}”' },
  earlier: { sv: 'Risker som redan finns', en: 'Risks there already are' },
  earlierHelp: {
    sv: 'De rör samma enhet, information eller system. Ta med en risk för att värdera den på nytt här, eller utgå från dess text.',
    en: 'They concern the same unit, information or systems. Take a risk along to value it anew here, or start from its text.',
  },
  join: { sv: 'Ta med {reference}', en: 'Take along {reference}' },
  copy: { sv: 'Utgå från {reference}', en: 'Start from {reference}' },
  bring: { sv: 'Läs in risker från Excel', en: 'Bring in risks from Excel' },
  closed: {
    sv: 'Analysen är avslutad. Öppna den igen för att lägga till risker.',
    en: 'The analysis is finished. Reopen it to add risks.',
  },
  next: { sv: 'Vidare till bedömningen', en: 'On to judging' },
}

/** Risks found so far, a quick way to write more, and what helps people see them. */
export default function FindStep() {
  const say = useSay()
  const again = useAgain()
  const { id, analysis, workshop, method, takesPart, mayLead, past } = useRoom()
  const draft = useQuickRisk(id)
  const [problem, setProblem] = useState<string | null>(null)
  const isOpen = !past && workshop.state !== 'done' && (takesPart || mayLead)
  const template = method?.templates.find(({ kind }) => kind === workshop.kind)
  const threats = useGet<RecordPage>(
    isOpen ? '/threats' : null,
    { fields: 'name,cause,event,effect', sort: 'name', limit: 60 },
    { staleTime: 300_000 },
  )
  const earlier = useGet<{ items: readonly EarlierRisk[] }>(isOpen ? `/risk-analyses/${id}/earlier-risks` : null)
  const unit = linkIn(analysis.unit)
  const join = async (risk: EarlierRisk) => {
    setProblem(null)
    try {
      await api(`/risks/${risk.id}`, { method: 'PATCH', ifMatch: risk.version, body: { analysis: id } })
      await again()
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault
      setProblem(Object.values(fault.fields).join(' ') || fault.message)
    }
  }
  return (
    <div className="ra-step">
      <div className="ra-main">
        <h1>{say(words.title)}</h1>
        <p className="ra-lead v-measure">{say(words.lead)}</p>
        {problem ? (
          <Banner tone="bad" role="alert" title={say(common.notSaved)}>
            {problem}
          </Banner>
        ) : null}
        {isOpen ? <QuickRisk draft={draft} /> : workshop.state === 'done' ? <p className="v-muted">{say(words.closed)}</p> : null}
        <section aria-labelledby="ra-found" className="ra-part">
          <h2 id="ra-found">
            {say(words.found)} <span className="v-count">{workshop.risks.length}</span>
          </h2>
          {workshop.risks.length === 0 ? <p className="v-muted">{say(common.noRisks)}</p> : null}
          <ol className="ra-list">
            {workshop.risks.map((risk) => (
              <Found key={risk.id} risk={risk} mayWrite={isOpen && risk.may.includes('update')} />
            ))}
          </ol>
        </section>
        <div className="ra-foot">
          {workshop.state === 'planned' ? (
            <StepMove name="openIndividual" />
          ) : (
            <LinkButton
              variant="primary"
              href={`/risk-analyses/${id}${queryString({ steg: stepSlugs[workshop.state === 'individual' ? 'alone' : 'together'] })}`}
            >
              {say(words.next)}
            </LinkButton>
          )}
        </div>
      </div>
      <div className="ra-aside">
        {template ? (
          <section aria-labelledby="ra-questions">
            <h2 id="ra-questions">{say(words.questions)}</h2>
            {template.intro ? <p className="v-help">{template.intro}</p> : null}
            <ul className="ra-questions">
              {template.questions.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ul>
          </section>
        ) : null}
        {isOpen ? (
          <>
            <p>
              <LinkButton icon="upload" href={`/risks/import${queryString({ analysis: id, kind: workshop.kind, unit: unit?.id })}`}>
                {say(words.bring)}
              </LinkButton>
            </p>
            {threats.data?.items.length ? (
              <details className="v-details">
                <summary>{say(words.threats)}</summary>
                <ul className="v-plain-list ra-prompts">
                  {threats.data.items.map((threat) => (
                    <li key={threat.id}>
                      <Button
                        size="small"
                        variant="quiet"
                        aria-label={say(fill(words.useThreat, { name: String(threat.name) }))}
                        onPress={() =>
                          draft.write({
                            title: '',
                            cause: String(threat.cause ?? ''),
                            event: String(threat.event ?? ''),
                            effect: String(threat.effect ?? ''),
                            threat: { id: threat.id, label: String(threat.name) },
                          })
                        }
                      >
                        {String(threat.name)}
                      </Button>
                    </li>
                  ))}
                </ul>
              </details>
            ) : null}
            {earlier.data?.items.length ? (
              <details className="v-details">
                <summary>
                  {say(words.earlier)} <span className="v-count">{earlier.data.items.length}</span>
                </summary>
                <p className="v-help">{say(words.earlierHelp)}</p>
                <ul className="ra-earlier">
                  {earlier.data.items.map((risk) => (
                    <li key={risk.id}>
                      <RecordName to="risk" link={risk} />
                      <span className="ra-buttons">
                        {risk.mayJoin ? (
                          <Button size="small" onPress={() => void join(risk)}>
                            {say(fill(words.join, { reference: risk.reference }))}
                          </Button>
                        ) : null}
                        <Button
                          size="small"
                          variant="quiet"
                          onPress={() =>
                            draft.write({
                              title: risk.label,
                              cause: risk.cause ?? '',
                              event: risk.event ?? '',
                              effect: risk.effect ?? '',
                              threat: null,
                            })
                          }
                        >
                          {say(fill(words.copy, { reference: risk.reference }))}
                        </Button>
                      </span>
                    </li>
                  ))}
                </ul>
              </details>
            ) : null}
          </>
        ) : null}
      </div>
    </div>
  )
}

function Found({ risk, mayWrite }: { readonly risk: WorkshopRisk; readonly mayWrite: boolean }) {
  const say = useSay()
  const [isWriting, setWriting] = useState(false)
  return (
    <li className="ra-found">
      {isWriting ? (
        <RiskWords risk={risk} onDone={() => setWriting(false)} />
      ) : (
        <>
          <h3>
            <RecordName to="risk" link={risk} />
          </h3>
          <RiskSentence risk={risk} />
          <p className="ra-found-foot v-muted">
            {risk.foundBy ? say(fill(words.by, { name: risk.foundBy.label })) : ''}
            {mayWrite ? (
              <Button size="small" variant="quiet" aria-label={`${say(words.edit)}: ${risk.label}`} onPress={() => setWriting(true)}>
                {say(words.edit)}
              </Button>
            ) : null}
          </p>
        </>
      )}
    </li>
  )
}
