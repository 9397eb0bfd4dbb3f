import { useId, useRef, useState } from 'react'
import { fill } from '#kernel/language/text.ts'
import type { RecordJson } from '#kernel/screens/data/record.ts'
import { LinkInput } from '#kernel/screens/fields/LinkInput.tsx'
import { RecordName } from '#kernel/screens/fields/Value.tsx'
import { ApiProblem, api, newIdempotencyKey } from '#web/api/client.ts'
import { useAskAgain } from '#web/api/usePolled.ts'
import { Button } from '#web/design/Button.tsx'
import { Select } from '#web/design/Select.tsx'
import { StateTag } from '#web/design/Tag.tsx'
import { TextArea } from '#web/design/TextField.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useKept } from '#web/shell/kept.ts'
import type { Proposal } from './answers.ts'
import { useFlow } from './data.ts'
import { RiskForm } from './RiskForm.tsx'
import { track } from './saving.ts'
import { common } from './words.ts'

const words = {
  because: { sv: 'På grund av', en: 'Because of' },
  may: { sv: 'kan det hända att', en: 'it may happen that' },
  leads: { sv: 'vilket leder till', en: 'which leads to' },
  fromGap: { sv: 'Utifrån en brist', en: 'From a gap' },
  fromThreat: { sv: 'Utifrån ett hot', en: 'From a threat' },
  keep: { sv: 'Behåll risken', en: 'Keep the risk' },
  merge: { sv: 'Slå ihop', en: 'Merge' },
  dismiss: { sv: 'Inte aktuell', en: 'Not relevant' },
  mergeWith: { sv: 'Vilken risk går den upp i?', en: 'Which risk does it merge into?' },
  another: { sv: 'En risk utanför klassningen', en: 'A risk outside the classification' },
  find: { sv: 'Sök risken', en: 'Find the risk' },
  mergeNow: { sv: 'Slå ihop med risken', en: 'Merge with the risk' },
  why: { sv: 'Varför är den inte aktuell?', en: 'Why is it not relevant?' },
  dismissNow: { sv: 'Lägg undan förslaget', en: 'Put the proposal aside' },
  needsRisk: { sv: 'Välj risken.', en: 'Choose the risk.' },
  needsReason: { sv: 'Skriv varför risken inte är aktuell.', en: 'Write why the risk is not relevant.' },
  kept: { sv: 'Blev en risk', en: 'Became a risk' },
  merged: { sv: 'Gick upp i en annan risk', en: 'Merged into another risk' },
  dismissed: { sv: 'Inte aktuell', en: 'Not relevant' },
  again: { sv: 'Pröva förslaget igen', en: 'Judge the proposal again' },
  againReason: { sv: 'Förslaget prövas igen i klassningen.', en: 'The proposal is judged again in the classification.' },
}

const small = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
const elsewhere = '\u0000'

/** The risk as one sentence: because of …, it may happen that …, which leads to …. */
function Sentence({ proposal }: { readonly proposal: Proposal }) {
  const say = useSay()
  const parts = [
    [words.because, proposal.cause],
    [words.may, proposal.event],
    [words.leads, proposal.effect],
  ] as const
  return (
    <p className="k-sentence">
      {parts.map(([word, text], index) =>
        text ? (
          <span key={word.sv}>
            <span className="k-glue">{index === 0 ? say(word) : ` ${say(word)}`} </span>
            {small(text.trim().replace(/[.,;]$/, ''))}
          </span>
        ) : null,
      )}
      .
    </p>
  )
}

