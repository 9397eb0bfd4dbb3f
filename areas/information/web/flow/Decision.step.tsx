import { useState } from 'react'
import { fill, type Text } from '#kernel/language/text.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import type { RecordJson } from '#kernel/screens/data/record.ts'
import { NextStep } from '#kernel/screens/record/NextStep.tsx'
import { ApiProblem } from '#web/api/client.ts'
import { useSession } from '#web/api/session.ts'
import { Button } from '#web/design/Button.tsx'
import { Checkbox } from '#web/design/Checkbox.tsx'
import { DateField } from '#web/design/DateField.tsx'
import { Icon } from '#web/design/Icon.tsx'
import { Link } from '#web/design/Link.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { linkIn, useChangeField, useFlow } from './data.ts'
import { Grounds } from './Grounds.tsx'
import { levelName } from './Level.tsx'
import { flowPath, highestOf, type Step, suggestedReview } from './progress.ts'
import { Result } from './Result.tsx'
import { StepFrame } from './StepFrame.tsx'

const words = {
  title: { sv: 'Beslut', en: 'Decision' },
  lead: {
    sv: 'Läs igenom resultatet. Stämmer det, besluta om klassningen eller lämna den till informationsägaren.',
    en: 'Read the result. If it is right, decide on the classification or submit it to the information owner.',
  },
  leadDone: { sv: 'Så här blev klassningen.', en: 'This is how the classification turned out.' },
  left: { sv: 'Det här återstår före beslut', en: 'This remains before a decision' },
  ready: { sv: 'Allt är klart för beslut', en: 'All is ready for a decision' },
  review: { sv: 'När ska klassningen omprövas?', en: 'When is the classification to be reviewed?' },
  reviewHelp: {
    sv: 'Modellen säger {months} månader på nivån {level}. Välj en tidigare dag om du vet att något ändras.',
    en: 'The model says {months} months at the level {level}. Choose an earlier day if you know that something will change.',
  },
  suggest: { sv: 'Välj {day}', en: 'Choose {day}' },
  shared: { sv: 'Andra får utgå från den här klassningen', en: 'Others may start from this classification' },
  sharedHelp: {
    sv: 'Bra när flera enheter har samma slags information, till exempel personalakter.',
    en: 'Good when several units have the same kind of information, for example personnel files.',
  },
  fourEyes: { sv: 'Två personer behövs', en: 'It takes two persons' },
  fourEyesText: {
    sv: 'På nivån {level} ska den som beslutar vara någon annan än den som lämnade klassningen för beslut. Låt någon som medverkar lämna den.',
    en: 'At the level {level} whoever decides must be someone other than the one who submitted the classification. Let someone who takes part submit it.',
  },
  owner: {
    sv: '{name} är informationsägare och den som kan besluta. Du kan lämna klassningen för beslut.',
    en: '{name} is the information owner and the one who can decide. You can submit the classification for decision.',
  },
  noOwner: {
    sv: 'Klassningen har ingen informationsägare. Ange en på klassningens sida.',
    en: 'The classification has no information owner. Name one on the page of the classification.',
  },
  wait: {
    sv: 'När det som återstår är klart kan klassningen lämnas för beslut och beslutas.',
    en: 'When what remains is done the classification can be submitted and decided.',
  },
  result: { sv: 'Resultatet', en: 'The result' },
  print: { sv: 'Skriv ut', en: 'Print' },
} satisfies Record<string, Text>

interface Remaining {
  readonly step: Step
  readonly count: number
  readonly one: Text
  readonly many: Text
  /** Whether the decision has to wait for it. */
  readonly isFirm: boolean
}

/** What is left, in words, each a way to where it is done. */
function useRemaining(): readonly Remaining[] {
  const { results, analysis } = useFlow()
  const left = analysis?.left
  const all: readonly Remaining[] = [
    {
      step: 'valuation',
      count: results.reduce((sum, one) => sum + one.left, 0),
      one: { sv: '1 konsekvens är inte värderad', en: '1 consequence is not valued' },
      many: { sv: '{n} konsekvenser är inte värderade', en: '{n} consequences are not valued' },
      isFirm: true,
    },
    {
      step: 'gaps',
      count: left?.unassessed ?? 0,
      one: { sv: '1 säkerhetsåtgärd som krävs är inte bedömd', en: '1 required security measure is not assessed' },
      many: { sv: '{n} säkerhetsåtgärder som krävs är inte bedömda', en: '{n} required security measures are not assessed' },
      isFirm: true,
    },
    {
      step: 'risks',
      count: left?.unvaluedRisks ?? 0,
      one: { sv: '1 risk är inte värderad', en: '1 risk is not valued' },
      many: { sv: '{n} risker är inte värderade', en: '{n} risks are not valued' },
      isFirm: true,
    },
    {
      step: 'actions',
      count: left?.openGaps ?? 0,
      one: { sv: '1 brist har varken åtgärd eller acceptans', en: '1 gap has neither action nor acceptance' },
      many: { sv: '{n} brister har varken åtgärd eller acceptans', en: '{n} gaps have neither action nor acceptance' },
      isFirm: true,
    },
    {
      step: 'actions',
      count: left?.risksWithoutAction ?? 0,
      one: { sv: '1 hög risk har varken åtgärd eller acceptans', en: '1 high risk has neither action nor acceptance' },
      many: { sv: '{n} höga risker har varken åtgärd eller acceptans', en: '{n} high risks have neither action nor acceptance' },
      isFirm: true,
    },
    {
      step: 'risks',
      count: left?.openProposals ?? 0,
      one: {
        sv: '1 förslag till risk är inte prövat (det hindrar inte beslutet)',
        en: '1 proposed risk is not judged (it does not prevent the decision)',
      },
      many: {
        sv: '{n} förslag till risker är inte prövade (det hindrar inte beslutet)',
        en: '{n} proposed risks are not judged (it does not prevent the decision)',
      },
      isFirm: false,
    },
  ]
  return all.filter(({ count }) => count > 0)
}

