import { type ComponentType, lazy, Suspense, useId, useState } from 'react'
import { Button } from '#web/design/Button.tsx'
import { useSay } from '#web/language/useSay.ts'
import type { Register } from '../../definition/register.ts'
import { fill } from '../../language/text.ts'
import { type RecordJson, titleOf } from '../data/record.ts'
import type { MoveDialogProps } from './useMove.ts'

const MoveDialog = lazy(() => import('./MoveDialog.tsx'))

interface NextStepProps {
  readonly register: Register
  readonly record: RecordJson
  /** Dialogues of their own for some of the moves, by the name of the move. */
  readonly dialogs?: Readonly<Record<string, ComponentType<MoveDialogProps>>>
  /** Moves that would change nothing for this person. */
  readonly without?: readonly string[]
  /** What is said once a step has been taken, of the record as it has become. */
  readonly saying?: MoveDialogProps['saying']
}

/** The moves this person may make, each with what will happen; the first that leads onwards stands out, one that ends the matter never. */
export function NextStep({ register, record, dialogs = {}, without = [], saying }: NextStepProps) {
  const say = useSay()
  const id = useId()
  const [open, setOpen] = useState<string | null>(null)
  const moves = (record.may?.moves ?? []).flatMap((name) => {
    if (without.includes(name)) return []
    const move = register.workflow?.moves[name]
    return move ? [{ name, move }] : []
  })
  // A dialogue stays open though somebody else has just taken the record on, so that it can say so and keep what is written.
  const opened = open === null ? undefined : register.workflow?.moves[open]
  const chosen = open !== null && opened ? { name: open, move: opened } : undefined
  const forOthers = (record.may?.needAnother ?? []).flatMap((name) => {
    const move = register.workflow?.moves[name]
    return move ? [say(move.label)] : []
  })
  if (moves.length === 0 && forOthers.length === 0 && !chosen) return null
  const Step = chosen ? (dialogs[chosen.name] ?? MoveDialog) : MoveDialog
  const states = Object.keys(register.workflow?.states ?? {})
  const leadsOn = (to: string) => states.indexOf(to) > states.indexOf(record.state ?? '') && register.workflow?.states[to]?.tone !== 'ended'
  const likeliest = moves.find(({ move }) => leadsOn(move.to))?.name
  const missing = (needs: readonly string[] | undefined) =>
    (needs ?? [])
      .filter((field) => record[field] === null || record[field] === undefined)
      .map((field) => say(register.fields[field]?.label ?? { sv: field, en: field }))
  return (
    <section className="v-next" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{say({ sv: 'Nästa steg', en: 'Next step' })}</h2>
      <ul className="v-plain-list">
        {moves.map(({ name, move }) => {
          const lacks = missing(move.needs)
          return (
            <li key={name}>
              <Button
                variant={name === likeliest ? 'primary' : 'secondary'}
                aria-describedby={`${id}-${name}`}
                onPress={() => setOpen(name)}
              >
                {say(move.label)}
              </Button>
              <p id={`${id}-${name}`} className="v-help">
                {move.explain && say(move.explain)}
                {lacks.length > 0 && (
                  <>
                    {' '}
                    {say(
                      fill(
                        { sv: 'Du anger {list} på vägen.', en: 'You state {list} on the way.' },
                        { list: lacks.map((word) => word.toLowerCase()).join(', ') },
                      ),
                    )}
                  </>
                )}
              </p>
            </li>
          )
        })}
      </ul>
      {forOthers.length > 0 && (
        <p className="v-help">
          {forOthers.join(', ')}:{' '}
          {say({
            sv: 'det ska någon annan göra än du, som tog det förra steget.',
            en: 'that is for someone other than you, who took the last step.',
          })}
        </p>
      )}
      {chosen && (
        <Suspense>
          <Step
            key={chosen.name}
            register={register}
            record={record}
            name={chosen.name}
            move={chosen.move}
            title={record.reference ?? titleOf(register, record)}
            saying={saying}
            onClose={() => setOpen(null)}
          />
        </Suspense>
      )}
    </section>
  )
}
