import { useLanguage, useSay } from '#web/language/useSay.ts'
import type { Register } from '../../definition/register.ts'
import type { DerivedField } from '../../fields/field.ts'
import { Value } from '../fields/Value.tsx'
import { type FormValues, payloadOf } from './payload.ts'

interface DerivedProps {
  readonly register: Register
  readonly name: string
  readonly field: DerivedField
  readonly values: FormValues
}

/** A value the rules compute as one writes, with what it is computed from. */
export function Derived({ register, name, field, values }: DerivedProps) {
  const say = useSay()
  const language = useLanguage()
  const computed = field.by?.({ ...Object.fromEntries(field.from.map((part) => [part, null])), ...payloadOf(register, values) })
  const names = field.from.map((part) => register.fields[part]?.label[language]).filter((label): label is string => Boolean(label))
  if (!field.by) return null
  const listed = new Intl.ListFormat(language === 'sv' ? 'sv-SE' : 'en-GB').format(names)
  return (
    <div className="v-field">
      <span className="v-label">{say(field.label)}</span>
      <span className="v-help">{say({ sv: `Räknas ut ur ${listed}.`, en: `Computed from ${listed}.` })}</span>
      <output aria-live="polite" aria-label={say(field.label)}>
        <Value register={register} name={name} field={field} record={{ id: '', [name]: computed }} />
      </output>
    </div>
  )
}
