import { useId, useRef, useState } from 'react'
import { addMonths } from '#kernel/clocks/clock.ts'
import { fill } from '#kernel/language/text.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import type { RecordJson, RecordLink } from '#kernel/screens/data/record.ts'
import { LinkInput } from '#kernel/screens/fields/LinkInput.tsx'
import { LevelValue, RecordName, StateValue } from '#kernel/screens/fields/Value.tsx'
import { ApiProblem, api, newIdempotencyKey } from '#web/api/client.ts'
import { useSession } from '#web/api/session.ts'
import { useAskAgain } from '#web/api/usePolled.ts'
import { Button, LinkButton } from '#web/design/Button.tsx'
import { CheckboxGroup } from '#web/design/Checkbox.tsx'
import { DateField } from '#web/design/DateField.tsx'
import { Icon } from '#web/design/Icon.tsx'
import { NumberField } from '#web/design/NumberField.tsx'
import { TextArea, TextField } from '#web/design/TextField.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { useKept } from '#web/shell/kept.ts'
import type { ActionBrief } from './answers.ts'
import { linkIn, linksOf, useFlow } from './data.ts'
import { track } from './saving.ts'
import { common } from './words.ts'

/** A gap or a risk that is to be acted on. */
export interface ToTreat {
  readonly kind: 'gap' | 'risk'
  readonly id: string
  readonly version?: number
  readonly name: string
  readonly reference: string | null
  readonly where: string
  readonly system: string | null
  readonly severity: number | null
  readonly reason: string | null
  readonly actions: readonly ActionBrief[]
  readonly isOpen: boolean
  /** Whether something of the measure is in place. */
  readonly isPartly: boolean
  readonly acceptedUntil: string | null
  readonly mayAccept: boolean
  readonly state?: string
}

const words = {
  in: { sv: 'i {name}', en: 'in {name}' },
  newAction: { sv: 'Ny åtgärd', en: 'New action' },
  oneMore: { sv: 'En åtgärd till', en: 'Another action' },
  tie: { sv: 'Koppla till en åtgärd som finns', en: 'Tie to an existing action' },
  accept: { sv: 'Acceptera bristen', en: 'Accept the gap' },
  acceptRisk: { sv: 'Lämna risken för beslut', en: 'Submit the risk for decision' },
  what: { sv: 'Vad ska göras?', en: 'What is to be done?' },
  gapTitle: { sv: 'Inför {name}', en: 'Introduce {name}' },
  partTitle: { sv: 'Gör färdigt {name}', en: 'Complete {name}' },
  riskTitle: { sv: 'Minska risken: {name}', en: 'Reduce the risk: {name}' },
  owner: { sv: 'Vem ansvarar?', en: 'Who is responsible?' },
  due: { sv: 'När ska det vara klart?', en: 'When is it to be done?' },
  cost: { sv: 'Vad kostar det, ungefär?', en: 'What does it cost, roughly?' },
  also: { sv: 'Åtgärden löser också', en: 'The action also solves' },
  save: { sv: 'Spara åtgärden', en: 'Save the action' },
  after: {
    sv: 'Den ansvariga ser åtgärden bland sina. Den följs upp tills effekten är kontrollerad.',
    en: 'Whoever is responsible sees the action among theirs. It is followed until its effect has been checked.',
  },
  needs: {
    sv: 'Fyll i vad som ska göras, vem som ansvarar och när det ska vara klart.',
    en: 'Fill in what is to be done, who is responsible and when.',
  },
  find: { sv: 'Vilken åtgärd?', en: 'Which action?' },
  tieNow: { sv: 'Koppla åtgärden', en: 'Tie the action' },
  needsAction: { sv: 'Välj en åtgärd.', en: 'Choose an action.' },
  until: { sv: 'Accepteras till och med', en: 'Accepted until' },
  why: { sv: 'Varför kan ni leva med bristen så länge?', en: 'Why can you live with the gap until then?' },
  acceptHelp: { sv: 'Sedan är bristen öppen igen.', en: 'Then the gap is open again.' },
  needsAcceptance: { sv: 'Ange en dag framåt i tiden och ett skäl.', en: 'Give a day ahead and a reason.' },
  accepted: { sv: 'Accepterad till {day}', en: 'Accepted until {day}' },
  handled: { sv: 'Har en åtgärd', en: 'Has an action' },
  open: { sv: 'Saknar åtgärd', en: 'Without action' },
  notYet: { sv: 'inget slutdatum', en: 'no end date' },
  nobody: { sv: 'ingen ansvarig', en: 'nobody responsible' },
}

