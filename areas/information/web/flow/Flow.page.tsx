import { useParams } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useMemo } from 'react'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import type { RecordJson } from '#kernel/screens/data/record.ts'
import { StateValue } from '#kernel/screens/fields/Value.tsx'
import { NotFound } from '#kernel/screens/NotFound.tsx'
import { NextStep } from '#kernel/screens/record/NextStep.tsx'
import '#kernel/screens/screens.css'
import { ApiProblem } from '#web/api/client.ts'
import { useGet } from '#web/api/useGet.ts'
import { usePolled } from '#web/api/usePolled.ts'
import { Banner, Skeleton } from '#web/design/Banner.tsx'
import { LinkButton } from '#web/design/Button.tsx'
import { Link } from '#web/design/Link.tsx'
import { Breadcrumb } from '#web/design/Parts.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import { type ModelContent, modelContent } from '../../classification-model.content.ts'
import type { Analysis } from './answers.ts'
import { type Flow, FlowProvider, linkIn, useCells } from './data.ts'
import './flow.css'
import { leftOf, resultOf, type Step, stepOf } from './progress.ts'
import { SavedState } from './SavedState.tsx'
import { StepBar } from './StepBar.tsx'
import { forgetSaving } from './saving.ts'

const ValuationStep = lazy(() => import('./Valuation.step.tsx'))
const GapsStep = lazy(() => import('./Gaps.step.tsx'))
const RisksStep = lazy(() => import('./Risks.step.tsx'))
const ActionsStep = lazy(() => import('./Actions.step.tsx'))
const DecisionStep = lazy(() => import('./Decision.step.tsx'))

const words = {
  all: { sv: 'Informationsklassningar', en: 'Information classifications' },
  locked: { sv: 'Klassningen är avslutad och kan inte längre ändras', en: 'The classification is closed and can no longer be changed' },
  lockedText: {
    sv: 'Här kan du läsa hur den gjordes. Behöver informationen klassas om börjar du en ny klassning.',
    en: 'Here you can read how it was made. If the information needs to be classified again, begin a new classification.',
  },
  readOnly: { sv: 'Du kan läsa klassningen men inte ändra den', en: 'You can read the classification but not change it' },
  readOnlyText: {
    sv: 'Be informationsägaren att bjuda in dig om du ska medverka.',
    en: 'Ask the information owner to invite you if you are to take part.',
  },
  planned: { sv: 'Klassningen är planerad men inte börjad', en: 'The classification is planned but not begun' },
  again: { sv: 'Klassa om informationen', en: 'Classify the information again' },
  record: { sv: 'Klassningens sida', en: 'The page of the classification' },
  model: { sv: 'Modellen kunde inte läsas', en: 'The model could not be read' },
}

const Waiting = () => (
  <div className="k-flow" aria-busy="true">
    <Skeleton width="16rem" />
    <Skeleton width="28rem" height="2rem" />
    <Skeleton width="60%" height="8rem" />
    <Skeleton width="60%" height="8rem" />
  </div>
)

/** The classification of one set of information, a step at a time. */
export default function FlowPage() {
  const { id = '', step } = useParams({ strict: false }) as { id?: string; step?: string }
  return <Opened key={id} id={id} step={stepOf(step)} />
}

function Opened({ id, step }: { readonly id: string; readonly step: Step }) {
  const register = useCatalogue().register('classification')
  const asOf = useAsOf()
  const found = usePolled<RecordJson>(`/classifications/${id}`, {}, 8)
  const modelLink = linkIn(found.data?.model)
  const model = useGet<RecordJson>(modelLink ? `/classification-models/${modelLink.id}` : null, {}, { staleTime: 300_000, timeless: true })
  const content = useMemo(() => modelContent.safeParse(model.data?.content), [model.data])
  useEffect(forgetSaving, [])
  if (found.error instanceof ApiProblem && found.error.status === 404) return <NotFound register={register} />
  if (found.error && !found.data) return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
  if (model.error) return <ProblemNotice error={model.error} onRetry={() => void model.refetch()} />
  if (!found.data || !model.data) return <Waiting />
  if (!content.success) return <ProblemNotice error={new Error('model')} />
  return <Shown classification={found.data} model={content.data} step={step} past={asOf !== null} />
}

interface ShownProps {
  readonly classification: RecordJson
  readonly model: ModelContent
  readonly step: Step
  readonly past: boolean
}

function Shown({ classification, model, step, past }: ShownProps) {
  const say = useSay()
  const register = useCatalogue().register('classification')
  const { id, state } = classification
  const isOpen = state === 'planned' || state === 'underway' || state === 'proposed'
  const mayWrite = !past && isOpen && state !== 'planned' && Boolean(classification.may?.update)
  const cells = useCells(id, mayWrite)
  const analysis = usePolled<Analysis>(`/classifications/${id}/analysis`, {}, 15)
  const results = useMemo(() => resultOf(model, cells.judged), [model, cells.judged])
  const asset = linkIn(classification.asset)
  const flow: Flow = {
    id,
    classification,
    asset,
    model,
    cells,
    results,
    analysis: analysis.data,
    analysisError: analysis.data ? null : analysis.error,
    left: leftOf(results, analysis.data?.left, !isOpen),
    mayWrite,
  }
  const title = typeof classification.name === 'string' && classification.name ? classification.name : (asset?.label ?? '')
  return (
    <FlowProvider value={flow}>
      <article className="k-flow v-page">
        <header className="k-head">
          <Breadcrumb steps={[{ href: '/classifications', label: say(words.all) }]} />
          <div className="k-head-line">
            <p className="k-title">
              <Link href={`/classifications/${id}`}>
                <span className="v-reference">{classification.reference}</span>
                {title}
              </Link>
              <StateValue register={register} state={state} />
            </p>
            {mayWrite ? <SavedState /> : null}
          </div>
          <StepBar current={step} />
        </header>
        {!past && state === 'planned' ? (
          <div className="k-notice">
            <Banner title={say(words.planned)} />
            <NextStep register={register} record={classification} />
          </div>
        ) : !past && !isOpen ? (
          <Banner
            title={say(words.locked)}
            actions={
              asset ? (
                <LinkButton size="small" href={`/klassa?asset=${asset.id}`}>
                  {say(words.again)}
                </LinkButton>
              ) : null
            }
          >
            <p>{say(words.lockedText)}</p>
          </Banner>
        ) : !past && !mayWrite ? (
          <Banner title={say(words.readOnly)}>
            <p>{say(words.readOnlyText)}</p>
          </Banner>
        ) : null}
        <Suspense fallback={<Skeleton width="60%" height="8rem" />}>
          {cells.isLoading ? (
            <Waiting />
          ) : cells.error && cells.stored.size === 0 ? (
            <ProblemNotice error={cells.error} />
          ) : step === 'valuation' ? (
            <ValuationStep />
          ) : step === 'gaps' ? (
            <GapsStep />
          ) : step === 'risks' ? (
            <RisksStep />
          ) : step === 'actions' ? (
            <ActionsStep />
          ) : (
            <DecisionStep />
          )}
        </Suspense>
      </article>
    </FlowProvider>
  )
}
