import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RecordJson, RecordLink } from '#kernel/screens/data/record.ts'
import { LinkInput } from '#kernel/screens/fields/LinkInput.tsx'
import { ApiProblem, api } from '#web/api/client.ts'
import { useGet } from '#web/api/useGet.ts'
import { Banner, Skeleton } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { Checkbox, RadioGroup } from '#web/design/Checkbox.tsx'
import { Dialog } from '#web/design/Dialog.tsx'
import { NumberField } from '#web/design/NumberField.tsx'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { type LossModel, lossModelContent, lossModelInWords } from '../../loss-model.content.ts'
import { lossFault } from '../../loss-model.rules.ts'
import { type DraftField, draftFaults, draftOf, type EstimateDraft, modelOf } from './loss-draft.ts'

const words = {
  title: { sv: 'Vad kostar det om det händer?', en: 'What does it cost if it happens?' },
  which: { sv: 'Vilken risk gäller det?', en: 'Which risk is it?' },
  how: { sv: 'Hur vill du uppskatta?', en: 'How do you want to estimate?' },
  threePoint: { sv: 'Tre punkter', en: 'Three points' },
  threePointHint: {
    sv: 'Det händer högst en gång på ett år. Du anger den lägsta, troligaste och högsta kostnaden.',
    en: 'It happens at most once a year. You give the lowest, the most likely and the highest cost.',
  },
  frequency: { sv: 'Hur ofta och hur mycket', en: 'How often and how much' },
  frequencyHint: {
    sv: 'Det kan hända flera gånger. Du anger intervall som du tror rymmer det rätta värdet nio gånger av tio.',
    en: 'It may happen several times. You give ranges that you think contain the true value nine times in ten.',
  },
  percent: { sv: 'Hur sannolikt är det att det händer ett givet år?', en: 'How likely is it to happen in a given year?' },
  low: { sv: 'Lägsta kostnad', en: 'Lowest cost' },
  likely: { sv: 'Troligaste kostnad', en: 'Most likely cost' },
  high: { sv: 'Högsta kostnad', en: 'Highest cost' },
  frequencyLow: { sv: 'Minst så ofta', en: 'At least so often' },
  frequencyHigh: { sv: 'Högst så ofta', en: 'At most so often' },
  lossLow: { sv: 'Kostar minst, per gång', en: 'Costs at least, each time' },
  lossHigh: { sv: 'Kostar högst, per gång', en: 'Costs at most, each time' },
  perYear: { sv: 'gånger om året', en: 'times a year' },
  target: {
    sv: 'Uppskatta också vad det kostar när det beslutade är gjort',
    en: 'Estimate also what it costs when what is decided is done',
  },
  targetHead: { sv: 'När det beslutade är gjort', en: 'When what is decided is done' },
  save: { sv: 'Spara uppskattningen', en: 'Save the estimate' },
  remove: { sv: 'Ta bort uppskattningen', en: 'Remove the estimate' },
  back: { sv: 'Stäng utan att spara', en: 'Close without saving' },
  mend: { sv: 'Rätta det som är markerat.', en: 'Correct what is marked.' },
  mayNot: { sv: 'Du får läsa risken men inte ändra den.', en: 'You may read the risk but not change it.' },
  failed: { sv: 'Uppskattningen sparades inte', en: 'The estimate was not saved' },
} as const

interface LossDialogProps {
  /** The risk, or null for one to be chosen. */
  readonly risk: RecordLink | null
  readonly onClose: () => void
}

/** What a risk costs if it happens, filled in and saved. */
export function LossDialog({ risk, onClose }: LossDialogProps) {
  const say = useSay()
  const [chosen, setChosen] = useState<RecordLink | null>(risk)
  const found = useGet<RecordJson>(chosen ? `/risks/${chosen.id}` : null)
  const record = chosen && found.data?.id === chosen.id ? found.data : null
  const frame = { title: risk ? risk.label : say(words.title), onClose, isOpen: true, width: 'wide' as const }
  if (record) return <Filled key={record.id} record={record} frame={frame} />
  return (
    <Dialog {...frame}>
      {chosen ? <Skeleton height="10rem" /> : <LinkInput label={say(words.which)} to="risk" value={chosen} onChange={setChosen} />}
    </Dialog>
  )
}

const modelIn = (record: RecordJson): LossModel | null => lossModelContent.safeParse(record.lossModel).data ?? null

interface FilledProps {
  readonly record: RecordJson
  readonly frame: { readonly title: string; readonly onClose: () => void; readonly isOpen: boolean; readonly width: 'wide' }
}

