import { useState } from 'react'
import { Button } from '#web/design/Button.tsx'
import { RadioGroup } from '#web/design/Checkbox.tsx'
import { Dialog } from '#web/design/Dialog.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { fill } from '../../language/text.ts'
import { type Choices, merge } from './parts.ts'
import type { Meeting } from './useVersionDraft.ts'
import type { Versioned, VersionValues } from './versioned.ts'

const words = {
  title: { sv: 'Någon annan har sparat utkastet', en: 'Someone else has saved the draft' },
  who: {
    sv: '{name} sparade {when}. Inget av det du eller {name} har skrivit går förlorat.',
    en: '{name} saved {when}. Nothing that you or {name} have written is lost.',
  },
  someone: { sv: 'En annan person', en: 'Another person' },
  taken: {
    sv: 'Det här har ändrats utan att du har rört det, och tas med:',
    en: 'This was changed without you touching it, and is taken in:',
  },
  both: { sv: 'Det här har ni båda ändrat. Vad ska gälla?', en: 'This you have both changed. Which is to stand?' },
  none: { sv: 'Ni har ändrat olika saker. Båda sparas.', en: 'You have changed different things. Both are saved.' },
  mine: { sv: 'Mitt', en: 'Mine' },
  theirs: { sv: 'Den andres', en: 'Theirs' },
  before: { sv: 'Före: {value}', en: 'Before: {value}' },
  save: { sv: 'Spara tillsammans', en: 'Save together' },
  back: { sv: 'Tillbaka till utkastet', en: 'Back to the draft' },
} as const

interface MeetingDialogProps<Content> {
  readonly kind: Versioned<Content>
  readonly meeting: Meeting<Content>
  readonly from: VersionValues<Content>
  readonly mine: VersionValues<Content>
  readonly isSaving: boolean
  readonly onSettle: (choices: Choices) => void
  readonly onClose: () => void
}

/** What two have changed in the same draft, part by part; what only one has changed is kept without a question. */
export function MeetingDialog<Content>({ kind, meeting, from, mine, isSaving, onSettle, onClose }: MeetingDialogProps<Content>) {
  const { cutting, partName, partWords } = kind
  const say = useSay()
  const language = useLanguage()
  const format = useFormat()
  const [choices, setChoices] = useState<Choices>({})
  const { collisions, taken } = merge(cutting, from.content, mine.content, meeting.theirs.content)
  const texts = (['name', 'description'] as const)
    .filter((name) => from[name] !== mine[name] && from[name] !== meeting.theirs[name] && mine[name] !== meeting.theirs[name])
    .map((name) => ({ key: name, base: from[name], mine: mine[name], theirs: meeting.theirs[name] }))
  const both = [...texts, ...collisions]
  const contents = [mine.content, meeting.theirs.content, from.content]
  const name = meeting.current.changedBy?.label ?? say(words.someone)
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
          <Button variant="primary" isPending={isSaving} onPress={() => onSettle(choices)}>
            {say(words.save)}
          </Button>
          <Button variant="quiet" onPress={onClose}>
            {say(words.back)}
          </Button>
        </>
      }
    >
      <p>{say(fill(words.who, { name, when: format.moment(meeting.current.changedAt) }))}</p>
      {taken.length > 0 && (
        <div>
          <p>{say(words.taken)}</p>
          <dl className="v-changes">
            {taken.map(({ key, from: was, to }) => (
              <div key={key}>
                <dt>{partName(key, contents, language)}</dt>
                <dd>
                  <del>{partWords(key, was, contents, language)}</del> <span aria-hidden="true">→</span>{' '}
                  <ins>{partWords(key, to, contents, language)}</ins>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      <p>{say(both.length ? words.both : words.none)}</p>
      {both.map((one) => (
        <RadioGroup
          key={one.key}
          label={partName(one.key, contents, language)}
          help={say(fill(words.before, { value: partWords(one.key, one.base, contents, language) }))}
          value={choices[one.key] ?? 'mine'}
          onChange={(value) => setChoices((all) => ({ ...all, [one.key]: value === 'theirs' ? 'theirs' : 'mine' }))}
          options={[
            { id: 'mine', label: `${say(words.mine)}: ${partWords(one.key, one.mine, contents, language)}` },
            { id: 'theirs', label: `${say(words.theirs)}: ${partWords(one.key, one.theirs, contents, language)}` },
          ]}
        />
      ))}
    </Dialog>
  )
}
