import { useId, useRef, useState } from 'react'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import type { RecordJson, RecordLink } from '#kernel/screens/data/record.ts'
import { LinkInput } from '#kernel/screens/fields/LinkInput.tsx'
import { ApiProblem, api, newIdempotencyKey } from '#web/api/client.ts'
import { useSession } from '#web/api/session.ts'
import { useAskAgain } from '#web/api/usePolled.ts'
import { Banner, Skeleton } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { TextArea, TextField } from '#web/design/TextField.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useKept } from '#web/shell/kept.ts'
import { RiskOutcome, RiskScaleInput } from '../../../scales/web/RiskScaleInput.tsx'
import { useRiskMethod } from '../../../scales/web/useRiskMethod.ts'
import type { Proposal } from './answers.ts'
import { linkIn, useFlow } from './data.ts'
import { track } from './saving.ts'
import { common } from './words.ts'

const words = {
  title: { sv: 'Vad kallar ni risken?', en: 'What do you call the risk?' },
  save: { sv: 'Spara risken', en: 'Save the risk' },
  value: { sv: 'Värdera risken', en: 'Value the risk' },
  fill: { sv: 'Fyll i benämning, konsekvens och sannolikhet.', en: 'Fill in title, consequence and likelihood.' },
  noMethod: {
    sv: 'Ingen riskmetod gäller, så risken kan inte värderas. Be informationssäkerhetsfunktionen att besluta en metod.',
    en: 'No risk method is in force, so the risk cannot be valued. Ask the information security function to decide on one.',
  },
  notSaved: { sv: 'Risken är inte sparad', en: 'The risk is not saved' },
  ownerHelp: {
    sv: 'Riskägaren beslutar om risken. Det ska vara någon i linjen.',
    en: 'The risk owner decides on the risk. It should be someone in the line of responsibility.',
  },
}

interface Written {
  readonly title: string
  readonly cause: string
  readonly event: string
  readonly effect: string
  readonly consequence: string | null
  readonly likelihood: string | null
  readonly owner: RecordLink | null
}

const numberIn = (written: string | null): number | null => (written === null ? null : Number(written))

interface RiskFormProps {
  readonly keptAs: string
  readonly proposal?: Proposal
  /** Called with the risk that was made. */
  readonly onDone: (risk: RecordJson) => void | Promise<void>
  readonly onCancel: () => void
}

/** A risk in one's own words, valued on the spot. */
export function RiskForm({ keptAs, proposal, onDone, onCancel }: RiskFormProps) {
  const say = useSay()
  const heading = useId()
  const askAgain = useAskAgain()
  const { person } = useSession()
  const { id, asset, analysis, classification } = useFlow()
  const register = useCatalogue().register('risk')
  const found = useRiskMethod()
  const method = found?.content
  const draft = useKept<Written>(keptAs, {
    title: proposal?.name ?? '',
    cause: proposal?.cause ?? '',
    event: proposal?.event ?? '',
    effect: proposal?.effect ?? '',
    consequence: null,
    likelihood: null,
    owner: linkIn(classification.owner) ?? { id: person.id, label: person.name },
  })
  const written = draft.value
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [general, setGeneral] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const key = useRef(newIdempotencyKey())
  const put = (change: Partial<Written>) => draft.write({ ...written, ...change })

  const send = async () => {
    if (isSending) return
    if (!written.title.trim() || written.consequence === null || written.likelihood === null) {
      setGeneral(say(words.fill))
      return
    }
    setGeneral(null)
    setErrors({})
    setSending(true)
    const carrier = analysis?.measures.find((one) => one.assessment && one.assessment.id === proposal?.gap)?.carrier
    try {
      const unit = linkIn(classification.unit)
      const risk = await track(() =>
        api<RecordJson>('/risks', {
          method: 'POST',
          idempotencyKey: key.current,
          body: {
            title: written.title.trim(),
            cause: written.cause.trim() || null,
            event: written.event.trim() || null,
            effect: written.effect.trim() || null,
            kind: 'classification',
            unit: unit?.id,
            owner: written.owner?.id ?? null,
            assets: asset ? [asset.id] : [],
            systems: carrier && !/asset/i.test(carrier.register) ? [carrier.id] : [],
            classification: id,
            gaps: proposal?.gap ? [proposal.gap] : [],
            threats: proposal?.threat ? [proposal.threat] : [],
            consequence: Number(written.consequence),
            likelihood: Number(written.likelihood),
          },
        }),
      )
      await onDone(risk)
      draft.drop()
      await askAgain(`/classifications/${id}/analysis`, '/risks')
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault
      if (fault.status >= 400 && fault.status < 500) key.current = newIdempotencyKey()
      setErrors(fault.fields)
      setGeneral(Object.keys(fault.fields).length ? Object.values(fault.fields).join(' ') : fault.message)
    } finally {
      setSending(false)
    }
  }

  const label = (name: string) => (register.fields[name] ? say(register.fields[name].label) : name)
  return (
    <fieldset className="k-form" aria-labelledby={heading}>
      <h3 id={heading} className="v-hidden">
        {say(words.value)}
      </h3>
      {general ? (
        <Banner tone="bad" role="alert" title={say(words.notSaved)}>
          {general}
        </Banner>
      ) : null}
      <TextField
        label={say(words.title)}
        value={written.title}
        onChange={(title) => put({ title })}
        maxLength={160}
        isRequired
        autoFocus
        error={errors.title}
      />
      {(['cause', 'event', 'effect'] as const).map((name) => (
        <TextArea
          key={name}
          label={label(name)}
          lines={2}
          maxLength={2000}
          value={written[name]}
          onChange={(text) => put({ [name]: text })}
          error={errors[name]}
        />
      ))}
      {method ? (
        <>
          {(['consequence', 'likelihood'] as const).map((axis) => (
            <RiskScaleInput
              key={axis}
              axis={axis}
              label={label(axis)}
              method={method}
              isRequired
              value={numberIn(written[axis])}
              onChange={(level) => put({ [axis]: level === null ? null : String(level) })}
              error={errors[axis]}
            />
          ))}
          <RiskOutcome method={method} consequence={numberIn(written.consequence)} likelihood={numberIn(written.likelihood)} />
        </>
      ) : found === null ? (
        <Banner tone="waiting">{say(words.noMethod)}</Banner>
      ) : (
        <Skeleton height="8rem" />
      )}
      <LinkInput
        to="person"
        label={label('owner')}
        help={say(words.ownerHelp)}
        value={written.owner}
        onChange={(owner) => put({ owner })}
        error={errors.owner}
      />
      <div className="k-buttons">
        <Button variant="primary" isPending={isSending} onPress={() => void send()}>
          {say(words.save)}
        </Button>
        <Button variant="quiet" onPress={onCancel}>
          {say(common.cancel)}
        </Button>
      </div>
    </fieldset>
  )
}
