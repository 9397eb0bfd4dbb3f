import { useMemo, useState } from 'react'
import { fill } from '#kernel/language/text.ts'
import '#kernel/screens/screens.css'
import type { RecordLink } from '#kernel/screens/data/record.ts'
import { useGet } from '#web/api/useGet.ts'
import { Banner, EmptyState } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { Link } from '#web/design/Link.tsx'
import { NumberField } from '#web/design/NumberField.tsx'
import { Picture } from '#web/design/Picture.tsx'
import { ProgressBar } from '#web/design/ProgressBar.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { useSearch } from '#web/shell/address.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import type { LossesAnswer } from '../../pictures.ts'
import { reductions } from '../../quantify/reduction.ts'
import { usualTrials } from '../../quantify/simulate.ts'
import { Frame } from './Frame.tsx'
import { LossCurve } from './LossCurve.tsx'
import { LossDialog } from './LossDialog.tsx'
import { LossRisks } from './LossRisks.tsx'
import { Appetite, CurveTable, Percentiles } from './LossTables.tsx'
import { lossFinding, reductionFinding } from './loss-findings.ts'
import { useRiskList } from './parts.tsx'
import { type SimulationState, useSimulation } from './useSimulation.ts'

const words = {
  title: { sv: 'Kvantifierat', en: 'Quantified' },
  lead: {
    sv: 'Vad riskerna kan kosta på ett år, i kronor, mot vad ni har sagt att ni kan bära.',
    en: 'What the risks may cost in a year, in kronor, against what you have said you can bear.',
  },
  add: { sv: 'Uppskatta en risk till', en: 'Estimate another risk' },
  first: { sv: 'Uppskatta en risk', en: 'Estimate a risk' },
  none: { sv: 'Ingen risk har en uppskattad kostnad', en: 'No risk has an estimated cost' },
  noneText: {
    sv: 'Välj en risk och uppskatta hur ofta den inträffar och vad den då kostar. Då räknar Värna ut hur mycket ett dåligt år kan kosta.',
    en: 'Choose a risk and estimate how often it happens and what it then costs. Värna then works out how much a bad year may cost.',
  },
  running: { sv: 'Simulerar {trials} år med {n} risker', en: 'Simulating {trials} years with {n} risks' },
  failed: { sv: 'Simuleringen gick inte att köra', en: 'The simulation could not be run' },
  failedText: {
    sv: 'Ladda om sidan och försök igen. Uppskattningarna är sparade.',
    en: 'Reload the page and try again. The estimates are saved.',
  },
  seed: { sv: 'Startvärde för slumptalen', en: 'Seed of the random numbers' },
  seedHelp: {
    sv: 'Samma startvärde ger samma figurer. Byt det för att se hur mycket slumpen betyder.',
    en: 'The same seed gives the same figures. Change it to see how much chance means.',
  },
  note: {
    sv: '{trials} simulerade år. Riskerna antas vara oberoende av varandra.',
    en: '{trials} simulated years. The risks are taken to be independent of each other.',
  },
  leftOut: {
    sv: 'Bara de {n} risker som har störst riskvärde räknas med. {left} risker till har en uppskattning.',
    en: 'Only the {n} risks of the greatest value are counted. {left} more risks have an estimate.',
  },
  without: {
    sv: '{n} öppna risker har ingen uppskattad kostnad och är inte med.',
    en: '{n} open risks have no estimated cost and are not included.',
  },
} as const

