import { useState } from 'react'
import { fill } from '#kernel/language/text.ts'
import { Button } from '#web/design/Button.tsx'
import { Dialog } from '#web/design/Dialog.tsx'
import { NumberField } from '#web/design/NumberField.tsx'
import { Table } from '#web/design/Parts.tsx'
import { TextArea, TextField } from '#web/design/TextField.tsx'
import { useSay } from '#web/language/useSay.ts'
import { rungs } from '../../../scales/needs.ts'
import type { ModelContent } from '../../classification-model.content.ts'
import { Level } from '../Level.tsx'
import { type PartProps, usesOfLevel, withoutLevel } from './parts.ts'

const words = {
  title: { sv: 'Nivåer', en: 'Levels' },
  lead: {
    sv: 'Modellen använder tre till sex av stegen 0–5, med egna namn. Steget är det som sparas. Därför går det att jämföra värden från olika versioner av modellen.',
    en: 'The model uses three to six of the rungs 0–5, under names of its own. The rung is what is stored, so values from different versions of the model can be compared.',
  },
  level: { sv: 'Nivå', en: 'Level' },
  name: { sv: 'Namn', en: 'Name' },
  meaning: { sv: 'Vad betyder den?', en: 'What does it mean?' },
  review: { sv: 'Omprövas inom', en: 'Reviewed within' },
  months: { sv: 'månader', en: 'months' },
  add: { sv: 'Lägg till nivå {level}', en: 'Add level {level}' },
  remove: { sv: 'Ta bort nivå {level}', en: 'Remove level {level}' },
  lost: {
    sv: 'Nivån är beskriven i {criteria} rutor i matrisen, och {measures} säkerhetsåtgärder krävs från den. Rutorna försvinner ur utkastet. Åtgärderna krävs i stället från närmaste nivå ovanför, om det finns en.',
    en: 'The level is described in {criteria} boxes of the matrix, and {measures} security measures are required from it. The boxes leave the draft. The measures are instead required from the nearest level above, where there is one.',
  },
  past: {
    sv: 'Klassningar som redan är gjorda behåller sin version och sin nivå. Ange under Övrigt vilken nivå de motsvarar i den nya modellen.',
    en: 'Classifications already made keep their version and their level. Say under Other what level they correspond to in the new model.',
  },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
} as const

type LevelPart = ModelContent['levels'][number]

/** The levels of the model: which rungs it uses, what they are called and mean, and how long a classification may stand. */
export function Levels({ content, onChange }: PartProps) {
  const say = useSay()
  const [leaving, setLeaving] = useState<number | null>(null)
  const unused = rungs.map((_, level) => level).filter((level) => !content.levels.some((one) => one.level === level))
  const put = (level: number, part: Partial<LevelPart>) =>
    onChange?.((model) => ({ ...model, levels: model.levels.map((one) => (one.level === level ? { ...one, ...part } : one)) }))
  const add = (level: number) =>
    onChange?.((model) => ({
      ...model,
      levels: [...model.levels, { level, name: rungs[level] ? say(rungs[level]) : '', meaning: '', reviewMonths: 12 }].toSorted(
        (one, other) => one.level - other.level,
      ),
    }))
  const remove = (level: number) => {
    onChange?.((model) => withoutLevel(model, level))
    setLeaving(null)
  }
  return (
    <section aria-labelledby="levels-title" className="v-part">
      <h2 id="levels-title">{say(words.title)}</h2>
      <p className="v-measure v-muted">{say(words.lead)}</p>
      {onChange ? (
        <ol className="i-levels">
          {content.levels.map(({ level, name, meaning, reviewMonths }) => (
            <li key={level} aria-label={`${say(words.level)} ${level}`}>
              <p className="i-levels-mark">
                <Level level={level} name={name} />
              </p>
              <TextField
                size="small"
                label={say(words.name)}
                maxLength={80}
                value={name}
                onChange={(next) => put(level, { name: next })}
                isRequired
              />
              <TextArea
                label={say(words.meaning)}
                lines={2}
                maxLength={1000}
                value={meaning}
                onChange={(next) => put(level, { meaning: next })}
              />
              <NumberField
                size="small"
                label={say(words.review)}
                unit={say(words.months)}
                min={1}
                max={120}
                value={reviewMonths}
                onChange={(next) => put(level, { reviewMonths: next ?? 12 })}
              />
              <Button
                variant="quiet"
                size="small"
                icon="trash"
                aria-label={say(fill(words.remove, { level: `${level} ${name}` }))}
                onPress={() => {
                  const uses = usesOfLevel(content, level)
                  if (uses.criteria || uses.measures) setLeaving(level)
                  else remove(level)
                }}
              />
            </li>
          ))}
        </ol>
      ) : (
        <Table caption={say(words.title)} captionHidden>
          <thead>
            <tr>
              <th scope="col">{say(words.level)}</th>
              <th scope="col">{say(words.meaning)}</th>
              <th scope="col" data-align="right">
                {say(words.review)}
              </th>
            </tr>
          </thead>
          <tbody>
            {content.levels.map(({ level, name, meaning, reviewMonths }) => (
              <tr key={level}>
                <th scope="row">
                  <Level level={level} name={name} />
                </th>
                <td>{meaning}</td>
                <td data-align="right">
                  {reviewMonths} {say(words.months)}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {onChange && unused.length > 0 && (
        <div className="v-add-row">
          {unused.map((level) => (
            <Button key={level} size="small" icon="plus" onPress={() => add(level)}>
              {say(fill(words.add, { level }))}
            </Button>
          ))}
        </div>
      )}
      {leaving !== null && (
        <Dialog
          isOpen
          role="alertdialog"
          title={say(fill(words.remove, { level: leaving }))}
          onClose={() => setLeaving(null)}
          actions={
            <>
              <Button variant="danger" onPress={() => remove(leaving)}>
                {say(fill(words.remove, { level: leaving }))}
              </Button>
              <Button variant="quiet" onPress={() => setLeaving(null)}>
                {say(words.cancel)}
              </Button>
            </>
          }
        >
          <p>{say(fill(words.lost, usesOfLevel(content, leaving)))}</p>
          <p>{say(words.past)}</p>
        </Dialog>
      )}
    </section>
  )
}
