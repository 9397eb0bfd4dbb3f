import { useEffect, useId, useRef, useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { shapeOf } from '#kernel/fields/field.ts'
import { fill, type Text } from '#kernel/language/text.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import { valueWords } from '#kernel/screens/fields/words.ts'
import { ApiProblem, api } from '#web/api/client.ts'
import { useSession } from '#web/api/session.ts'
import { useAskAgain } from '#web/api/usePolled.ts'
import { Button } from '#web/design/Button.tsx'
import { Icon } from '#web/design/Icon.tsx'
import { Link } from '#web/design/Link.tsx'
import { StateTag } from '#web/design/Tag.tsx'
import { TextArea } from '#web/design/TextField.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { useKept } from '#web/shell/kept.ts'
import type { GapStatus, RequiredMeasure } from './answers.ts'
import { useFlow } from './data.ts'
import { track } from './saving.ts'

const words = {
  because: { sv: 'Krävs på grund av {why}.', en: 'Required because of {why}.' },
  about: { sv: 'Varför krävs den, och hur kan det visas?', en: 'Why is it required, and how can it be shown?' },
  evidence: { sv: 'Så kan det visas', en: 'How it can be shown' },
  requirements: { sv: 'Följer av', en: 'Follows from' },
  is: { sv: 'Finns den på plats?', en: 'Is it in place?' },
  severity: { sv: 'Hur allvarlig är bristen?', en: 'How serious is the gap?' },
  how: { sv: 'Hur ligger det till?', en: 'How is it?' },
  whyNot: { sv: 'Varför är den inte tillämplig?', en: 'Why is it not applicable?' },
  lacks: { sv: 'Sparas när du har fyllt i {what}.', en: 'Saved when you have filled in {what}.' },
  how1: { sv: 'hur det ligger till', en: 'how it is' },
  severity1: { sv: 'hur allvarlig bristen är', en: 'how serious the gap is' },
  and: { sv: ' och ', en: ' and ' },
  stale: {
    sv: 'Någon annan ändrade bedömningen medan du skrev. Det du skrev finns kvar: läs den nya bedömningen och spara igen.',
    en: 'Somebody else changed the assessment while you wrote. What you wrote is kept: read the new assessment and save again.',
  },
  again: { sv: 'Spara igen', en: 'Save again' },
  saved: { sv: 'Bedömt', en: 'Assessed' },
  by: { sv: 'bedömt av {name} {day}', en: 'assessed by {name} {day}' },
  on: { sv: 'bedömt {day}', en: 'assessed {day}' },
  evidenceLink: { sv: 'Lägg till underlag', en: 'Add evidence' },
  notYours: {
    sv: 'Bedömningen gjordes av någon annan. Stämmer den inte? Skriv en kommentar till den som ansvarar för systemet.',
    en: 'Somebody else made the assessment. Is it not right? Write a comment to whoever is responsible for the system.',
  },
  reasonFor: { sv: 'Bedömt i klassningen {reference}.', en: 'Assessed in the classification {reference}.' },
} satisfies Record<string, Text>

const tones: Readonly<Record<GapStatus, 'good' | 'waiting' | 'bad' | 'ended'>> = {
  inPlace: 'good',
  partly: 'waiting',
  missing: 'bad',
  notApplicable: 'ended',
}
const statuses: readonly GapStatus[] = ['inPlace', 'partly', 'missing', 'notApplicable']
const small = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
const isGap = (status: GapStatus | null) => status === 'partly' || status === 'missing'

interface Answer {
  readonly status: GapStatus | null
  readonly severity: number | null
  readonly reason: string
}

/** The words of the register for an assessment's fields, so that they are said one way. */
function useAssessmentWords() {
  const say = useSay()
  const language = useLanguage()
  const register = useCatalogue().register('measureAssessment')
  const status = register.fields.status
  const severity = register.fields.severity
  const shape = severity ? shapeOf(severity) : null
  return {
    statusName: (value: GapStatus) => (status ? valueWords(status, value, language) : value),
    severities: shape?.kind === 'scale' ? shape.levels.map((text, index) => ({ value: shape.first + index, label: say(text) })) : [],
    severityName: (value: number | null) => (severity && value !== null ? valueWords(severity, value, language) : ''),
  }
}

/** Why a measure is required, and how it can be shown that it is in place. */
function About({ required }: { readonly required: RequiredMeasure }) {
  const say = useSay()
  const { measure } = required
  return (
    <details className="v-details k-about">
      <summary>
        {say(words.about)}
        <span className="v-hidden"> {measure.label}</span>
      </summary>
      <p>{say(fill(words.because, { why: required.because.split(', ').map(small).join(', ') }))}</p>
      {measure.requirements.length > 0 ? (
        <p>
          <strong>{say(words.requirements)}:</strong>{' '}
          {measure.requirements.map((one, index) => (
            <span key={one.id}>
              {index > 0 ? ', ' : ''}
              <Link href={`/requirements/${one.id}`}>{one.label}</Link>
            </span>
          ))}
        </p>
      ) : null}
      {measure.evidence ? (
        <p>
          <strong>{say(words.evidence)}:</strong> {measure.evidence}
        </p>
      ) : null}
    </details>
  )
}

interface ButtonsProps<T extends string> {
  readonly label: string
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly value: T | null
  readonly onChange: (value: T) => void
  readonly labelledBy?: string
}

/** A few alternatives side by side, as buttons one of which is pressed. */
export function Choices<T extends string>({ label, options, value, onChange, labelledBy }: ButtonsProps<T>) {
  const id = useId()
  return (
    <div className="v-field">
      <span id={id} className={labelledBy ? 'v-hidden' : 'v-label'}>
        {label}
      </span>
      <RadioGroup
        className="k-choices"
        aria-labelledby={labelledBy ? `${labelledBy} ${id}` : id}
        value={value}
        onChange={(next) => {
          const found = options.find((one) => one.value === next)
          if (found) onChange(found.value)
        }}
        orientation="horizontal"
      >
        {options.map((one) => (
          <Radio key={one.value} value={one.value} className="k-choice">
            <Icon name="check" size={14} className="k-choice-check" />
            {one.label}
          </Radio>
        ))}
      </RadioGroup>
    </div>
  )
}

/** Asks whether a measure is in place; stored as soon as the answer is whole. */
export function MeasureQuestion({ required, level, onDone }: { required: RequiredMeasure; level: 2 | 3; onDone?: () => void }) {
  const say = useSay()
  const id = useId()
  const askAgain = useAskAgain()
  const { classification, mayWrite, id: flow } = useFlow()
  const { person, today } = useSession()
  const { statusName, severities } = useAssessmentWords()
  const { measure, carrier, assessment } = required
  const stored: Answer = { status: assessment?.status ?? null, severity: assessment?.severity ?? null, reason: assessment?.reason ?? '' }
  const draft = useKept<Answer>(`brist:${carrier.id}:${measure.id}`, stored)
  const answer = draft.isTouched ? draft.value : stored
  const [error, setError] = useState<string | null>(null)
  const [isStale, setStale] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sending = useRef(false)
  const mayAnswer = mayWrite && (!assessment || assessment.may.includes('update'))

  const lackingIn = ({ status, severity, reason }: Answer): string[] =>
    status === null || status === 'inPlace'
      ? []
      : [...(isGap(status) && severity === null ? [say(words.severity1)] : []), ...(reason.trim() ? [] : [say(words.how1)])]

  const latest = useRef(answer)
  latest.current = answer
  const held = useRef(assessment)
  held.current = assessment

  const send = async () => {
    clearTimeout(timer.current)
    const sent = latest.current
    if (sent.status === null || lackingIn(sent).length > 0 || sending.current) return
    sending.current = true
    setError(null)
    setStale(false)
    const body = {
      status: sent.status,
      severity: isGap(sent.status) ? sent.severity : null,
      reason: sent.reason.trim() || null,
      assessor: person.id,
      assessedOn: today,
    }
    const present = held.current
    try {
      await track(() =>
        present
          ? api(`/measure-assessments/${present.id}`, {
              method: 'PATCH',
              ifMatch: present.version,
              body,
              reason: say(fill(words.reasonFor, { reference: classification.reference ?? '' })),
            })
          : api('/measure-assessments', {
              method: 'POST',
              body: { ...body, measure: measure.id, [/asset/i.test(carrier.register) ? 'asset' : 'system']: carrier.id },
            }),
      )
      await askAgain(`/classifications/${flow}/analysis`, '/measure-assessments')
      if (latest.current === sent) {
        draft.drop()
        onDone?.()
      }
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault
      if (fault.status === 412 || fault.status === 409) {
        setStale(true)
        await askAgain(`/classifications/${flow}/analysis`)
      } else setError(Object.values(fault.fields).join(' ') || fault.message)
    } finally {
      sending.current = false
      if (latest.current !== sent && lackingIn(latest.current).length === 0) void send()
    }
  }
  useEffect(() => () => clearTimeout(timer.current), [])

  const write = (change: Partial<Answer>, wait: number) => {
    const next = { ...latest.current, ...change }
    latest.current = next
    draft.write(next)
    clearTimeout(timer.current)
    if (lackingIn(next).length === 0) timer.current = setTimeout(() => void send(), wait)
  }

  const lacking = draft.isTouched ? lackingIn(answer) : []
  const Heading = level === 2 ? 'h2' : 'h3'
  const isDone = assessment !== null && !draft.isTouched
  return (
    <div className="k-measure" data-done={isDone ? '' : undefined}>
      <Heading id={id}>
        <span className="v-reference">{measure.key}</span> {measure.label}
      </Heading>
      {measure.description ? <p className="k-cell-question">{measure.description}</p> : null}
      <About required={required} />
      {mayAnswer ? (
        <>
          <Choices
            label={say(words.is)}
            labelledBy={id}
            options={statuses.map((value) => ({ value, label: statusName(value) }))}
            value={answer.status}
            onChange={(status) => write({ status }, 700)}
          />
          {isGap(answer.status) ? (
            <Choices
              label={say(words.severity)}
              options={severities.map(({ value, label }) => ({ value: String(value), label }))}
              value={answer.severity === null ? null : String(answer.severity)}
              onChange={(value) => write({ severity: Number(value) }, 700)}
            />
          ) : null}
          {answer.status !== null && (answer.status !== 'inPlace' || answer.reason) ? (
            <TextArea
              label={say(answer.status === 'notApplicable' ? words.whyNot : words.how)}
              lines={2}
              maxLength={2000}
              isRequired={answer.status !== 'inPlace'}
              value={answer.reason}
              onChange={(reason) => write({ reason }, 1200)}
              onBlur={() => void (draft.isTouched ? send() : undefined)}
              error={error ?? undefined}
            />
          ) : error ? (
            <p className="v-error" role="alert">
              <Icon name="warning" size={16} />
              {error}
            </p>
          ) : null}
          {isStale ? (
            <p className="v-error" role="alert">
              <Icon name="warning" size={16} />
              <span>
                {say(words.stale)}{' '}
                <Button size="small" onPress={() => void send()}>
                  {say(words.again)}
                </Button>
              </span>
            </p>
          ) : null}
          {lacking.length > 0 ? <p className="v-help">{say(fill(words.lacks, { what: lacking.join(say(words.and)) }))}</p> : null}
        </>
      ) : (
        <Standing required={required} />
      )}
      {isDone ? (
        <p className="k-done">
          <Icon name="check" size={16} />
          {say(words.saved)}{' '}
          <Link href={`/measure-assessments/${assessment.id}/edit`}>
            {say(words.evidenceLink)}
            <span className="v-hidden">: {measure.label}</span>
          </Link>
        </p>
      ) : null}
    </div>
  )
}

/** How a measure was found to stand, in words. */
export function Standing({ required }: { readonly required: RequiredMeasure }) {
  const { statusName, severityName } = useAssessmentWords()
  const { assessment } = required
  if (!assessment) return null
  return (
    <div>
      <p>
        <StateTag tone={tones[assessment.status]}>
          {statusName(assessment.status)}
          {isGap(assessment.status) && assessment.severity !== null ? ` · ${severityName(assessment.severity).toLowerCase()}` : ''}
        </StateTag>
      </p>
      {assessment.reason ? <p className="v-reason">{assessment.reason}</p> : null}
    </div>
  )
}

/** A measure assessed before: folded, with who and when; opened it can be changed. */
export function AnsweredMeasure({ required }: { readonly required: RequiredMeasure }) {
  const say = useSay()
  const format = useFormat()
  const { mayWrite } = useFlow()
  const { statusName, severityName } = useAssessmentWords()
  const [isChanging, setChanging] = useState(false)
  const { measure, assessment } = required
  if (!assessment) return null
  const day = assessment.assessedOn ? format.date(assessment.assessedOn) : null
  const who = assessment.assessor && day ? fill(words.by, { name: assessment.assessor.label, day }) : day ? fill(words.on, { day }) : null
  return (
    <details className="k-fold">
      <summary>
        <span className="k-fold-name">
          <span className="v-reference">{measure.key}</span> {measure.label}
        </span>
        <span className="k-fold-facts">
          <StateTag tone={tones[assessment.status]}>
            {statusName(assessment.status)}
            {isGap(assessment.status) && assessment.severity !== null ? ` · ${severityName(assessment.severity).toLowerCase()}` : ''}
          </StateTag>
          {who ? <span className="v-muted">{say(who)}</span> : null}
        </span>
      </summary>
      {isChanging ? (
        <MeasureQuestion required={required} level={3} onDone={() => setChanging(false)} />
      ) : (
        <div className="k-fold-body">
          {assessment.reason ? <p className="v-reason">{assessment.reason}</p> : null}
          {measure.description ? <p className="k-cell-question">{measure.description}</p> : null}
          <About required={required} />
          {mayWrite && assessment.may.includes('update') ? (
            <Button size="small" onPress={() => setChanging(true)}>
              {say({ sv: 'Bedöm på nytt', en: 'Assess again' })}
              <span className="v-hidden">: {measure.label}</span>
            </Button>
          ) : mayWrite ? (
            <p className="v-help">{say(words.notYours)}</p>
          ) : null}
        </div>
      )}
    </details>
  )
}
