import { useState } from 'react'
import { Button } from '#web/design/Button.tsx'
import { Checkbox } from '#web/design/Checkbox.tsx'
import { Dialog } from '#web/design/Dialog.tsx'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import type { Register } from '../../definition/register.ts'
import { fill } from '../../language/text.ts'
import { columnField, columnsOf } from '../fields/columns.ts'
import { words as common } from '../words.ts'

interface ColumnsDialogProps {
  readonly register: Register
  readonly columns: readonly string[]
  readonly isOwn: boolean
  readonly onSave: (columns: readonly string[] | null) => void
  readonly onClose: () => void
}

/** Chooses which columns a list shows, and in which order. */
export default function ColumnsDialog({ register, columns, isOwn, onSave, onClose }: ColumnsDialogProps) {
  const say = useSay()
  const language = useLanguage()
  const [shown, setShown] = useState<readonly string[]>(columns)
  const hidden = columnsOf(register).filter((name) => !shown.includes(name))
  const labelOf = (name: string) => columnField(register, name)?.label[language] ?? name
  const move = (index: number, step: number) =>
    setShown((all) => {
      const next = [...all]
      const [taken] = next.splice(index, 1)
      if (taken) next.splice(index + step, 0, taken)
      return next
    })
  return (
    <Dialog
      isOpen
      title={say({ sv: 'Välj kolumner', en: 'Choose columns' })}
      onClose={onClose}
      actions={
        <>
          <Button
            variant="primary"
            isDisabled={shown.length === 0}
            onPress={() => {
              onSave(shown)
              onClose()
            }}
          >
            {say({ sv: 'Spara kolumnerna', en: 'Save the columns' })}
          </Button>
          {isOwn && (
            <Button
              onPress={() => {
                onSave(null)
                onClose()
              }}
            >
              {say({ sv: 'Återställ', en: 'Reset' })}
            </Button>
          )}
          <Button variant="quiet" onPress={onClose}>
            {say(common.cancel)}
          </Button>
        </>
      }
    >
      <ol className="v-columns">
        {shown.map((name, index) => (
          <li key={name}>
            <Checkbox isSelected onChange={() => setShown((all) => all.filter((other) => other !== name))}>
              {labelOf(name)}
            </Checkbox>
            <span>
              <Button
                variant="quiet"
                size="small"
                icon="up"
                isDisabled={index === 0}
                aria-label={say(fill({ sv: 'Flytta {name} åt vänster', en: 'Move {name} to the left' }, { name: labelOf(name) }))}
                onPress={() => move(index, -1)}
              />
              <Button
                variant="quiet"
                size="small"
                icon="down"
                isDisabled={index === shown.length - 1}
                aria-label={say(fill({ sv: 'Flytta {name} åt höger', en: 'Move {name} to the right' }, { name: labelOf(name) }))}
                onPress={() => move(index, 1)}
              />
            </span>
          </li>
        ))}
      </ol>
      {hidden.length > 0 && (
        <>
          <h3>{say({ sv: 'Fler kolumner', en: 'More columns' })}</h3>
          <ul className="v-columns">
            {hidden.map((name) => (
              <li key={name}>
                <Checkbox isSelected={false} onChange={() => setShown((all) => [...all, name])}>
                  {labelOf(name)}
                </Checkbox>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
