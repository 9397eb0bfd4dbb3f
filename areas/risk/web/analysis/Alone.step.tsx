import { useState } from 'react'
import { fill } from '#kernel/language/text.ts'
import { Banner } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { TextArea } from '#web/design/TextField.tsx'
import { useSay } from '#web/language/useSay.ts'
import { NoRiskMethod } from '../../../scales/web/NoRiskMethod.tsx'
import type { RiskMethodContent } from '../../risk-method.content.ts'
import { useRoom } from './data.ts'
import { useEstimates } from './estimates.ts'
import { LevelCards } from './LevelCards.tsx'
import { People } from './People.tsx'
import { RiskSentence } from './RiskSentence.tsx'
import { Saved } from './Saved.tsx'
import { StepMove } from './StepMove.tsx'
import { estimatesWhole, openRisks } from './steps.ts'
import { axisNames } from './words.ts'

const words = {
  title: { sv: 'Vad bedömer du själv?', en: 'What do you judge yourself?' },
  lead: {
    sv: 'Bedöm varje risk för dig. Ingen ser vad du svarar, och du ser inte de andras svar, förrän den som leder analysen visar dem för alla.',
    en: 'Judge each risk for yourself. Nobody sees what you answer, and you do not see the answers of others, until whoever leads the analysis shows them to all.',
  },
  notOpen: { sv: 'Ni bedömer inte var för sig just nu', en: 'You do not judge alone at the moment' },
  planned: {
    sv: 'Den som leder analysen öppnar bedömningen när riskerna är skrivna.',
    en: 'Whoever leads the analysis opens the round when the risks are written.',
  },
  shown: { sv: 'Bedömningarna är visade. Gå vidare och bedöm tillsammans.', en: 'The judgements are shown. Go on and judge together.' },
  outside: { sv: 'Bara de som medverkar bedömer riskerna', en: 'Only those who take part judge the risks' },
  of: { sv: 'Risk {n} av {all}', en: 'Risk {n} of {all}' },
  previous: { sv: 'Förra risken', en: 'Previous risk' },
  next: { sv: 'Nästa risk', en: 'Next risk' },
  all: { sv: 'Du har bedömt alla risker', en: 'You have judged all the risks' },
  allText: {
    sv: 'Du kan ändra dig ända tills bedömningarna visas. Den här sidan följer med när det händer.',
    en: 'You can change your mind until the judgements are shown. This page follows when that happens.',
  },
  why: { sv: 'Hur tänker du? (om du vill)', en: 'How do you think? (optional)' },
  criteria: { sv: 'Vad nivåerna betyder', en: 'What the levels mean' },
}

/** One risk at a time, judged by oneself. */
export default function AloneStep() {
  const say = useSay()
  const { workshop, takesPart, past, method, mayLead } = useRoom()
  const isOpen = !past && workshop.state === 'individual'
  return (
    <div className="ra-step">
      <div className="ra-main">
        <h1>{say(words.title)}</h1>
        <p className="ra-lead v-measure">{say(words.lead)}</p>
        {method === null ? (
          <NoRiskMethod />
        ) : isOpen && takesPart ? (
          <Estimating method={method} />
        ) : (
          <Banner title={say(isOpen && !takesPart ? words.outside : words.notOpen)}>
            <p>{say(workshop.state === 'planned' ? words.planned : isOpen ? words.lead : words.shown)}</p>
          </Banner>
        )}
        {mayLead ? (
          <div className="ra-foot">
            {workshop.state === 'individual' ? (
              <StepMove name="reveal" variant="secondary" />
            ) : (
              <StepMove name="openIndividual" variant="secondary" />
            )}
          </div>
        ) : null}
      </div>
      <div className="ra-aside">
        <People />
        {method ? <Criteria method={method} /> : null}
      </div>
    </div>
  )
}

function Estimating({ method }: { readonly method: RiskMethodContent }) {
  const say = useSay()
  const { workshop } = useRoom()
  const estimates = useEstimates()
  const risks = openRisks(workshop.risks)
  const firstLeft = risks.findIndex((risk) => !estimatesWhole(estimates.of(risk)))
  const [chosen, setChosen] = useState<string | null>(null)
  const at = Math.max(0, chosen === null ? firstLeft : risks.findIndex(({ id }) => id === chosen))
  const risk = risks[at]
  const left = risks.filter((one) => !estimatesWhole(estimates.of(one))).length
  if (!risk) return null
  const mine = estimates.of(risk)
  const go = (to: number) => {
    setChosen(risks[to]?.id ?? null)
    document.getElementById('ra-risk')?.focus()
  }
  return (
    <>
      {left === 0 ? (
        <Banner tone="good" role="status" title={say(words.all)}>
          <p>{say(words.allText)}</p>
        </Banner>
      ) : null}
      <section className="ra-risk" aria-labelledby="ra-risk">
        <p className="ra-of">
          {say(fill(words.of, { n: at + 1, all: risks.length }))}
          <span className="ra-dots" aria-hidden="true">
            {risks.map((one) => (
              <span
                key={one.id}
                data-done={estimatesWhole(estimates.of(one)) ? '' : undefined}
                data-current={one === risk ? '' : undefined}
              />
            ))}
          </span>
        </p>
        <h2 id="ra-risk" tabIndex={-1}>
          {risk.label}
        </h2>
        <RiskSentence risk={risk} />
        {(['consequence', 'likelihood'] as const).map((axis) => (
          <LevelCards
            key={`${risk.id} ${axis}`}
            label={say(axisNames[axis])}
            levels={method[axis]}
            value={mine[axis]}
            onChange={(level) => estimates.put(risk, { [axis]: level })}
            isReadOnly={risk.mine?.shown === true}
          />
        ))}
        <TextArea
          key={`${risk.id} reason`}
          label={say(words.why)}
          lines={2}
          maxLength={1000}
          value={mine.reason ?? ''}
          onChange={(reason) => estimates.put(risk, { reason })}
          isReadOnly={risk.mine?.shown === true}
        />
        <Saved estimates={estimates} />
        <div className="ra-buttons ra-between">
          <Button isDisabled={at === 0} onPress={() => go(at - 1)}>
            {say(words.previous)}
          </Button>
          <Button variant={estimatesWhole(mine) ? 'primary' : 'secondary'} isDisabled={at >= risks.length - 1} onPress={() => go(at + 1)}>
            {say(words.next)}
          </Button>
        </div>
      </section>
    </>
  )
}

/** What each level of consequence means for each kind of harm. */
export function Criteria({ method }: { readonly method: RiskMethodContent }) {
  const say = useSay()
  return (
    <section aria-labelledby="ra-criteria">
      <h2 id="ra-criteria">{say(words.criteria)}</h2>
      {method.categories.map((category) => (
        <details key={category.key} className="v-details">
          <summary>{category.name}</summary>
          {category.question ? <p className="v-help">{category.question}</p> : null}
          <dl className="v-facts">
            {method.consequence.map(({ level, name, meaning }) => (
              <div key={level}>
                <dt>{name}</dt>
                <dd>{method.criteria.find((one) => one.category === category.key && one.level === level)?.text || meaning || '–'}</dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </section>
  )
}
