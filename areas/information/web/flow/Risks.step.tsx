import { useState } from 'react'
import { fill } from '#kernel/language/text.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import { LevelValue, RecordName, StateValue } from '#kernel/screens/fields/Value.tsx'
import { Skeleton } from '#web/design/Banner.tsx'
import { Button, LinkButton } from '#web/design/Button.tsx'
import { useSay } from '#web/language/useSay.ts'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import { useFlow } from './data.ts'
import { ConsideredProposal, ProposalCard } from './ProposalCard.tsx'
import { PutAside } from './PutAside.tsx'
import { flowPath } from './progress.ts'
import { RiskForm } from './RiskForm.tsx'
import { StepFrame } from './StepFrame.tsx'

const words = {
  title: { sv: 'Vilka risker är verkliga?', en: 'Which risks are real?' },
  lead: {
    sv: 'Ta ställning till varje förslag: behåll risken och värdera den, slå ihop den med en annan, eller skriv varför den inte är aktuell.',
    en: 'Judge each proposal: keep the risk and value it, merge it with another, or write why it is not relevant.',
  },
  proposals: { sv: 'Förslag att ta ställning till', en: 'Proposals to judge' },
  allDone: { sv: 'Du har tagit ställning till alla förslag.', en: 'You have judged every proposal.' },
  none: {
    sv: 'Inga brister eller hot har gett förslag till risker. Ser du något ändå skriver du en egen risk.',
    en: 'No gaps or threats have given proposals of risks. If you see something anyway, write a risk of your own.',
  },
  kept: { sv: 'Klassningens risker', en: 'The risks of the classification' },
  noRisks: { sv: 'Inga risker än.', en: 'No risks yet.' },
  unvalued: {
    sv: 'Inte värderad: öppna risken och ange konsekvens och sannolikhet',
    en: 'Not valued: open the risk and give consequence and likelihood',
  },
  considered: { sv: 'Förslag du har tagit ställning till', en: 'Proposals you have judged' },
  own: { sv: 'Skriv en egen risk', en: 'Write a risk of your own' },
  next: { sv: 'Vidare till åtgärder', en: 'On to the actions' },
}

/** What could happen? Proposals from the gaps and the threats, kept, merged or dismissed; and one's own. */
export default function RisksStep() {
  const say = useSay()
  const { id, analysis, analysisError, left, mayWrite } = useFlow()
  const [isWriting, setWriting] = useState(false)
  const risks = useCatalogue().register('risk')
  const frame = {
    step: 'risks' as const,
    title: say(words.title),
    lead: say(words.lead),
    foot: (
      <LinkButton variant={left.risks === 0 ? 'primary' : 'secondary'} href={flowPath(id, 'actions')}>
        {say(words.next)}
      </LinkButton>
    ),
  }
  if (!analysis)
    return <StepFrame {...frame}>{analysisError ? <ProblemNotice error={analysisError} /> : <Skeleton height="10rem" />}</StepFrame>
  const open = analysis.proposals.filter((one) => !one.decided)
  const considered = analysis.proposals.filter((one) => one.decided)
  const threats = open.filter((one) => !one.gap)
  const level = risks.fields.level
  return (
    <StepFrame {...frame}>
      <section className="k-part" aria-labelledby="k-proposals">
        <h2 id="k-proposals">
          {say(words.proposals)} <span className="v-count">{open.length}</span>
        </h2>
        {open.length === 0 ? <p className="v-muted v-measure">{say(considered.length ? words.allDone : words.none)}</p> : null}
        {[...open.filter((one) => one.gap), ...threats].map((one) => (
          <ProposalCard key={one.key} proposal={one} />
        ))}
        {mayWrite && threats.length > 1 ? <PutAside proposals={threats} /> : null}
      </section>
      <section className="k-part" aria-labelledby="k-kept">
        <h2 id="k-kept">
          {say(words.kept)} <span className="v-count">{analysis.risks.length}</span>
        </h2>
        {analysis.risks.length === 0 ? <p className="v-muted">{say(words.noRisks)}</p> : null}
        <ul className="k-rows">
          {analysis.risks.map((one) => (
            <li key={one.id}>
              <span className="k-row-name">
                <RecordName to="risk" link={one} />
              </span>
              <span className="k-row-facts">
                {one.level !== null && level ? <LevelValue field={level} value={one.level} /> : <span>{say(words.unvalued)}</span>}
                <StateValue register={risks} state={one.state} />
              </span>
            </li>
          ))}
        </ul>
        {mayWrite ? (
          isWriting ? (
            <RiskForm keptAs={`risk:${id}:egen`} onDone={() => setWriting(false)} onCancel={() => setWriting(false)} />
          ) : (
            <div>
              <Button icon="plus" onPress={() => setWriting(true)}>
                {say(words.own)}
              </Button>
            </div>
          )
        ) : null}
      </section>
      {considered.length > 0 ? (
        <details className="k-considered">
          <summary>
            {say(fill({ sv: '{title} ({n})', en: '{title} ({n})' }, { title: say(words.considered), n: considered.length }))}
          </summary>
          {considered.map((one) => (
            <ConsideredProposal key={one.key} proposal={one} />
          ))}
        </details>
      ) : null}
    </StepFrame>
  )
}
