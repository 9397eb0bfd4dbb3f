import type { Register } from '#kernel/definition/register.ts'
import { FieldInput, inputId } from '#kernel/screens/fields/FieldInput.tsx'
import type { DrawnInput } from '#kernel/screens/form/PartForm.tsx'
import { Skeleton } from '#web/design/Banner.tsx'
import { Select } from '#web/design/Select.tsx'
import { useSay } from '#web/language/useSay.ts'
import { categoryIn, type RiskScales } from '../risk-value.ts'
import { NoRiskMethod } from './NoRiskMethod.tsx'
import { RiskOutcome, RiskScaleInput } from './RiskScaleInput.tsx'
import { useRiskMethod } from './useRiskMethod.ts'

const words = {
  category: { sv: 'Var blir skadan störst?', en: 'Where is the harm greatest?' },
  categoryHelp: {
    sv: 'Välj en kategori, så visas vad nivåerna betyder för den.',
    en: 'Choose a category to see what the levels mean for it.',
  },
  none: { sv: 'Ingen vald', en: 'None chosen' },
  without: { sv: 'Utan åtgärder', en: 'Without measures' },
  withoutHelp: {
    sv: 'Hur allvarligt vore det om inget skydd alls fanns på plats?',
    en: 'How serious would it be with no protection in place at all?',
  },
  target: { sv: 'När åtgärderna är klara', en: 'When the actions are done' },
  targetHelp: {
    sv: 'Vart vill ni komma med det ni har beslutat att göra?',
    en: 'Where do you want to get with what you have decided to do?',
  },
}

const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)
const axes = ['consequence', 'likelihood'] as const
const fieldOf = (axis: (typeof axes)[number], before: '' | 'inherent' | 'target') => (before ? `${before}${capital(axis)}` : axis)

interface ValuingProps extends DrawnInput {
  readonly register: Register
  /** Only the valuation as it is now, or as it becomes by an option: without what it is before and after. */
  readonly only?: 'one'
}

/** The valuation of a risk in the words of the method in force, with what it comes to as one chooses. */
export function RiskValuing(props: ValuingProps) {
  const found = useRiskMethod()
  const { register, values, put, errors } = props
  if (found === undefined) return <Skeleton height="10rem" />
  if (found) return <ByMethod {...props} method={found.content} />
  const names = axes.map((axis) => fieldOf(axis, ''))
  return (
    <div className="c-valuing">
      <NoRiskMethod />
      {names.map((name) => {
        const field = register.fields[name]
        return field ? (
          <FieldInput key={name} name={name} field={field} value={values[name]} onChange={(value) => put(name, value)} errors={errors} />
        ) : null
      })}
    </div>
  )
}

/** A single valuation, such as what a risk becomes by an option. */
export const OneValuing = (props: Omit<ValuingProps, 'only'>) => <RiskValuing {...props} only="one" />

function ByMethod({ method, only, ...given }: ValuingProps & { readonly method: RiskScales }) {
  const say = useSay()
  const { register, values, put, errors } = given
  const hasCategory = Boolean(register.fields.category)
  const written = typeof values.category === 'string' ? values.category : null
  const chosen = categoryIn(method, written)
  const names = method.categories.map(({ name }) => name)
  const category = chosen?.name ?? written
  return (
    <div className="c-valuing">
      {hasCategory && (
        <Select
          id={inputId('category')}
          label={say(words.category)}
          help={chosen?.question || say(words.categoryHelp)}
          emptyLabel={say(words.none)}
          options={[...names, ...(category && !chosen ? [category] : [])].map((name) => ({ id: name, label: name }))}
          value={category}
          onChange={(name) => put('category', name)}
          error={errors.category}
        />
      )}
      <Pair {...given} method={method} before="" category={category} />
      {only === undefined &&
        (['inherent', 'target'] as const).map((before) => (
          <details key={before} className="v-details" open={axes.some((axis) => numberIn(values[fieldOf(axis, before)]) !== null)}>
            <summary>{say(before === 'inherent' ? words.without : words.target)}</summary>
            <div>
              <p className="v-help">{say(before === 'inherent' ? words.withoutHelp : words.targetHelp)}</p>
              <Pair {...given} method={method} before={before} category={category} />
            </div>
          </details>
        ))}
    </div>
  )
}

function Pair({
  register,
  values,
  put,
  errors,
  method,
  before,
  category,
}: DrawnInput & {
  readonly register: Register
  readonly method: RiskScales
  readonly before: '' | 'inherent' | 'target'
  readonly category: string | null
}) {
  const say = useSay()
  const [consequence = null, likelihood = null] = axes.map((axis) => numberIn(values[fieldOf(axis, before)]))
  return (
    <>
      {axes.map((axis) => {
        const name = fieldOf(axis, before)
        const field = register.fields[name]
        return field ? (
          <RiskScaleInput
            key={name}
            axis={axis}
            id={inputId(name)}
            label={say(field.label)}
            method={method}
            category={category}
            value={numberIn(values[name])}
            onChange={(level) => put(name, level)}
            error={errors[name]}
          />
        ) : null
      })}
      <RiskOutcome method={method} consequence={consequence} likelihood={likelihood} />
    </>
  )
}