/** What the risks may cost in a year, simulated beside the page. */
export default function QuantifiedPage() {
  const say = useSay()
  const [search] = useSearch()
  const unit = typeof search.enhet === 'string' ? search.enhet : undefined
  const found = useGet<LossesAnswer>('/risk-losses', { unit }, { keep: true })
  const isNow = useAsOf() === null
  const [asked, setAsked] = useState<RecordLink | 'new' | null>(null)
  const answer = found.data
  return (
    <Frame
      title={say(words.title)}
      lead={say(words.lead)}
      at="/riskbild/kvantifierat"
      answer={answer}
      error={found.error}
      onRetry={() => void found.refetch()}
    >
      {answer && answer.risks.length === 0 && (
        <EmptyState
          title={say(words.none)}
          actions={
            isNow && (
              <Button variant="primary" onPress={() => setAsked('new')}>
                {say(words.first)}
              </Button>
            )
          }
        >
          <p>{say(words.noneText)}</p>
        </EmptyState>
      )}
      {answer && answer.risks.length > 0 && (
        <>
          <Losses answer={answer} onEdit={isNow ? setAsked : null} />
          {isNow && (
            <p>
              <Button onPress={() => setAsked('new')}>{say(words.add)}</Button>
            </p>
          )}
        </>
      )}
      {asked && <LossDialog risk={asked === 'new' ? null : asked} onClose={() => setAsked(null)} />}
    </Frame>
  )
}

const seedIn = (value: unknown): number => {
  const seed = Number(value)
  return typeof value === 'string' && Number.isInteger(seed) && seed > 0 && seed < 2 ** 31 ? seed : 1
}

interface LossesProps {
  readonly answer: LossesAnswer
  readonly onEdit: ((risk: RecordLink) => void) | null
}

function Losses({ answer, onEdit }: LossesProps) {
  const say = useSay()
  const format = useFormat()
  const [search, setSearch] = useSearch()
  const listed = useRiskList()
  const seed = seedIn(search.start)
  const risks = useMemo(
    () => answer.risks.map(({ id, lossModel, planned, actual }) => ({ id, lossModel, plannedCost: planned, actualCost: actual })),
    [answer.risks],
  )
  const state = useSimulation(risks, answer.appetite, seed)
  const trials = format.number(usualTrials)
  return (
    <>
      <div className="r-seed">
        <NumberField
          label={say(words.seed)}
          help={say(words.seedHelp)}
          value={seed}
          min={1}
          max={2 ** 31 - 1}
          isGrouped={false}
          onChange={(next) => setSearch({ ...search, start: String(next ?? 1) }, { replace: true })}
        />
      </div>
      <Outcome
        state={state}
        answer={answer}
        risks={risks}
        onEdit={onEdit}
        note={say(fill(words.note, { trials }))}
        running={say(fill(words.running, { trials, n: format.number(risks.length) }))}
      />
      {answer.left > 0 && (
        <p className="v-picture-note">
          {say(fill(words.leftOut, { n: format.number(answer.risks.length), left: format.number(answer.left) }))}
        </p>
      )}
      {answer.without > 0 && (
        <p className="v-picture-note">
          <Link href={listed({})}>{say(fill(words.without, { n: format.number(answer.without) }))}</Link>
        </p>
      )}
    </>
  )
}

interface OutcomeProps extends LossesProps {
  readonly state: SimulationState
  readonly risks: Parameters<typeof reductions>[0]
  readonly note: string
  readonly running: string
}

function Outcome({ state, answer, risks, onEdit, note, running }: OutcomeProps) {
  const say = useSay()
  if (state.is === 'running') return <ProgressBar label={running} value={state.share} />
  if (state.is === 'failed')
    return (
      <Banner tone="bad" role="alert" title={say(words.failed)}>
        <p>{say(words.failedText)}</p>
      </Banner>
    )
  const { asIs } = state
  const decided = answer.risks.some(({ lossModel }) => lossModel.target) ? state.decided : null
  const reduced = reductions(risks, asIs, state.decided)
  return (
    <>
      <Picture title={say(lossFinding(asIs, answer.partial))} note={note} table={<CurveTable asIs={asIs} decided={decided} />}>
        <div className="r-losses">
          <LossCurve asIs={asIs} decided={decided} appetite={answer.appetite} />
          <div>
            <Percentiles asIs={asIs} decided={decided} />
          </div>
        </div>
        <Appetite asIs={asIs} decided={decided} />
      </Picture>
      <Picture title={say(reductionFinding(reduced, asIs))}>
        <LossRisks answer={answer} asIs={asIs} reduced={reduced} onEdit={onEdit} />
      </Picture>
    </>
  )
}
