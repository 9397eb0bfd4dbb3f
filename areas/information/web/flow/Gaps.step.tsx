import { useRef } from 'react'
import { fill } from '#kernel/language/text.ts'
import { Banner, EmptyState, Skeleton } from '#web/design/Banner.tsx'
import { LinkButton } from '#web/design/Button.tsx'
import { Link } from '#web/design/Link.tsx'
import { ProgressBar } from '#web/design/ProgressBar.tsx'
import { LinkTabs } from '#web/design/Tabs.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useSearch } from '#web/shell/address.ts'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import type { RequiredMeasure } from './answers.ts'
import { useFlow } from './data.ts'
import { AnsweredMeasure, MeasureQuestion } from './MeasureQuestion.tsx'
import { flowPath } from './progress.ts'
import { StepFrame } from './StepFrame.tsx'

const words = {
  title: { sv: 'Vad finns på plats?', en: 'What is in place?' },
  lead: {
    sv: 'Skyddsnivån kräver säkerhetsåtgärderna nedan. Svara för varje: finns den på plats där informationen hanteras?',
    en: 'The protection level requires the security measures below. Answer for each: is it in place where the information is handled?',
  },
  carriers: { sv: 'Där informationen finns', en: 'Where the information is' },
  progress: { sv: '{done} av {all} bedömda', en: '{done} of {all} assessed' },
  toAnswer: { sv: 'Att bedöma', en: 'To assess' },
  answered: { sv: 'Redan bedömt', en: 'Already assessed' },
  reused: {
    sv: 'Svaren gäller systemet och återanvänds av alla klassningar som rör det. Ändra bara det som inte längre stämmer.',
    en: 'The answers hold for the system and are reused by every classification that concerns it. Change only what is no longer right.',
  },
  nothing: { sv: 'Inga säkerhetsåtgärder krävs', en: 'No security measures are required' },
  nothingText: {
    sv: 'Skyddsnivån kräver ingenting utöver det som alltid gäller. Gå vidare till riskerna.',
    en: 'The protection level requires nothing beyond what always holds. Go on to the risks.',
  },
  first: { sv: 'Värdera informationen först', en: 'Value the information first' },
  firstText: {
    sv: 'Skyddsnivån avgör vilka säkerhetsåtgärder som krävs. {n} frågor återstår i värderingen, så listan kan växa.',
    en: 'The protection level decides which security measures are required. {n} questions remain in the valuation, so the list may grow.',
  },
  toValuation: { sv: 'Till värderingen', en: 'To the valuation' },
  noSystem: {
    sv: 'Informationen är inte knuten till något system. Frågorna gäller därför informationen själv, till exempel på papper. Finns den i ett system lägger du till det på',
    en: 'The information is not tied to any system. The questions therefore concern the information itself, for example on paper. If a system holds it, add the system on',
  },
  assetPage: { sv: 'informationens sida', en: 'the page of the information' },
  next: { sv: 'Vidare till risker', en: 'On to the risks' },
}

/** What the protection level requires, against what is in place in each system. */
export default function GapsStep() {
  const say = useSay()
  const [search] = useSearch()
  const { id, analysis, analysisError, left, asset } = useFlow()
  const open = useRef(new Set<string>())
  const frame = {
    step: 'gaps' as const,
    title: say(words.title),
    lead: say(words.lead),
    foot: (
      <LinkButton variant={left.gaps === 0 ? 'primary' : 'secondary'} href={flowPath(id, 'risks')}>
        {say(words.next)}
      </LinkButton>
    ),
  }
  if (!analysis)
    return <StepFrame {...frame}>{analysisError ? <ProblemNotice error={analysisError} /> : <Skeleton height="10rem" />}</StepFrame>
  const of = (carrier: { id: string }) => analysis.measures.filter((one) => one.carrier.id === carrier.id)
  const lacking = (carrier: { id: string }) => of(carrier).filter((one) => !one.assessment).length
  const carriers = analysis.carriers.filter((carrier) => of(carrier).length > 0)
  const carrier = carriers.find((one) => one.id === search.system) ?? carriers.find((one) => lacking(one) > 0) ?? carriers[0]
  const keyOf = (one: RequiredMeasure) => `${one.carrier.id} ${one.measure.id}`
  const all = carrier ? of(carrier) : []
  for (const one of all) if (!one.assessment) open.current.add(keyOf(one))
  // What was unanswered when the page was opened stays in its place once it is answered.
  const asked = all.filter((one) => open.current.has(keyOf(one)))
  const known = all.filter((one) => !open.current.has(keyOf(one)))
  const done = all.filter((one) => one.assessment).length
  return (
    <StepFrame {...frame}>
      {(left.valuation ?? 0) > 0 ? (
        <Banner
          tone="waiting"
          title={say(words.first)}
          actions={
            <LinkButton size="small" href={flowPath(id, 'valuation')}>
              {say(words.toValuation)}
            </LinkButton>
          }
        >
          <p>{say(fill(words.firstText, { n: left.valuation ?? 0 }))}</p>
        </Banner>
      ) : null}
      {!carrier ? (
        <EmptyState title={say(words.nothing)}>
          <p>{say(words.nothingText)}</p>
        </EmptyState>
      ) : (
        <>
          {carriers.length > 1 ? (
            <LinkTabs
              label={say(words.carriers)}
              tabs={carriers.map((one) => ({
                href: flowPath(id, 'gaps', `?system=${one.id}`),
                label: one.label,
                count: lacking(one) === 0 ? '✓' : `${of(one).length - lacking(one)}/${of(one).length}`,
                isCurrent: one.id === carrier.id,
              }))}
            />
          ) : (
            <h2>{carrier.label}</h2>
          )}
          {carrier.register !== 'system' && carrier.register !== 'systems' && asset ? (
            <p className="v-measure">
              {say(words.noSystem)} <Link href={`/information-assets/${asset.id}`}>{say(words.assetPage)}</Link>.
            </p>
          ) : null}
          <ProgressBar label={say(fill(words.progress, { done, all: all.length }))} value={all.length ? done / all.length : 1} />
          {asked.length > 0 ? (
            <section className="k-measures" key={carrier.id} aria-label={say(words.toAnswer)}>
              {asked.map((one) => (
                <MeasureQuestion key={keyOf(one)} required={one} level={3} />
              ))}
            </section>
          ) : null}
          {known.length > 0 ? (
            <section className="k-known" aria-labelledby="k-known">
              <h2 id="k-known">
                {say(words.answered)} <span className="v-count">{known.length}</span>
              </h2>
              <p className="v-help">{say(words.reused)}</p>
              {known.map((one) => (
                <AnsweredMeasure key={keyOf(one)} required={one} />
              ))}
            </section>
          ) : null}
        </>
      )}
    </StepFrame>
  )
}
