import { RadioGroup } from '#web/design/Checkbox.tsx'
import { useSay } from '#web/language/useSay.ts'
import { consequenceLadder, likelihoodLadder } from '../risk.ts'
import { categoryIn, levelBy, type RiskScales, valueBy } from '../risk-value.ts'
import { RiskLevel } from './RiskLevel.tsx'
import './scales.css'

const words = {
  none: { sv: 'Inte bedömt', en: 'Not assessed' },
  gone: { sv: '{name} (finns inte i metoden som gäller)', en: '{name} (not in the method in force)' },
  becomes: { sv: 'Riskvärde {value}:', en: 'Risk value {value}:' },
  notYet: {
    sv: 'Välj konsekvens och sannolikhet, så visas riskvärdet här.',
    en: 'Choose consequence and likelihood and the risk value shows here.',
  },
}

const none = '\u0000'

interface AxisProps {
  readonly axis: 'consequence' | 'likelihood'
  readonly id?: string
  readonly label: string
  readonly method: RiskScales
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly error?: string | undefined
  /** Where a category is chosen, each level of consequence is told by its criteria. */
  readonly category?: string | null
  readonly isRequired?: boolean
}

/** One axis of a valuation, in the words of the method. Only levels that are on its scale can be chosen. */
export function RiskScaleInput({ axis, id, label, method, value, onChange, error, category = null, isRequired = false }: AxisProps) {
  const say = useSay()
  const key = categoryIn(method, category)?.key
  const levels = method[axis].map(({ level, name, meaning }) => ({
    id: String(level),
    label: name,
    hint: (axis === 'consequence' && method.criteria.find((one) => one.category === key && one.level === level)?.text) || meaning,
  }))
  const ladder = axis === 'consequence' ? consequenceLadder : likelihoodLadder
  const stray = value !== null && !method[axis].some(({ level }) => level === value) ? ladder[value - 1] : undefined
  return (
    <RadioGroup
      id={id}
      label={label}
      isRequired={isRequired}
      error={error}
      value={value === null ? (isRequired ? null : none) : String(value)}
      onChange={(next) => onChange(next === none ? null : Number(next))}
      options={[
        ...levels,
        ...(stray ? [{ id: String(value), label: say(words.gone).replace('{name}', say(stray)) }] : []),
        ...(isRequired ? [] : [{ id: none, label: say(words.none) }]),
      ]}
    />
  )
}

/** What a consequence and a likelihood come to by the method, as one chooses. */
export function RiskOutcome({
  method,
  consequence,
  likelihood,
}: {
  readonly method: RiskScales
  readonly consequence: number | null
  readonly likelihood: number | null
}) {
  const say = useSay()
  const value = valueBy(method, consequence, likelihood)
  return (
    <p role="status" className="c-outcome">
      {value === null ? (
        <span className="v-muted">{say(words.notYet)}</span>
      ) : (
        <>
          {say(words.becomes).replace('{value}', String(value))}{' '}
          <RiskLevel level={levelBy(method, consequence, likelihood)} method={method} />
        </>
      )}
    </p>
  )
}
