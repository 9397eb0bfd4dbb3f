import { lazy, Suspense, useEffect, useRef } from 'react'
import { pathOf } from '#kernel/definition/catalogue.ts'
import type { Register } from '#kernel/definition/register.ts'
import type { RecordJson } from '#kernel/screens/data/record.ts'
import { StateValue } from '#kernel/screens/fields/Value.tsx'
import { NotFound } from '#kernel/screens/NotFound.tsx'
import '#kernel/screens/screens.css'
import { ApiProblem, queryString } from '#web/api/client.ts'
import { useSession } from '#web/api/session.ts'
import { usePolled } from '#web/api/usePolled.ts'
import { Skeleton } from '#web/design/Banner.tsx'
import { LinkButton } from '#web/design/Button.tsx'
import { Breadcrumb } from '#web/design/Parts.tsx'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { useSearch } from '#web/shell/address.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import { methodIn } from '../../../scales/risk.ts'
import type { Workshop } from '../../risk-analysis.answer.ts'
import { analysisKinds } from '../../risk-method.content.ts'
import './analysis.css'
import { type Room, RoomProvider } from './data.ts'
import { RoomView } from './RoomView.tsx'
import { StepBar } from './StepBar.tsx'
import { type Step, stepFor, stepNamed, stepSlugs } from './steps.ts'
import { common } from './words.ts'

const PrepareStep = lazy(() => import('./Prepare.step.tsx'))
const FindStep = lazy(() => import('./Find.step.tsx'))
const AloneStep = lazy(() => import('./Alone.step.tsx'))
const TogetherStep = lazy(() => import('./Together.step.tsx'))
const FinishStep = lazy(() => import('./Finish.step.tsx'))
const steps: Readonly<Record<Step, typeof PrepareStep>> = {
  prepare: PrepareStep,
  find: FindStep,
  alone: AloneStep,
  together: TogetherStep,
  finish: FinishStep,
}

const words = {
  history: { sv: 'Historik', en: 'History' },
  room: { sv: 'Visa för rummet', en: 'Show to the room' },
}

/** How often what others do is asked for, in seconds: often while people work together. */
const pace = (state: string | undefined): number => (state === 'individual' || state === 'together' ? 3 : 8)

/** A risk analysis, from what is to be analysed to what is submitted for decision. */
export default function AnalysisPage({ register, id }: { readonly register: Register; readonly id: string }) {
  const path = `/${pathOf(register)}/${id}`
  const asOf = useAsOf()
  const known = useRef<string | undefined>(undefined)
  const record = usePolled<RecordJson>(path, {}, pace(known.current))
  const workshop = usePolled<Workshop>(`${path}/workshop`, {}, pace(known.current))
  known.current = workshop.data?.state
  // Whoever sees one of the two change sees the other with it.
  const refetch = record.refetch
  const behind = record.data && workshop.data && record.data.version < workshop.data.version
  useEffect(() => {
    if (behind) void refetch()
  }, [behind, refetch])
  const error = record.error ?? workshop.error
  if (error instanceof ApiProblem && error.status === 404) return <NotFound register={register} />
  if (error && (!record.data || !workshop.data))
    return <ProblemNotice error={error} onRetry={() => void Promise.all([record.refetch(), workshop.refetch()])} />
  if (!record.data || !workshop.data)
    return (
      <article className="v-page" aria-busy="true">
        <Skeleton width="28rem" height="2rem" />
        <Skeleton width="60%" height="12rem" />
      </article>
    )
  return <Shown register={register} analysis={record.data} workshop={workshop.data} past={asOf !== null} />
}

interface ShownProps {
  readonly register: Register
  readonly analysis: RecordJson
  readonly workshop: Workshop
  readonly past: boolean
}

function Shown({ register, analysis, workshop, past }: ShownProps) {
  const say = useSay()
  const language = useLanguage()
  const [search, setSearch] = useSearch()
  const { person } = useSession()
  const { id } = analysis
  const room: Room = {
    id,
    analysis,
    workshop,
    method: workshop.method ? methodIn(workshop.method.content, language) : null,
    mayLead: !past && Boolean(analysis.may?.update),
    takesPart: workshop.people.some((one) => one.id === person.id),
    past,
  }
  const natural = stepFor(workshop.state, workshop.risks.length)
  const step = stepNamed(search.steg) ?? natural
  // When the work goes on to another step, everybody's screen goes with it.
  const was = useRef(workshop.state)
  useEffect(() => {
    if (was.current === workshop.state) return
    was.current = workshop.state
    setSearch({ ...search, steg: stepSlugs[natural] }, { replace: true })
  }, [workshop.state, natural, search, setSearch])
  const title = String(analysis.name ?? '')
  if (search.visa === 'rum')
    return (
      <RoomProvider value={room}>
        <RoomView title={title} />
      </RoomProvider>
    )
  const kind = analysisKinds[workshop.kind as keyof typeof analysisKinds]
  const Page = steps[step]
  return (
    <RoomProvider value={room}>
      <article className="v-page ra-page">
        <header className="ra-head">
          <Breadcrumb steps={[{ href: `/${pathOf(register)}`, label: say(common.analyses) }]} />
          <div className="v-record-head">
            <p className="ra-title">
              <span className="v-reference">{analysis.reference}</span> {title}
            </p>
            <div className="v-record-actions">
              <LinkButton variant="quiet" href={`/${pathOf(register)}/${id}${queryString({ visa: 'rum' })}`}>
                {say(words.room)}
              </LinkButton>
              <LinkButton variant="quiet" icon="history" href={`/${pathOf(register)}/${id}/history`}>
                {say(words.history)}
              </LinkButton>
            </div>
          </div>
          <p className="v-record-line">
            <StateValue register={register} state={analysis.state} />
            {kind ? <span>{say(kind)}</span> : null}
          </p>
          <StepBar current={step} />
        </header>
        <Suspense fallback={<Skeleton width="60%" height="12rem" />}>
          <Page />
        </Suspense>
      </article>
    </RoomProvider>
  )
}
