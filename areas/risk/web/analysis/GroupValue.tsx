import { useState } from 'react'
import { shapeOf } from '#kernel/fields/field.ts'
import { fill } from '#kernel/language/text.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import type { RecordLink } from '#kernel/screens/data/record.ts'
import { LinkInput } from '#kernel/screens/fields/LinkInput.tsx'
import { Banner } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { RadioGroup } from '#web/design/Checkbox.tsx'
import { Select } from '#web/design/Select.tsx'
import { TextArea } from '#web/design/TextField.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useKept } from '#web/shell/kept.ts'
import type { WorkshopRisk } from '../../risk-analysis.answer.ts'
import { middle } from '../../risk-analysis.rules.ts'
import type { RiskMethodContent } from '../../risk-method.content.ts'
import { levelBy, valueBy } from '../../risk-method.rules.ts'
import { useCarefulChange } from './data.ts'
import { SpreadMatrix } from './SpreadMatrix.tsx'
import { axisNames, common } from './words.ts'

const words = {
  press: { sv: 'Välj rutan i matrisen, eller nivåerna här.', en: 'Choose the place in the matrix, or the levels here.' },
  middle: {
    sv: 'Mitten av bedömningarna är {consequence}, {likelihood}.',
    en: 'The middle of the judgements is {consequence}, {likelihood}.',
  },
  useMiddle: { sv: 'Utgå från mitten', en: 'Start from the middle' },
  becomes: { sv: 'Riskvärdet blir {value}: {level}.', en: 'The risk value becomes {value}: {level}.' },
  reason: { sv: 'Varför blev det så?', en: 'Why did it become so?' },
  reasonHelp: {
    sv: 'Skriv vad som avgjorde. Det sparas i riskens historik.',
    en: 'Write what decided it. It is kept in the history of the risk.',
  },
  category: { sv: 'Var blir skadan störst?', en: 'Where is the harm greatest?' },
  owner: { sv: 'Vem äger risken?', en: 'Who owns the risk?' },
  ownerHelp: { sv: 'Utan ägare kan risken inte lämnas för beslut.', en: 'Without an owner the risk cannot be submitted for decision.' },
  inherent: { sv: 'Utan de åtgärder som finns i dag', en: 'Without the measures there are today' },
  target: { sv: 'När planerade åtgärder är klara', en: 'When planned actions are done' },
  save: { sv: 'Spara gruppens värde', en: 'Save the value of the group' },
  lacking: { sv: 'Välj både konsekvens och sannolikhet, och skriv varför.', en: 'Choose both consequence and likelihood, and write why.' },
  mine: { sv: 'Spara vårt värde', en: 'Save our value' },
  theirs: { sv: 'Behåll det som står', en: 'Keep what stands' },
  choose: { sv: 'Ingen vald', en: 'None chosen' },
}

const levelFields = [
  'consequence',
  'likelihood',
  'inherentConsequence',
  'inherentLikelihood',
  'targetConsequence',
  'targetLikelihood',
] as const
type LevelField = (typeof levelFields)[number]

interface Written extends Readonly<Record<LevelField, number | null>> {
  readonly category: string | null
  readonly confidence: number | null
  readonly owner: RecordLink | null
  readonly reason: string
}

interface GroupValueProps {
  readonly risk: WorkshopRisk
  readonly method: RiskMethodContent
  readonly onDone: () => void
}

