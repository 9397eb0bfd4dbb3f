import { useState } from 'react'
import { fill } from '#kernel/language/text.ts'
import { Button } from '#web/design/Button.tsx'
import { Dialog } from '#web/design/Dialog.tsx'
import { NumberField } from '#web/design/NumberField.tsx'
import { Table } from '#web/design/Parts.tsx'
import { TextArea, TextField } from '#web/design/TextField.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { consequenceLadder, likelihoodLadder } from '../../../scales/risk.ts'
import type { Axis } from '../../scale.rules.ts'
import { axes, type PartProps, usesOfAxisLevel, withAxisLevel, withoutAxisLevel } from './parts.ts'
import { axisWords } from './words.ts'

const words = {
  lead: {
    sv: 'Varje skala har tre till sex steg med egna namn. Steget är det som sparas, så risker som är värderade med olika versioner går att jämföra. Vikten är det som räknas i riskvärdet.',
    en: 'Each scale has three to six rungs under names of its own. The rung is what is stored, so risks valued by different versions can be compared. The weight is what counts in the risk value.',
  },
  level: { sv: 'Nivå', en: 'Level' },
  name: { sv: 'Namn', en: 'Name' },
  meaning: { sv: 'Vad betyder den?', en: 'What does it mean?' },
  weight: { sv: 'Vikt', en: 'Weight' },
  add: { sv: 'Lägg till steg {level}: {name}', en: 'Add rung {level}: {name}' },
  remove: { sv: 'Ta bort {axis} {level}', en: 'Remove {axis} {level}' },
  lost: {
    sv: 'Nivån används i {cells} rutor i matrisen och är beskriven i {criteria} kriterier. De försvinner ur utkastet.',
    en: 'The level is used in {cells} boxes of the matrix and described in {criteria} criteria. They leave the draft.',
  },
  past: {
    sv: 'Risker som har nivån i dag ändras inte förrän metoden är beslutad. Ange under Övrigt vilken nivå de blir, eller att de ska värderas om.',
    en: 'Risks that have the level today do not change until the method is decided. Say under Other which level they become, or that they are to be valued again.',
  },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
} as const

const ladders = { consequence: consequenceLadder, likelihood: likelihoodLadder } as const

/** The two scales of the method: which rungs they use, what these are called and mean, and what they weigh. */
export function Scales(props: PartProps) {
  const say = useSay()
  return (
    <>
      <p className="v-measure v-muted">{say(words.lead)}</p>
      {axes.map((axis) => (
        <Scale key={axis} axis={axis} {...props} />
      ))}
    </>
  )
}

function Scale({ axis, content, onChange }: PartProps & { readonly axis: Axis }) {
  const say = useSay()
  const format = useFormat()
  const [leaving, setLeaving] = useState<number | null>(null)
  const title = say(axisWords[axis])
  const levels = content[axis]
  const unused = ladders[axis]
    .map((name, index) => ({ level: index + 1, name }))
    .filter(({ level }) => !levels.some((one) => one.level === level))
  const put = (level: number, part: Partial<(typeof levels)[number]>) =>
    onChange?.((method) => ({ ...method, [axis]: method[axis].map((one) => (one.level === level ? { ...one, ...part } : one)) }))
  const remove = (level: number) => {
    onChange?.((method) => withoutAxisLevel(method, axis, level))
    setLeaving(null)
  }
  const removal = (level: number) =>
    say(fill(words.remove, { axis: title.toLowerCase(), level: `${level} ${levels.find((one) => one.level === level)?.name ?? ''}` }))
  return (
    <section aria-labelledby={`scale-${axis}`} className="v-part">
      <h2 id={`scale-${axis}`}>{title}</h2>
      {onChange ? (
        <ol className="rm-levels">
          {levels.map(({ level, name, meaning, weight }) => (
            <li key={level} aria-label={`${title} ${level}`}>
              <span className="rm-rung v-number" aria-hidden="true">
                {level}
              </span>
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
                label={say(words.weight)}
                min={0}
                max={100}
                decimals={1}
                value={weight}
                onChange={(next) => put(level, { weight: next ?? 0 })}
              />
              <Button
                variant="quiet"
                size="small"
                icon="trash"
                aria-label={removal(level)}
                onPress={() => {
                  const uses = usesOfAxisLevel(content, axis, level)
                  if (uses.cells || uses.criteria) setLeaving(level)
                  else remove(level)
                }}
              />
            </li>
          ))}
        </ol>
      ) : (
        <Table caption={title} captionHidden>
          <thead>
            <tr>
              <th scope="col">{say(words.level)}</th>
              <th scope="col">{say(words.meaning)}</th>
              <th scope="col" data-align="right">
                {say(words.weight)}
              </th>
            </tr>
          </thead>
          <tbody>
            {levels.map(({ level, name, meaning, weight }) => (
              <tr key={level}>
                <th scope="row">{name}</th>
                <td>{meaning || '–'}</td>
                <td data-align="right" className="v-number">
                  {format.number(weight)}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {onChange && unused.length > 0 && (
        <div className="v-add-row">
          {unused.map(({ level, name }) => (
            <Button
              key={level}
              size="small"
              icon="plus"
              onPress={() => onChange((method) => withAxisLevel(method, axis, level, say(name)))}
            >
              {say(fill(words.add, { level, name: say(name).toLowerCase() }))}
            </Button>
          ))}
        </div>
      )}
      {leaving !== null && (
        <Dialog
          isOpen
          role="alertdialog"
          title={removal(leaving)}
          onClose={() => setLeaving(null)}
          actions={
            <>
              <Button variant="danger" onPress={() => remove(leaving)}>
                {removal(leaving)}
              </Button>
              <Button variant="quiet" onPress={() => setLeaving(null)}>
                {say(words.cancel)}
              </Button>
            </>
          }
        >
          <p>{say(fill(words.lost, usesOfAxisLevel(content, axis, leaving)))}</p>
          <p>{say(words.past)}</p>
        </Dialog>
      )}
    </section>
  )
}