/** One proposed risk to judge. */
export function ProposalCard({ proposal }: { readonly proposal: Proposal }) {
  const say = useSay()
  const id = useId()
  const askAgain = useAskAgain()
  const { id: flow, analysis, mayWrite } = useFlow()
  const [way, setWay] = useState<'keep' | 'merge' | 'dismiss' | null>(null)
  const reason = useKept(`forslag:${flow}:${proposal.key}`, '')
  const [into, setInto] = useState<string | null>(null)
  const [found, setFound] = useState<{ id: string; label: string } | null>(null)
  const [error, setError] = useState<string | undefined>()
  const [isSending, setSending] = useState(false)
  const key = useRef(newIdempotencyKey())
  const risks = analysis?.risks ?? []

  const settle = async (outcome: 'kept' | 'merged' | 'dismissed', risk: string | null) => {
    await track(() =>
      api('/risk-proposals', {
        method: 'POST',
        idempotencyKey: key.current,
        body: {
          classification: flow,
          name: proposal.name,
          gap: proposal.gap ?? null,
          threat: proposal.threat ?? null,
          outcome,
          risk,
          reason: outcome === 'dismissed' ? reason.value.trim() : null,
        },
      }),
    )
    reason.drop()
    await askAgain(`/classifications/${flow}/analysis`)
  }
  const confirm = async (outcome: 'merged' | 'dismissed') => {
    const risk = into === elsewhere || risks.length === 0 ? (found?.id ?? null) : into
    if (outcome === 'merged' && !risk) return setError(say(words.needsRisk))
    if (outcome === 'dismissed' && !reason.value.trim()) return setError(say(words.needsReason))
    setError(undefined)
    setSending(true)
    try {
      await settle(outcome, outcome === 'merged' ? risk : null)
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault
      key.current = newIdempotencyKey()
      setError(Object.values(fault.fields).join(' ') || fault.message)
    } finally {
      setSending(false)
    }
  }
  const open = (next: typeof way) => {
    setError(undefined)
    setWay(next)
  }

  return (
    <article className="k-proposal" aria-labelledby={id}>
      <p className="k-source">{say(proposal.gap ? words.fromGap : words.fromThreat)}</p>
      <h3 id={id}>{proposal.name}</h3>
      <Sentence proposal={proposal} />
      {!mayWrite ? null : way === null ? (
        <div className="k-buttons">
          {(
            [
              ['keep', words.keep],
              ['merge', words.merge],
              ['dismiss', words.dismiss],
            ] as const
          ).map(([name, label]) => (
            <Button key={name} size="small" variant={name === 'keep' ? 'secondary' : 'quiet'} onPress={() => open(name)}>
              {say(label)}
              <span className="v-hidden">: {proposal.name}</span>
            </Button>
          ))}
        </div>
      ) : way === 'keep' ? (
        <RiskForm
          keptAs={`risk:${flow}:${proposal.key}`}
          proposal={proposal}
          onDone={(risk: RecordJson) => settle('kept', risk.id)}
          onCancel={() => open(null)}
        />
      ) : way === 'merge' ? (
        <div className="k-form">
          {risks.length > 0 ? (
            <Select
              label={say(words.mergeWith)}
              options={[
                ...risks.map((one) => ({ id: one.id, label: one.label, ...(one.reference ? { hint: one.reference } : {}) })),
                { id: elsewhere, label: say(words.another) },
              ]}
              value={into}
              onChange={setInto}
              error={into === elsewhere ? undefined : error}
            />
          ) : null}
          {into === elsewhere || risks.length === 0 ? (
            <LinkInput to="risk" label={say(risks.length ? words.find : words.mergeWith)} value={found} onChange={setFound} error={error} />
          ) : null}
          <div className="k-buttons">
            <Button variant="primary" isPending={isSending} onPress={() => void confirm('merged')}>
              {say(words.mergeNow)}
            </Button>
            <Button variant="quiet" onPress={() => open(null)}>
              {say(common.cancel)}
            </Button>
          </div>
        </div>
      ) : (
        <div className="k-form">
          <TextArea
            label={say(words.why)}
            lines={2}
            maxLength={2000}
            isRequired
            autoFocus
            value={reason.value}
            onChange={reason.write}
            error={error}
          />
          <div className="k-buttons">
            <Button variant="primary" isPending={isSending} onPress={() => void confirm('dismissed')}>
              {say(words.dismissNow)}
            </Button>
            <Button variant="quiet" onPress={() => open(null)}>
              {say(common.cancel)}
            </Button>
          </div>
        </div>
      )}
    </article>
  )
}

/** A proposal that has been judged, with what became of it. */
export function ConsideredProposal({ proposal }: { readonly proposal: Proposal }) {
  const say = useSay()
  const askAgain = useAskAgain()
  const { id: flow, mayWrite } = useFlow()
  const [error, setError] = useState<string | null>(null)
  const { decided } = proposal
  if (!decided) return null
  const again = async () => {
    setError(null)
    try {
      const stored = await api<RecordJson>(`/risk-proposals/${decided.id}`)
      await track(() => api(`/risk-proposals/${decided.id}`, { method: 'DELETE', ifMatch: stored.version, reason: say(words.againReason) }))
      await askAgain(`/classifications/${flow}/analysis`)
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault
      setError(fault.message)
    }
  }
  return (
    <div className="k-considered-one">
      <p>
        <strong>{proposal.name}</strong>{' '}
        <StateTag tone={decided.outcome === 'dismissed' ? 'ended' : 'good'}>{say(words[decided.outcome])}</StateTag>
      </p>
      {decided.risk ? (
        <p>
          <RecordName to="risk" link={decided.risk} />
        </p>
      ) : null}
      {decided.reason ? <p className="v-reason">{decided.reason}</p> : null}
      {error ? <p className="v-error">{error}</p> : null}
      {mayWrite && decided.outcome !== 'kept' ? (
        <Button size="small" variant="quiet" onPress={() => void again()}>
          {say(words.again)}
          <span className="v-hidden">{say(fill({ sv: ': {name}', en: ': {name}' }, { name: proposal.name }))}</span>
        </Button>
      ) : null}
    </div>
  )
}
