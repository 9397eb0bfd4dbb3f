import { useState } from 'react'
import { dayInWords } from '#kernel/clocks/words.ts'
import { fill } from '#kernel/language/text.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import type { RecordJson } from '#kernel/screens/data/record.ts'
import { FieldInput } from '#kernel/screens/fields/FieldInput.tsx'
import { StateValue } from '#kernel/screens/fields/Value.tsx'
import { PartForm } from '#kernel/screens/form/PartForm.tsx'
import { MoveFrame } from '#kernel/screens/record/MoveDialog.tsx'
import { PartMoves } from '#kernel/screens/record/PartMoves.tsx'
import { type MoveDialogProps, useMove } from '#kernel/screens/record/useMove.ts'
import { Button } from '#web/design/Button.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { linkIn, textIn, useMayAdd, useNow } from './data.ts'

const words = {
  title: { sv: 'Ifrågasättanden', en: 'Challenges' },
  challenge: { sv: 'Ifrågasätt bedömningen', en: 'Challenge the judgement' },
  help: {
    sv: 'Den som ansvarar för risken ska svara innan risken beslutas.',
    en: 'Whoever is responsible for the risk is to answer before the risk is decided on.',
  },
  send: { sv: 'Skicka ifrågasättandet', en: 'Send the challenge' },
  sent: { sv: 'Ifrågasättandet är skickat', en: 'The challenge has been sent' },
  answerer: { sv: '{name} ska svara senast {day}.', en: '{name} is to answer by {day}.' },
  answer: { sv: 'Svar', en: 'Answer' },
} as const

/** Answers a challenge; where another answer has been asked for it begins with the one given. */
function AnswerDialog(props: MoveDialogProps) {
  const taking = useMove(props, { needed: ['answer'], initial: { answer: textIn(props.record.answer) } })
  const field = props.register.fields.answer
  return (
    <MoveFrame {...props} taking={taking}>
      <blockquote className="v-reason">{String(props.record.question)}</blockquote>
      {field && (
        <FieldInput
          name="answer"
          field={{ ...field, required: true }}
          value={taking.values.answer}
          onChange={(value) => taking.put('answer', value)}
          errors={taking.errors}
        />
      )}
    </MoveFrame>
  )
}

/** What the risk function has called in question, what was answered, and whether that was accepted. */
export function Challenges({ risk, challenges }: { readonly risk: RecordJson; readonly challenges: readonly RecordJson[] }) {
  const say = useSay()
  const format = useFormat()
  const language = useLanguage()
  const now = useNow()
  const asOf = useAsOf()
  const register = useCatalogue().register('challenge')
  const mayChallenge = useMayAdd(register) && asOf === null && risk.state !== 'closed'
  const [isWriting, setWriting] = useState(false)
  if (challenges.length === 0 && !mayChallenge) return null
  return (
    <section aria-labelledby="r-challenges">
      <h2 id="r-challenges">{say(words.title)}</h2>
      {challenges.length > 0 && (
        <ul className="r-talk">
          {challenges.map((one) => {
            const question = String(one.question)
            const by = textIn(one.answerBy)
            return (
              <li key={one.id}>
                <p className="r-who">
                  <strong>{one.createdBy?.label}</strong> <time dateTime={one.createdAt}>{format.moment(one.createdAt)}</time>{' '}
                  <StateValue register={register} state={one.state} />
                </p>
                <p className="v-lines">{question}</p>
                {one.state === 'raised' && linkIn(one.answerer) && by && (
                  <p className="v-muted">
                    {say(fill(words.answerer, { name: linkIn(one.answerer)?.label ?? '', day: dayInWords(by, now.today)[language] }))}
                  </p>
                )}
                {textIn(one.answer) && (
                  <div className="r-answer">
                    <p className="r-who">{say(words.answer)}</p>
                    <p className="v-lines">{textIn(one.answer)}</p>
                  </div>
                )}
                {asOf === null && one.state !== 'settled' && (
                  <PartMoves register={register} id={one.id} about={question.slice(0, 80)} dialogs={{ answer: AnswerDialog }} />
                )}
              </li>
            )
          })}
        </ul>
      )}
      {mayChallenge &&
        (isWriting ? (
          <PartForm
            register={register}
            initial={{ question: null }}
            fixed={{ risk: risk.id }}
            asks={['question']}
            submit={say(words.send)}
            done={say(words.sent)}
            onDone={() => setWriting(false)}
            onCancel={() => setWriting(false)}
          />
        ) : (
          <div className="r-under">
            <Button onPress={() => setWriting(true)}>{say(words.challenge)}</Button>
            <p className="v-help">{say(words.help)}</p>
          </div>
        ))}
    </section>
  )
}