/** The value the group arrives at, with why; beside it what the risk would be without measures and when the actions are done. */
export function GroupValue({ risk, method, onDone }: GroupValueProps) {
  const say = useSay()
  const confidences = useCatalogue().register('risk').fields.confidence
  const { change, meeting, forget, errors, general, isSending } = useCarefulChange(`/risks/${risk.id}`)
  const [base] = useState(risk)
  const draft = useKept<Written>(`gruppvarde:${risk.id}`, {
    ...(Object.fromEntries(levelFields.map((name) => [name, base[name]])) as Record<LevelField, number | null>),
    category: base.category,
    confidence: base.confidence,
    owner: base.owner,
    reason: '',
  })
  const [problem, setProblem] = useState<string | null>(null)
  const written = draft.value
  const put = (next: Partial<Written>) => draft.write({ ...written, ...next })
  const value = valueBy(method, written.consequence, written.likelihood)
  const level = levelBy(method, written.consequence, written.likelihood)
  const nameOn = (axis: 'consequence' | 'likelihood', at: number | null) => method[axis].find((one) => one.level === at)?.name ?? '–'
  const mid = {
    consequence: middle(risk.estimates.map((one) => one.consequence)),
    likelihood: middle(risk.estimates.map((one) => one.likelihood)),
  }
  const optionsOf = (axis: 'consequence' | 'likelihood') =>
    method[axis].map((one) => ({ id: String(one.level), label: one.name, ...(one.meaning.trim() ? { hint: one.meaning } : {}) }))
  const levelSelect = (name: LevelField, axis: 'consequence' | 'likelihood') => (
    <Select
      label={say(axisNames[axis])}
      options={optionsOf(axis)}
      value={written[name] === null ? null : String(written[name])}
      onChange={(next) => put({ [name]: next === null ? null : Number(next) })}
      emptyLabel={say(words.choose)}
      error={errors[name]}
    />
  )
  const shape = confidences ? shapeOf(confidences) : null
  const save = async (over = meeting?.current) => {
    if (written.consequence === null || written.likelihood === null || !written.reason.trim()) return setProblem(say(words.lacking))
    setProblem(null)
    const values: Record<string, unknown> = {}
    for (const name of [...levelFields, 'category', 'confidence'] as const) if (written[name] !== base[name]) values[name] = written[name]
    if ((written.owner?.id ?? null) !== (base.owner?.id ?? null)) values.owner = written.owner?.id ?? null
    if (Object.keys(values).length && !(await change({ ...base }, values, { reason: written.reason.trim(), ...(over ? { over } : {}) })))
      return
    draft.drop()
    onDone()
  }
  const leave = () => {
    draft.drop()
    forget()
    onDone()
  }
  return (
    <div className="ra-form ra-group">
      {problem || general ? (
        <Banner tone="bad" role="alert" title={say(common.notSaved)}>
          {problem ?? general}
        </Banner>
      ) : null}
      {meeting ? (
        <Banner
          tone="waiting"
          role="alert"
          title={say({
            sv: `${meeting.current.changedBy?.label ?? 'Någon annan'} värderade risken samtidigt`,
            en: `${meeting.current.changedBy?.label ?? 'Somebody else'} valued the risk at the same time`,
          })}
          actions={
            <>
              <Button size="small" onPress={() => void save()}>
                {say(words.mine)}
              </Button>
              <Button size="small" onPress={leave}>
                {say(words.theirs)}
              </Button>
            </>
          }
        />
      ) : null}
      <SpreadMatrix method={method} estimates={risk.estimates} chosen={written} onChoose={(place) => put(place)} />
      <p className="v-help">{say(words.press)}</p>
      {mid.consequence !== null && mid.likelihood !== null && risk.estimates.length > 1 ? (
        <p>
          {say(
            fill(words.middle, {
              consequence: nameOn('consequence', mid.consequence),
              likelihood: nameOn('likelihood', mid.likelihood).toLowerCase(),
            }),
          )}{' '}
          <Button size="small" variant="quiet" onPress={() => put(mid)}>
            {say(words.useMiddle)}
          </Button>
        </p>
      ) : null}
      <div className="ra-pair">
        {levelSelect('consequence', 'consequence')}
        {levelSelect('likelihood', 'likelihood')}
      </div>
      <p role="status">
        {value !== null
          ? say(fill(words.becomes, { value, level: method.levels.find((one) => one.level === level)?.name.toLowerCase() ?? '–' }))
          : ''}
      </p>
      <TextArea
        label={say(words.reason)}
        help={say(words.reasonHelp)}
        lines={2}
        maxLength={1000}
        isRequired
        value={written.reason}
        onChange={(reason) => put({ reason })}
      />
      {shape?.kind === 'scale' && confidences ? (
        <RadioGroup
          row
          label={say(confidences.label)}
          options={shape.levels.map((text, at) => ({ id: String(shape.first + at), label: say(text) }))}
          value={written.confidence === null ? null : String(written.confidence)}
          onChange={(next) => put({ confidence: Number(next) })}
        />
      ) : null}
      <LinkInput
        to="person"
        label={say(words.owner)}
        help={say(words.ownerHelp)}
        value={written.owner}
        onChange={(owner) => put({ owner })}
        error={errors.owner}
      />
      {method.categories.length ? (
        <Select
          label={say(words.category)}
          options={method.categories.map(({ name }) => ({ id: name, label: name }))}
          value={written.category}
          onChange={(category) => put({ category })}
          emptyLabel={say(words.choose)}
        />
      ) : null}
      <details className="v-details" open={written.inherentConsequence !== null || undefined}>
        <summary>{say(words.inherent)}</summary>
        <div className="ra-pair">
          {levelSelect('inherentConsequence', 'consequence')}
          {levelSelect('inherentLikelihood', 'likelihood')}
        </div>
      </details>
      <details className="v-details" open={written.targetConsequence !== null || undefined}>
        <summary>{say(words.target)}</summary>
        <div className="ra-pair">
          {levelSelect('targetConsequence', 'consequence')}
          {levelSelect('targetLikelihood', 'likelihood')}
        </div>
      </details>
      <div className="ra-buttons">
        <Button variant="primary" isPending={isSending} onPress={() => void save()}>
          {say(words.save)}
        </Button>
        <Button variant="quiet" onPress={leave}>
          {say(common.cancel)}
        </Button>
      </div>
    </div>
  )
}
