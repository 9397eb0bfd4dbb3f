import { TextArea } from '#web/design/TextField.tsx'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import type { Register } from '../../definition/register.ts'
import { inputId } from '../fields/FieldInput.tsx'

/** The name under which the reason of a change stands among the errors of a form. */
export const reasonField = 'reason'

interface ReasonProps {
  readonly register: Register
  /** The changed fields that ask for a reason. */
  readonly fields: readonly string[]
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
}

/** Asks why something that matters is changed. */
export function ReasonInput({ register, fields, value, onChange, error }: ReasonProps) {
  const say = useSay()
  const language = useLanguage()
  const names = fields.map((name) => register.fields[name]?.label[language]).filter((label): label is string => Boolean(label))
  const listed = new Intl.ListFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { type: 'conjunction' }).format(names)
  return (
    <TextArea
      id={inputId(reasonField)}
      label={say({ sv: 'Varför gör du ändringen?', en: 'Why do you make the change?' })}
      help={
        names.length
          ? say({
              sv: `Du har ändrat ${listed}. Skälet sparas i historiken.`,
              en: `You have changed ${listed}. The reason is kept in the history.`,
            })
          : say({ sv: 'Skälet sparas i historiken.', en: 'The reason is kept in the history.' })
      }
      lines={2}
      value={value}
      onChange={onChange}
      error={error}
      isRequired
    />
  )
}