/** The moves of this step in the order one thinks of them; while something remains only those that send back or end. */
const leading = ['decide', 'propose', 'sendBack', 'cancel']
const ending = ['sendBack', 'cancel']

const withMoves = (record: RecordJson, order: readonly string[]): RecordJson => {
  const { may } = record
  const only = (moves: readonly string[] = []) => order.filter((name) => moves.includes(name))
  return may ? { ...record, may: { ...may, moves: only(may.moves), needAnother: only(may.needAnother) } } : record
}

/** What remains, the result on one page, and the decision. */
export default function DecisionStep() {
  const say = useSay()
  const format = useFormat()
  const register = useCatalogue().register('classification')
  const { classification, model, results, mayWrite, id, analysis } = useFlow()
  const { today, person } = useSession()
  const change = useChangeField()
  const remaining = useRemaining()
  const [error, setError] = useState<string | undefined>()
  const level = highestOf(results) ?? (typeof classification.level === 'number' ? classification.level : null)
  const suggested = suggestedReview(model, level, today)
  const reviewBy = typeof classification.reviewBy === 'string' ? classification.reviewBy : null
  const months = model.levels.find((one) => one.level === level)?.reviewMonths
  const owner = linkIn(classification.owner)
  const isOpen = classification.state === 'underway' || classification.state === 'proposed'
  const put = (field: string, value: unknown) => {
    setError(undefined)
    change(field, value).catch((fault: unknown) =>
      setError(fault instanceof ApiProblem ? Object.values(fault.fields).join(' ') || fault.message : undefined),
    )
  }
  return (
    <StepFrame step="decision" title={say(words.title)} lead={say(isOpen ? words.lead : words.leadDone)}>
      {isOpen ? (
        remaining.length > 0 ? (
          <section className="k-part k-remaining" aria-labelledby="k-left">
            <h2 id="k-left">{say(remaining.some((one) => one.isFirm) ? words.left : words.ready)}</h2>
            <ul className="v-plain-list">
              {remaining.map((one) => (
                <li key={one.one.sv}>
                  <Icon name={one.isFirm ? 'warning' : 'info'} size={16} />
                  <Link href={flowPath(id, one.step)}>{say(one.count === 1 ? one.one : fill(one.many, { n: one.count }))}</Link>
                </li>
              ))}
            </ul>
          </section>
        ) : analysis ? (
          <p className="k-ready">
            <Icon name="check" size={20} />
            {say(words.ready)}
          </p>
        ) : null
      ) : null}
      {mayWrite ? (
        <section className="k-part k-before-decision" aria-labelledby="k-review">
          <h2 id="k-review">{say(words.review)}</h2>
          <DateField
            label={say({ sv: 'Omprövas senast', en: 'Review by' })}
            help={months === undefined ? undefined : say(fill(words.reviewHelp, { months, level: levelName(model, level) }))}
            min={today}
            value={reviewBy}
            onChange={(day) => {
              if (day !== reviewBy) put('reviewBy', day)
            }}
            error={error}
          />
          {suggested && suggested !== reviewBy ? (
            <div>
              <Button size="small" onPress={() => put('reviewBy', suggested)}>
                {say(fill(words.suggest, { day: format.date(suggested) }))}
              </Button>
            </div>
          ) : null}
          <Grounds />
          <div>
            <Checkbox isSelected={classification.shared === true} onChange={(shared) => put('shared', shared)}>
              {say(words.shared)}
            </Checkbox>
            <p className="v-help">{say(words.sharedHelp)}</p>
          </div>
        </section>
      ) : null}
      <section className="k-part k-print" aria-labelledby="k-result">
        <div className="k-result-head">
          <h2 id="k-result">{say(words.result)}</h2>
          <div className="k-buttons">
            <Button size="small" icon="document" onPress={() => window.print()}>
              {say(words.print)}
            </Button>
          </div>
        </div>
        <Result />
      </section>
      {isOpen ? (
        <section className="k-part k-decide">
          {classification.fourEyes === true ? (
            <div className="v-measure">
              <h2>{say(words.fourEyes)}</h2>
              <p>{say(fill(words.fourEyesText, { level: levelName(model, level) }))}</p>
            </div>
          ) : null}
          {owner === null ? (
            <p className="v-measure">{say(words.noOwner)}</p>
          ) : owner.id !== person.id ? (
            <p className="v-measure">{say(fill(words.owner, { name: owner.label }))}</p>
          ) : null}
          {remaining.some((one) => one.isFirm) ? <p className="v-measure">{say(words.wait)}</p> : null}
          <NextStep register={register} record={withMoves(classification, remaining.some((one) => one.isFirm) ? ending : leading)} />
        </section>
      ) : null}
    </StepFrame>
  )
}