function Filled({ record, frame }: FilledProps) {
  const say = useSay()
  const language = useLanguage()
  const queryClient = useQueryClient()
  const before = modelIn(record)
  const [now, setNow] = useState(() => draftOf(before))
  const [target, setTarget] = useState<EstimateDraft | null>(() => (before?.target ? draftOf(before.target) : null))
  const [fault, setFault] = useState<string | null>(null)
  const [hasTried, setTried] = useState(false)
  const [isSaving, setIsSaving] = useState(false)
  const title = `${record.reference ?? ''} ${String(record.title)}`

  const save = async (lossModel: LossModel | null) => {
    setIsSaving(true)
    try {
      await api(`/risks/${record.id}`, { method: 'PATCH', body: { lossModel }, ifMatch: record.version })
      await queryClient.invalidateQueries({ queryKey: ['/risk-losses'] })
      await queryClient.invalidateQueries({ queryKey: [`/risks/${record.id}`] })
      frame.onClose()
    } catch (error) {
      setFault(error instanceof ApiProblem ? (error.fields.lossModel ?? error.message) : String(error))
    } finally {
      setIsSaving(false)
    }
  }

  if (!record.may?.update)
    return (
      <Dialog {...frame} title={title}>
        <p>{say(words.mayNot)}</p>
        {before &&
          lossModelInWords(before, language)
            .split('\n\n')
            .map((part) => <p key={part}>{part.replaceAll('**', '')}</p>)}
      </Dialog>
    )
  const submit = () => {
    setTried(true)
    const isMarked = [now, target].some((draft) => draft && Object.keys(draftFaults(draft)).length > 0)
    const model = isMarked ? null : modelOf(now, target)
    const wrong = model ? lossFault({ lossModel: model }) : words.mend
    setFault(wrong ? say(wrong) : null)
    if (model && !wrong) void save(model)
  }
  return (
    <Dialog
      {...frame}
      stay
      title={title}
      actions={
        <>
          <Button variant="primary" isPending={isSaving} onPress={submit}>
            {say(words.save)}
          </Button>
          {before && (
            <Button variant="quiet" isPending={isSaving} onPress={() => void save(null)}>
              {say(words.remove)}
            </Button>
          )}
          <Button variant="quiet" onPress={frame.onClose}>
            {say(words.back)}
          </Button>
        </>
      }
    >
      <div className="r-estimate">
        {fault && (
          <Banner tone="bad" role="alert" title={say(words.failed)}>
            <p>{fault}</p>
          </Banner>
        )}
        <Estimate draft={now} onChange={setNow} hasTried={hasTried} />
        <Checkbox isSelected={target !== null} onChange={(isOn) => setTarget(isOn ? { ...now } : null)}>
          {say(words.target)}
        </Checkbox>
        {target && (
          <>
            <h3>{say(words.targetHead)}</h3>
            <Estimate draft={target} onChange={setTarget} hasTried={hasTried} />
          </>
        )}
      </div>
    </Dialog>
  )
}

interface EstimateProps {
  readonly draft: EstimateDraft
  readonly onChange: (draft: EstimateDraft) => void
  /** Whether it has been tried to save it: what is missing is not told before that. */
  readonly hasTried: boolean
}

function Estimate({ draft, onChange, hasTried }: EstimateProps) {
  const say = useSay()
  const faults = draftFaults(draft)
  // Without limits of its own the field changes nothing of what is typed: what cannot be is told instead.
  const field = (name: DraftField, unit: string, decimals: number) => {
    const fault = hasTried || draft[name] !== null ? faults[name] : undefined
    return (
      <NumberField
        label={say(words[name])}
        value={draft[name]}
        onChange={(value) => onChange({ ...draft, [name]: value })}
        unit={unit}
        decimals={decimals}
        error={fault && say(fault)}
      />
    )
  }
  return (
    <>
      <RadioGroup
        label={say(words.how)}
        value={draft.kind}
        onChange={(kind) => onChange({ ...draft, kind: kind === 'frequency' ? 'frequency' : 'threePoint' })}
        options={[
          { id: 'threePoint', label: say(words.threePoint), hint: say(words.threePointHint) },
          { id: 'frequency', label: say(words.frequency), hint: say(words.frequencyHint) },
        ]}
      />
      <div className="r-estimate-fields">
        {draft.kind === 'threePoint' ? (
          <>
            {field('percent', '%', 2)}
            {field('low', 'kr', 0)}
            {field('likely', 'kr', 0)}
            {field('high', 'kr', 0)}
          </>
        ) : (
          <>
            {field('frequencyLow', say(words.perYear), 3)}
            {field('frequencyHigh', say(words.perYear), 3)}
            {field('lossLow', 'kr', 0)}
            {field('lossHigh', 'kr', 0)}
          </>
        )}
      </div>
    </>
  )
}
