import { useState } from 'react'
import { fill } from '#kernel/language/text.ts'
import type { RecordJson } from '#kernel/screens/data/record.ts'
import { FieldInput, inputId } from '#kernel/screens/fields/FieldInput.tsx'
import MoveDialog, { MoveFrame } from '#kernel/screens/record/MoveDialog.tsx'
import { type MoveDialogProps, useMove } from '#kernel/screens/record/useMove.ts'
import { words as common } from '#kernel/screens/words.ts'
import { useSession } from '#web/api/session.ts'
import { Banner, Skeleton } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { DateField } from '#web/design/DateField.tsx'
import { Dialog } from '#web/design/Dialog.tsx'
import { Select } from '#web/design/Select.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { useLevelName } from '../../../scales/web/RiskLevel.tsx'
import { useRiskMethod } from '../../../scales/web/useRiskMethod.ts'
import { longestAcceptance, mayAccept } from '../../decision.rules.ts'
import { lowestFor, mandateOf } from '../../escalation.rules.ts'
import { subjectOf } from '../../escalation.words.ts'
import { responses } from '../../responses.ts'
import { type MandateRole, mandateRoles, type RiskMethodContent } from '../../risk-method.content.ts'
import { linkIn, numberIn, textIn, useOfRisk } from './data.ts'

const words = {
  by: { sv: 'Enligt vilket alternativ?', en: 'By which option?' },
  byHelp: {
    sv: 'Alternativets riskbehandling fylls i. Du kan ändra den.',
    en: 'The treatment of the option is filled in. You can change it.',
  },
  noOption: { sv: 'Inget av dem', en: 'None of them' },
  challenged: { sv: 'Bedömningen är ifrågasatt', en: 'The judgement has been challenged' },
  challengedWhy: {
    sv: 'Riskfunktionen väntar på svar. Beslutet går att fatta när ifrågasättandet är besvarat.',
    en: 'The risk function awaits an answer. The decision can be made once the challenge has been answered.',
  },
  told: {
    sv: '{owner} får veta beslutet. Risken följs upp minst var {months}:e månad.',
    en: '{owner} is told of the decision. The risk is followed up at least every {months} months.',
  },
  toldOnly: { sv: '{owner} får veta beslutet.', en: '{owner} is told of the decision.' },
  someOwner: { sv: 'Riskägaren', en: 'The risk owner' },
  longest: {
    sv: 'Metoden tillåter att en risk på nivån {level} accepteras till och med {day}, inte längre.',
    en: 'The method allows a risk at the level {level} to be accepted until {day}, no longer.',
  },
  never: { sv: 'En risk på den här nivån får inte accepteras', en: 'A risk at this level may not be accepted' },
  neverWhy: {
    sv: 'Enligt riskmetoden ska risker på nivån {level} alltid åtgärdas.',
    en: 'By the risk method, risks at the level {level} are always to be treated.',
  },
  beyond: { sv: 'Ditt mandat räcker inte för att acceptera risken', en: 'Your mandate does not reach to accept the risk' },
  beyondWhy: {
    sv: 'Riskvärdet är {value}, och du får acceptera risker under {limit}. Den som får acceptera den är {who}. Du kan besluta att den ska åtgärdas, eller lyfta den.',
    en: 'The risk value is {value}, and you may accept risks below {limit}. The one who may accept it is {who}. You can decide to treat it, or raise it.',
  },
  raise: { sv: 'Lyft risken till nästa nivå', en: 'Raise the risk to the next level' },
} as const

export interface DecisionDialogProps extends MoveDialogProps {
  /** The option the person has pressed. */
  readonly option?: RecordJson | null
}

const isMandate = (role: unknown): role is MandateRole => mandateRoles.some((one) => one === role)

/** Decides on a risk, by one of its options or otherwise: to treat it, or to accept it for a time. */
export default function DecisionDialog(props: DecisionDialogProps) {
  const method = useRiskMethod<RiskMethodContent>()
  const options = useOfRisk('/risk-options', props.record.id, { sort: '-proposed' })
  if (method === undefined || !options.data) return <Skeleton />
  const inForce = method?.content ?? null
  const of = { ...props, method: inForce, options: options.data.items }
  return props.name === 'accept' ? <Accept {...of} /> : <Treat {...of} />
}

interface Decided extends DecisionDialogProps {
  readonly method: RiskMethodContent | null
  readonly options: readonly RecordJson[]
}

/** What stands in the way, who is told and what clock starts. */
function WhatFollows({ record, method }: Decided) {
  const say = useSay()
  const challenged = useOfRisk('/challenges', record.id).data?.items.some(({ state }) => state === 'raised')
  const owner = linkIn(record.owner)?.label ?? say(words.someOwner)
  const months = method?.levels.find(({ level }) => level === numberIn(record.level))?.reviewMonths
  return (
    <>
      {challenged && (
        <Banner tone="waiting" title={say(words.challenged)}>
          <p>{say(words.challengedWhy)}</p>
        </Banner>
      )}
      <p className="v-muted">{say(months ? fill(words.told, { owner, months }) : fill(words.toldOnly, { owner }))}</p>
    </>
  )
}