/** A name inside a sentence: small first letter, unless it begins with an abbreviation. */
const inside = (name: string) => (/^\p{Lu}{2}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1))

/** One gap or risk: what is already being done about it, and the ways on. */
export function Treatment({ what, others }: { readonly what: ToTreat; readonly others: readonly ToTreat[] }) {
  const say = useSay()
  const id = useId()
  const format = useFormat()
  const catalogue = useCatalogue()
  const { mayWrite } = useFlow()
  const [way, setWay] = useState<'new' | 'tie' | 'accept' | null>(null)
  const actions = catalogue.register('action')
  const severity = what.kind === 'gap' ? catalogue.register('measureAssessment').fields.severity : catalogue.register('risk').fields.level
  const close = () => setWay(null)
  return (
    <article className="k-treat" aria-labelledby={id} data-open={what.isOpen ? '' : undefined}>
      <div className="k-treat-head">
        <h3 id={id}>
          {what.kind === 'risk' ? (
            <RecordName to="risk" link={{ id: what.id, label: what.name, reference: what.reference }} />
          ) : (
            <>
              {what.reference ? <span className="v-reference">{what.reference}</span> : null} {what.name}{' '}
              {what.where ? <span className="v-muted">{say(fill(words.in, { name: what.where }))}</span> : null}
            </>
          )}
        </h3>
        <p className="k-row-facts">
          {severity && what.severity !== null ? <LevelValue field={severity} value={what.severity} /> : null}
          <span className="k-standing" data-open={what.isOpen ? '' : undefined}>
            <Icon name={what.isOpen ? 'warning' : 'check'} size={16} />
            {what.acceptedUntil
              ? say(fill(words.accepted, { day: format.date(what.acceptedUntil) }))
              : what.isOpen
                ? say(words.open)
                : what.actions.length > 0
                  ? say(words.handled)
                  : ''}
            {!what.isOpen && what.actions.length === 0 && !what.acceptedUntil && what.state ? (
              <StateValue register={catalogue.register('risk')} state={what.state} />
            ) : null}
          </span>
        </p>
      </div>
      {what.reason ? <p className="v-reason">{what.reason}</p> : null}
      {what.actions.length > 0 ? (
        <ul className="k-rows">
          {what.actions.map((one) => (
            <li key={one.id}>
              <span className="k-row-name">
                <RecordName to="action" link={one} />
              </span>
              <span className="k-row-facts">
                <StateValue register={actions} state={one.state} />
                <span>{one.owner?.label ?? say(words.nobody)}</span>
                <span>{one.due ? format.date(one.due) : say(words.notYet)}</span>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {!mayWrite ? null : way === 'new' ? (
        <NewAction what={what} others={others} onDone={close} />
      ) : way === 'tie' ? (
        <TieAction what={what} onDone={close} />
      ) : way === 'accept' ? (
        <Accept what={what} onDone={close} />
      ) : (
        <div className="k-buttons">
          <Button size="small" variant={what.isOpen ? 'secondary' : 'quiet'} onPress={() => setWay('new')}>
            {say(what.actions.length ? words.oneMore : words.newAction)}
            <span className="v-hidden">: {what.name}</span>
          </Button>
          <Button size="small" variant="quiet" onPress={() => setWay('tie')}>
            {say(words.tie)}
            <span className="v-hidden">: {what.name}</span>
          </Button>
          {what.isOpen && what.mayAccept ? (
            <Button size="small" variant="quiet" onPress={() => setWay('accept')}>
              {say(words.accept)}
              <span className="v-hidden">: {what.name}</span>
            </Button>
          ) : null}
          {what.isOpen && what.kind === 'risk' ? (
            <LinkButton size="small" variant="quiet" href={`/risks/${what.id}`}>
              {say(words.acceptRisk)}
              <span className="v-hidden">: {what.name}</span>
            </LinkButton>
          ) : null}
        </div>
      )}
    </article>
  )
}

/** Sends something, and says in words what was refused. */
function useSend(onDone: () => void) {
  const askAgain = useAskAgain()
  const { id } = useFlow()
  const [error, setError] = useState<string | undefined>()
  const [isSending, setSending] = useState(false)
  const send = async (work: () => Promise<unknown>) => {
    if (isSending) return
    setError(undefined)
    setSending(true)
    try {
      await track(work)
      await askAgain(`/classifications/${id}/analysis`, '/actions', '/measure-assessments')
      onDone()
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault
      setError(Object.values(fault.fields).join(' ') || fault.message)
    } finally {
      setSending(false)
    }
  }
  return { error, setError, isSending, send }
}

const Refused = ({ error }: { readonly error: string | undefined }) =>
  error ? (
    <p className="v-error" role="alert">
      <Icon name="warning" size={16} />
      <span>{error}</span>
    </p>
  ) : null

interface WrittenAction {
  readonly title: string
  readonly owner: RecordLink | null
  readonly due: string | null
  readonly cost: number | null
  readonly also: readonly string[]
}

function NewAction({ what, others, onDone }: { readonly what: ToTreat; readonly others: readonly ToTreat[]; readonly onDone: () => void }) {
  const say = useSay()
  const { id, classification } = useFlow()
  const { person, today } = useSession()
  const draft = useKept<WrittenAction>(`atgard:${id}:${what.id}`, {
    title: say(
      fill(what.kind === 'risk' ? words.riskTitle : what.isPartly ? words.partTitle : words.gapTitle, {
        name: what.kind === 'risk' ? what.name : inside(what.name),
      }),
    ).slice(0, 200),
    owner: { id: person.id, label: person.name },
    due: null,
    cost: null,
    also: [],
  })
  const written = draft.value
  const key = useRef(newIdempotencyKey())
  const put = (change: Partial<WrittenAction>) => draft.write({ ...written, ...change })
  const { error, setError, isSending, send } = useSend(() => {
    draft.drop()
    onDone()
  })
  const save = () => {
    if (!written.title.trim() || !written.owner || !written.due) return setError(say(words.needs))
    const all = [what, ...others.filter((one) => written.also.includes(one.id))]
    const of = (kind: ToTreat['kind']) => all.filter((one) => one.kind === kind).map((one) => one.id)
    return send(async () => {
      try {
        await api<RecordJson>('/actions', {
          method: 'POST',
          idempotencyKey: key.current,
          body: {
            title: written.title.trim(),
            source: 'classification',
            owner: written.owner?.id,
            unit: linkIn(classification.unit)?.id,
            due: written.due,
            costEstimated: written.cost,
            gaps: of('gap'),
            risks: of('risk'),
            systems: [...new Set(all.flatMap((one) => one.system ?? []))],
            classification: id,
          },
        })
      } catch (fault) {
        if (fault instanceof ApiProblem && fault.status >= 400 && fault.status < 500) key.current = newIdempotencyKey()
        throw fault
      }
    })
  }
  return (
    <div className="k-form">
      <TextField label={say(words.what)} isRequired autoFocus maxLength={200} value={written.title} onChange={(title) => put({ title })} />
      <LinkInput to="person" label={say(words.owner)} isRequired value={written.owner} onChange={(owner) => put({ owner })} />
      <DateField label={say(words.due)} isRequired min={today} value={written.due} onChange={(due) => put({ due })} />
      <NumberField label={say(words.cost)} min={0} unit="kr" value={written.cost} onChange={(cost) => put({ cost })} />
      {others.length > 0 ? (
        <details className="v-details">
          <summary>{say(words.also)} …</summary>
          <CheckboxGroup
            label={say(words.also)}
            labelHidden
            options={others.map((one) => ({
              id: one.id,
              label: [one.reference, one.name, one.where && say(fill(words.in, { name: one.where }))].filter(Boolean).join(' '),
            }))}
            value={written.also}
            onChange={(also) => put({ also })}
          />
        </details>
      ) : null}
      <Refused error={error} />
      <div className="k-buttons">
        <Button variant="primary" isPending={isSending} onPress={() => void save()}>
          {say(words.save)}
        </Button>
        <Button variant="quiet" onPress={onDone}>
          {say(common.cancel)}
        </Button>
      </div>
      <p className="v-help">{say(words.after)}</p>
    </div>
  )
}

function TieAction({ what, onDone }: { readonly what: ToTreat; readonly onDone: () => void }) {
  const say = useSay()
  const [chosen, setChosen] = useState<RecordLink | null>(null)
  const { error, setError, isSending, send } = useSend(onDone)
  const save = () => {
    if (!chosen) return setError(say(words.needsAction))
    return send(async () => {
      const action = await api<RecordJson>(`/actions/${chosen.id}`)
      const field = what.kind === 'gap' ? 'gaps' : 'risks'
      await api(`/actions/${action.id}`, {
        method: 'PATCH',
        ifMatch: action.version,
        body: { [field]: [...new Set([...linksOf(action[field]).map((one) => one.id), what.id])] },
      })
    })
  }
  return (
    <div className="k-form">
      <LinkInput to="action" label={say(words.find)} value={chosen} onChange={setChosen} />
      <Refused error={error} />
      <div className="k-buttons">
        <Button variant="primary" isPending={isSending} onPress={() => void save()}>
          {say(words.tieNow)}
        </Button>
        <Button variant="quiet" onPress={onDone}>
          {say(common.cancel)}
        </Button>
      </div>
    </div>
  )
}

function Accept({ what, onDone }: { readonly what: ToTreat; readonly onDone: () => void }) {
  const say = useSay()
  const { id } = useFlow()
  const { today } = useSession()
  const draft = useKept<{ until: string | null; why: string }>(`acceptans:${id}:${what.id}`, { until: addMonths(today, 6), why: '' })
  const { error, setError, isSending, send } = useSend(() => {
    draft.drop()
    onDone()
  })
  const { until, why } = draft.value
  const save = () => {
    if (!until || until <= today || !why.trim()) return setError(say(words.needsAcceptance))
    return send(() =>
      api(`/measure-assessments/${what.id}/moves/accept`, {
        method: 'POST',
        ifMatch: what.version ?? 1,
        body: { reason: why.trim(), fields: { acceptedUntil: until } },
      }),
    )
  }
  return (
    <div className="k-form">
      <DateField
        label={say(words.until)}
        help={say(words.acceptHelp)}
        isRequired
        value={until}
        onChange={(next) => draft.write({ ...draft.value, until: next })}
      />
      <TextArea
        label={say(words.why)}
        lines={2}
        isRequired
        maxLength={2000}
        value={why}
        onChange={(next) => draft.write({ ...draft.value, why: next })}
      />
      <Refused error={error} />
      <div className="k-buttons">
        <Button variant="primary" isPending={isSending} onPress={() => void save()}>
          {say(words.accept)}
        </Button>
        <Button variant="quiet" onPress={onDone}>
          {say(common.cancel)}
        </Button>
      </div>
    </div>
  )
}
