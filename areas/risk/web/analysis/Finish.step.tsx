import { useState } from 'react'
import { counted, fill } from '#kernel/language/text.ts'
import { RecordName } from '#kernel/screens/fields/Value.tsx'
import { Banner } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { TextArea } from '#web/design/TextField.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { useKept } from '#web/shell/kept.ts'
import { mandateLabels } from '../../mandates.ts'
import type { WorkshopRisk } from '../../risk-analysis.answer.ts'
import { useCarefulChange, useRoom } from './data.ts'
import { StepMove } from './StepMove.tsx'
import { outcomeOf } from './steps.ts'
import { common } from './words.ts'

const words = {
  title: { sv: 'Vad kom ni fram till?', en: 'What did you arrive at?' },
  lead: {
    sv: 'När analysen avslutas lämnas de värderade riskerna för beslut. Så här blir det om du avslutar nu.',
    en: 'When the analysis is finished the valued risks are submitted for decision. This is what happens if you finish now.',
  },
  done: { sv: 'Analysen blev klar {day}. Den är låst.', en: 'The analysis was done {day}. It is locked.' },
  stays: { sv: 'Står kvar som identifierade', en: 'Remain as identified' },
  noValue: { sv: 'Saknar gruppens värde', en: 'Lack the value of the group' },
  noOwner: { sv: 'Saknar ägare med mandat', en: 'Lack an owner with a mandate' },
  gone: { sv: 'Redan lämnade för beslut eller beslutade', en: 'Already submitted for decision or decided' },
  nobody: { sv: 'Den som har mandat', en: 'Whoever has the mandate' },
  nothing: { sv: 'Inga risker är klara att lämna för beslut.', en: 'No risks are ready to be submitted for decision.' },
  conclusion: { sv: 'Slutsats', en: 'Conclusion' },
  conclusionHelp: {
    sv: 'Vad är viktigast, vad vet ni inte och vad föreslår ni? Två till fem meningar räcker.',
    en: 'What matters most, what do you not know and what do you propose? Two to five sentences are enough.',
  },
  save: { sv: 'Spara slutsatsen', en: 'Save the conclusion' },
  saved: { sv: 'Sparad.', en: 'Saved.' },
}

/** What becomes of the risks, in words, before it happens; and what the group concludes. */
export default function FinishStep() {
  const say = useSay()
  const format = useFormat()
  const { workshop, analysis, id, mayLead } = useRoom()
  const { change, general, isSending, meeting } = useCarefulChange(`/risk-analyses/${id}`)
  const draft = useKept<string>(`slutsats:${id}`, typeof analysis.conclusion === 'string' ? analysis.conclusion : '')
  const [isSaved, setSaved] = useState(false)
  const outcome = outcomeOf(workshop)
  const isDone = workshop.state === 'done'
  const save = async () => {
    const values = { conclusion: draft.value.trim() || null }
    if (await change(analysis, values, meeting ? { over: meeting.current } : {})) setSaved(true)
  }
  return (
    <div className="ra-step">
      <div className="ra-main">
        <h1>{say(words.title)}</h1>
        <p className="ra-lead v-measure">
          {isDone && typeof analysis.doneOn === 'string' ? say(fill(words.done, { day: format.date(analysis.doneOn) })) : say(words.lead)}
        </p>
        {isDone ? null : (
          <section className="ra-part" aria-live="polite">
            {outcome.submitted.length === 0 ? <p>{say(words.nothing)}</p> : null}
            {outcome.submitted.map(({ role, risks }) => (
              <Group
                key={role ?? 'nobody'}
                as="h2"
                title={say(
                  fill(
                    counted(
                      risks.length,
                      { sv: '{who} får {count} risk att besluta om', en: '{who} gets {count} risk to decide on' },
                      { sv: '{who} får {count} risker att besluta om', en: '{who} gets {count} risks to decide on' },
                    ),
                    { who: say(role ? mandateLabels[role] : words.nobody), count: risks.length },
                  ),
                )}
                risks={risks}
              />
            ))}
            {outcome.unvalued.length + outcome.ownerless.length > 0 ? <h2>{say(words.stays)}</h2> : null}
            <Group as="h3" title={say(words.noValue)} risks={outcome.unvalued} />
            <Group as="h3" title={say(words.noOwner)} risks={outcome.ownerless} />
            <Group as="h2" title={say(words.gone)} risks={outcome.gone} />
          </section>
        )}
        <section className="ra-part" aria-labelledby="ra-conclusion">
          <h2 id="ra-conclusion">{say(words.conclusion)}</h2>
          {general || meeting ? (
            <Banner tone="bad" role="alert" title={say(common.notSaved)}>
              {general ??
                say({
                  sv: `${meeting?.current.changedBy?.label ?? 'Någon annan'} skrev slutsatsen samtidigt: ”${String(meeting?.current.conclusion ?? '')}” Spara igen för att ersätta den med din.`,
                  en: `${meeting?.current.changedBy?.label ?? 'Somebody else'} wrote the conclusion at the same time: “${String(meeting?.current.conclusion ?? '')}” Save again to replace it with yours.`,
                })}
            </Banner>
          ) : null}
          {mayLead ? (
            <>
              <TextArea
                label={say(words.conclusion)}
                labelHidden
                help={say(words.conclusionHelp)}
                lines={5}
                maxLength={20_000}
                value={draft.value}
                onChange={(text) => {
                  setSaved(false)
                  draft.write(text)
                }}
              />
              <div className="ra-buttons">
                <Button isPending={isSending} onPress={() => void save()}>
                  {say(words.save)}
                </Button>
                <span role="status">{isSaved ? say(words.saved) : ''}</span>
              </div>
            </>
          ) : (
            <p className="v-measure v-lines">{typeof analysis.conclusion === 'string' ? analysis.conclusion : '–'}</p>
          )}
        </section>
        <div className="ra-foot">
          <StepMove name="finish" />
          <StepMove name="reopen" variant="secondary" />
        </div>
      </div>
    </div>
  )
}

interface GroupProps {
  readonly as: 'h2' | 'h3'
  readonly title: string
  readonly risks: readonly WorkshopRisk[]
}

function Group({ as: Heading, title, risks }: GroupProps) {
  if (!risks.length) return null
  return (
    <div className="ra-outcome">
      <Heading>{title}</Heading>
      <ul className="v-plain-list">
        {risks.map((risk) => (
          <li key={risk.id}>
            <RecordName to="risk" link={risk} />
          </li>
        ))}
      </ul>
    </div>
  )
}