/** The options a decision can go by, and the one that is chosen. */
function ByOption({
  options,
  value,
  onChange,
}: {
  options: readonly RecordJson[]
  value: string | null
  onChange: (option: RecordJson | null) => void
}) {
  const say = useSay()
  if (options.length === 0) return null
  return (
    <Select
      label={say(words.by)}
      help={say(words.byHelp)}
      emptyLabel={say(words.noOption)}
      options={options.map((one) => ({ id: one.id, label: String(one.name) }))}
      value={value}
      onChange={(id) => onChange(options.find((one) => one.id === id) ?? null)}
    />
  )
}

function Treat(props: Decided) {
  const { register, record, option = null } = props
  const options = props.options.filter(({ response }) => response !== 'accept')
  const [chosen, setChosen] = useState(option?.id ?? null)
  const before = textIn(record.response)
  const taking = useMove(props, { needed: ['response'], initial: { response: option?.response ?? (before === 'accept' ? null : before) } })
  const field = register.fields.response
  const { accept: _, ...others } = responses
  return (
    <MoveFrame {...props} taking={taking}>
      <WhatFollows {...props} />
      <ByOption
        options={options}
        value={chosen}
        onChange={(next) => {
          setChosen(next?.id ?? null)
          if (next) taking.put('response', next.response)
        }}
      />
      {field?.kind === 'choice' && (
        <FieldInput
          name="response"
          field={{ ...field, options: others, required: true }}
          value={taking.values.response}
          onChange={(value) => taking.put('response', value)}
          errors={taking.errors}
        />
      )}
    </MoveFrame>
  )
}

function Accept(props: Decided) {
  const say = useSay()
  const { register, record, method, onClose } = props
  const nameOf = useLevelName(method)
  const { today } = useSession()
  const [isRaising, setRaising] = useState(false)
  const level = numberIn(record.level)
  const value = numberIn(record.value)
  const role = isMandate(record.mandate) ? record.mandate : null
  const raise = record.may?.moves.includes('raise') ? register.workflow?.moves.raise : undefined
  if (isRaising && raise) return <MoveDialog {...props} name="raise" move={raise} />
  const longest = method ? longestAcceptance(method, level, today) : null
  if (method && (longest === null || (role && value !== null && !mayAccept(method, role, value)))) {
    const who = lowestFor(method, value ?? 0, 'accept')
    const limit = (role && mandateOf(method, role)?.acceptsBelow) ?? 0
    return (
      <Dialog
        isOpen
        title={say(props.move.label)}
        onClose={onClose}
        actions={
          <>
            {raise && longest !== null && (
              <Button variant="primary" onPress={() => setRaising(true)}>
                {say(words.raise)}
              </Button>
            )}
            <Button variant="quiet" onPress={onClose}>
              {say(common.close)}
            </Button>
          </>
        }
      >
        <Banner tone="waiting" title={say(longest === null ? words.never : words.beyond)}>
          <p>
            {longest === null
              ? say(fill(words.neverWhy, { level: level === null ? '–' : nameOf(level).toLowerCase() }))
              : say(
                  fill(fill(words.beyondWhy, { value: value ?? '–', limit }), {
                    who: say(subjectOf(who)),
                  }),
                )}
          </p>
        </Banner>
      </Dialog>
    )
  }
  return <AcceptUntil {...props} longest={longest} levelName={level === null ? '–' : nameOf(level).toLowerCase()} />
}

function AcceptUntil({ longest, levelName, ...props }: Decided & { readonly longest: string | null; readonly levelName: string }) {
  const say = useSay()
  const format = useFormat()
  const { register, record, option = null } = props
  const { today } = useSession()
  const options = props.options.filter(({ response }) => response === 'accept')
  const [chosen, setChosen] = useState(option?.id ?? null)
  const taking = useMove(props, {
    needed: ['acceptedUntil'],
    initial: { acceptedUntil: longest, conditions: textIn(record.conditions) ?? textIn(option?.description), response: 'accept' },
  })
  const { acceptedUntil, conditions } = register.fields
  return (
    <MoveFrame {...props} taking={taking}>
      <WhatFollows {...props} />
      <ByOption
        options={options}
        value={chosen}
        onChange={(next) => {
          setChosen(next?.id ?? null)
          if (next && !textIn(taking.values.conditions)) taking.put('conditions', textIn(next.description))
        }}
      />
      {acceptedUntil && (
        <DateField
          id={inputId('acceptedUntil')}
          label={say(acceptedUntil.label)}
          help={
            longest
              ? say(fill(words.longest, { level: levelName, day: format.date(longest) }))
              : acceptedUntil.help && say(acceptedUntil.help)
          }
          min={today}
          {...(longest ? { max: longest } : {})}
          isRequired
          value={textIn(taking.values.acceptedUntil)}
          onChange={(day) => taking.put('acceptedUntil', day)}
          error={taking.errors.acceptedUntil}
        />
      )}
      {conditions && (
        <FieldInput
          name="conditions"
          field={conditions}
          value={taking.values.conditions}
          onChange={(value) => taking.put('conditions', value)}
          errors={taking.errors}
        />
      )}
    </MoveFrame>
  )
}
