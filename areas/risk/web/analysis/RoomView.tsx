import { fill } from '#kernel/language/text.ts'
import { queryString } from '#web/api/client.ts'
import { LinkButton } from '#web/design/Button.tsx'
import { useSay } from '#web/language/useSay.ts'
import { apartWords } from './apart.ts'
import { useRoom } from './data.ts'
import { RiskSentence } from './RiskSentence.tsx'
import { SpreadMatrix } from './SpreadMatrix.tsx'
import { byDisagreement, isValued, openRisks } from './steps.ts'
import { stepNames } from './words.ts'

const words = {
  leave: { sv: 'Lämna rumsvyn', en: 'Leave the room view' },
  found: { sv: '{n} risker hittade', en: '{n} risks found' },
  done: { sv: '{done} av {all} klara', en: '{done} of {all} done' },
  alone: {
    sv: 'Alla bedömer för sig. Svaren visas för alla samtidigt.',
    en: 'Everybody judges alone. The answers are shown to all at once.',
  },
  left: { sv: '{n} risker kvar att värdera tillsammans', en: '{n} risks left to value together' },
  all: { sv: 'Alla risker är värderade', en: 'All risks are valued' },
}

/** What everybody looks at in the room: one thing, in large type, that follows the work by itself. */
export function RoomView({ title }: { readonly title: string }) {
  const say = useSay()
  const { id, workshop, method } = useRoom()
  const risks = openRisks(workshop.risks)
  const left = byDisagreement(risks).filter((risk) => !isValued(risk))
  const [now] = left
  const isDone = (given: number) => workshop.toEstimate > 0 && given >= workshop.toEstimate
  const isAlone = workshop.state === 'individual'
  const isTogether = workshop.state === 'together'
  return (
    <article className="v-page ra-room">
      <header className="ra-room-head">
        <p>
          <span className="v-reference">{workshop.reference}</span> {title}
        </p>
        <LinkButton size="small" variant="quiet" href={`/risk-analyses/${id}${queryString({})}`}>
          {say(words.leave)}
        </LinkButton>
      </header>
      <h1>{say(isAlone ? stepNames.alone : isTogether ? stepNames.together : workshop.state === 'done' ? words.all : stepNames.find)}</h1>
      {isAlone ? (
        <>
          <p className="ra-room-figure" role="status">
            {say(fill(words.done, { done: workshop.people.filter(({ given }) => isDone(given)).length, all: workshop.people.length }))}
          </p>
          <p>{say(words.alone)}</p>
        </>
      ) : isTogether ? (
        now && method ? (
          <section className="ra-room-risk" aria-live="polite">
            <p className="v-muted">{say(fill(words.left, { n: left.length }))}</p>
            <h2>{now.label}</h2>
            <RiskSentence risk={now} />
            <p className="ra-apart">{say(apartWords(now))}</p>
            <SpreadMatrix method={method} estimates={now.estimates} chosen={now} />
          </section>
        ) : (
          <p className="ra-room-figure">{say(words.all)}</p>
        )
      ) : (
        <>
          <p className="ra-room-figure" role="status">
            {say(fill(words.found, { n: risks.length }))}
          </p>
          <ol className="ra-room-list">
            {risks.slice(-8).map((risk) => (
              <li key={risk.id}>{risk.label}</li>
            ))}
          </ol>
        </>
      )}
    </article>
  )
}
