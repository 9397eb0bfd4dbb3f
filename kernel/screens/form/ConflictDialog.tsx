import { useState } from 'react'
import { Button } from '#web/design/Button.tsx'
import { RadioGroup } from '#web/design/Checkbox.tsx'
import { Dialog } from '#web/design/Dialog.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import type { Register } from '../../definition/register.ts'
import { fill, type Text } from '../../language/text.ts'
import type { Conflict } from '../data/record.ts'
import { withoutSigns } from '../fields/plain.ts'
import { isEmpty, valueWords } from '../fields/words.ts'
import { words as common } from '../words.ts'

const words = {
  title: { sv: 'Någon annan hann spara först', en: 'Someone else saved first' },
  who: {
    sv: '{name} sparade posten {when} medan du skrev. Välj för varje uppgift vad som ska gälla och spara igen. Inget av det du har skrivit är borta.',
    en: '{name} saved the record {when} while you were writing. Choose for each value which is to stand, and save again. Nothing you have written is lost.',
  },
  none: {
    sv: 'Ni har inte ändrat samma uppgifter. Spara igen, så gäller bådas ändringar.',
    en: 'You have not changed the same values. Save again and both changes will stand.',
  },
  taken: { sv: 'Det här har den andra ändrat, och det står kvar:', en: 'This the other has changed, and it stands:' },
  before: { sv: 'Tidigare: {value}', en: 'Before: {value}' },
  theirs: { sv: 'Sparat nu', en: 'Saved now' },
  mine: { sv: 'Ditt', en: 'Yours' },
  save: { sv: 'Spara med de här valen', en: 'Save with these choices' },
} satisfies Record<string, Text>

/** Which value is to stand for each field both have changed. */
export type Choices = Readonly<Record<string, 'theirs' | 'mine'>>

interface ConflictDialogProps {
  readonly register: Register
  readonly conflict: Conflict
  /** What the person has in the form, by field, to be shown in words. */
  readonly yours: Readonly<Record<string, unknown>>
  readonly isSaving: boolean
  readonly onClose: () => void
  readonly onSave: (choices: Choices) => void
}

/** What two people have changed at once, field by field, for the later one to settle. */
export function ConflictDialog({ register, conflict, yours, isSaving, onClose, onSave }: ConflictDialogProps) {
  const say = useSay()
  const language = useLanguage()
  const format = useFormat()
  const [choices, setChoices] = useState<Choices>({})
  const worded = (name: string, value: unknown) => {
    const field = register.fields[name]
    if (!field || isEmpty(value)) return say(common.nothing)
    const text = valueWords(field, value, language)
    return field.kind === 'rich' ? withoutSigns(text) : text
  }
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
  const known = conflict.difference.filter((one) => register.fields[one.field] && register.fields[one.field]?.kind !== 'derived')
  const differing = known.filter((one) => 'yours' in one && !same(one.base, one.current) && !same(yours[one.field], one.current))
  const taken = known.filter((one) => !('yours' in one))
  const { current } = conflict
  return (
    <Dialog
      isOpen
      stay
      role="alertdialog"
      width="wide"
      title={say(words.title)}
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" onPress={() => onSave(choices)}>
            {say(isSaving ? common.saving : words.save)}
          </Button>
          <Button variant="quiet" onPress={onClose}>
            {say({ sv: 'Tillbaka till formuläret', en: 'Back to the form' })}
          </Button>
        </>
      }
    >
      <p>{say(fill(words.who, { name: current.changedBy?.label ?? say(common.unknownPerson), when: format.moment(current.changedAt) }))}</p>
      {differing.length === 0 && <p>{say(words.none)}</p>}
      {taken.length > 0 && (
        <div>
          <p>{say(words.taken)}</p>
          <dl className="v-changes">
            {taken.map((one) => (
              <div key={one.field}>
                <dt>{register.fields[one.field]?.label[language]}</dt>
                <dd>
                  <del>{worded(one.field, one.base)}</del> <span aria-hidden="true">→</span> <ins>{worded(one.field, one.current)}</ins>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {differing.map((one) => (
        <div key={one.field} className="v-conflict">
          <RadioGroup
            label={register.fields[one.field]?.label[language] ?? one.field}
            help={say(fill(words.before, { value: worded(one.field, one.base) }))}
            value={choices[one.field] ?? 'mine'}
            onChange={(value) => setChoices((all) => ({ ...all, [one.field]: value === 'theirs' ? 'theirs' : 'mine' }))}
            options={[
              { id: 'mine', label: `${say(words.mine)}: ${worded(one.field, yours[one.field])}` },
              { id: 'theirs', label: `${say(words.theirs)}: ${worded(one.field, one.current)}` },
            ]}
          />
        </div>
      ))}
    </Dialog>
  )
}
