import { useId } from 'react'
import { useMaybeSession, useToday } from '#web/api/session.ts'
import { Button } from '#web/design/Button.tsx'
import { DateField } from '#web/design/DateField.tsx'
import type { FieldFrame } from '#web/design/Field.tsx'
import { Icon } from '#web/design/Icon.tsx'
import { TextField } from '#web/design/TextField.tsx'
import { useSay } from '#web/language/useSay.ts'
import type { Secrecy } from '../../fields/field.ts'

/**
 * Provisions of the Public Access to Information and Secrecy Act (OSL, 2009:400) that work with information security often meets.
 * Suggestions only: the one who marks decides which applies.
 */
const provisions = [
  {
    provision: '18 kap. 8 § 3 OSL',
    about: { sv: 'säkerhets- och bevakningsåtgärder för it-system', en: 'security measures for IT systems' },
  },
  { provision: '18 kap. 8 § OSL', about: { sv: 'säkerhets- och bevakningsåtgärder', en: 'security measures' } },
  { provision: '18 kap. 13 § OSL', about: { sv: 'risk- och sårbarhetsanalyser', en: 'risk and vulnerability analyses' } },
  { provision: '15 kap. 2 § OSL', about: { sv: 'försvarssekretess', en: 'defence secrecy' } },
]

interface SecrecyInputProps extends FieldFrame {
  readonly value: Secrecy | null
  readonly onChange: (value: Secrecy | null) => void
  /** What is wrong with a part, by its name. */
  readonly errors: Readonly<Record<string, string | undefined>>
}

/** A secrecy marking: the provision, the day it was noted and the authority that noted it (5 kap. 5 § OSL). */
export function SecrecyInput({ value, onChange, errors, ...frame }: SecrecyInputProps) {
  const say = useSay()
  const today = useToday()
  const authority = useMaybeSession()?.authority.name ?? ''
  const made = useId()
  const own = frame.id ?? made
  if (!value)
    return (
      <div className="v-field">
        <span className="v-label" id={`${own}-label`}>
          {frame.label}
        </span>
        {frame.help ? <span className="v-help">{frame.help}</span> : null}
        <span>
          <Button
            id={own}
            icon="lock"
            size="small"
            aria-describedby={`${own}-label`}
            onPress={() => onChange({ provision: '', markedOn: today, authority })}
          >
            {say({ sv: 'Sekretessmarkera', en: 'Mark as secret' })}
          </Button>
        </span>
        {frame.error ? (
          <span className="v-error">
            <Icon name="warning" size={16} />
            <span>{frame.error}</span>
          </span>
        ) : null}
      </div>
    )
  const set = (part: Partial<Secrecy>) => onChange({ ...value, ...part })
  return (
    <fieldset className="v-secrecy">
      <legend className="v-label">{frame.label}</legend>
      {frame.help ? <p className="v-help">{frame.help}</p> : null}
      <TextField
        id={own}
        label={say({ sv: 'Bestämmelse', en: 'Provision' })}
        help={say({
          sv: 'Markeringen är en påminnelse. Frågan prövas på nytt när någon begär ut uppgiften.',
          en: 'The marking is a reminder. The question is tried anew when someone asks for the information.',
        })}
        value={value.provision}
        onChange={(provision) => set({ provision })}
        error={errors.provision ?? frame.error}
        isRequired
      />
      <div className="v-suggestions">
        {provisions.map((one) => (
          <Button key={one.provision} variant="quiet" size="small" onPress={() => set({ provision: one.provision })}>
            {one.provision} <span className="v-muted">{say(one.about)}</span>
          </Button>
        ))}
      </div>
      <DateField
        label={say({ sv: 'Datum för markeringen', en: 'Date of the marking' })}
        value={value.markedOn || null}
        onChange={(markedOn) => set({ markedOn: markedOn ?? '' })}
        error={errors.markedOn}
        isRequired
      />
      <TextField
        label={say({ sv: 'Myndighet som markerar', en: 'Authority that marks' })}
        value={value.authority}
        onChange={(name) => set({ authority: name })}
        error={errors.authority}
        isRequired
      />
      <span>
        <Button variant="quiet" size="small" icon="close" onPress={() => onChange(null)}>
          {say({ sv: 'Ta bort markeringen', en: 'Remove the marking' })}
        </Button>
      </span>
    </fieldset>
  )
}
