import { type ComponentType, lazy, Suspense, useState } from 'react'
import { Button } from '#web/design/Button.tsx'
import { useSay } from '#web/language/useSay.ts'
import type { Register } from '../../definition/register.ts'
import { titleOf } from '../data/record.ts'
import { useRecord } from '../data/useRecords.ts'
import type { MoveDialogProps } from './useMove.ts'

const MoveDialog = lazy(() => import('./MoveDialog.tsx'))

/** The moves the person may make with a record that is shown within the page of another, as small buttons. */
export function PartMoves({
  register,
  id,
  about,
  dialogs = {},
}: {
  readonly register: Register
  readonly id: string
  /** What the buttons are about, for the one who listens. */
  readonly about: string
  readonly dialogs?: Readonly<Record<string, ComponentType<MoveDialogProps>>>
}) {
  const say = useSay()
  const [open, setOpen] = useState<string | null>(null)
  const record = useRecord(register, id).data
  const names = record?.may?.moves ?? []
  const chosen = open === null ? undefined : register.workflow?.moves[open]
  if (!record || names.length === 0) return null
  const Step = (open && dialogs[open]) || MoveDialog
  return (
    <div className="v-part-moves">
      {names.map((name) => {
        const move = register.workflow?.moves[name]
        return move ? (
          <Button key={name} size="small" onPress={() => setOpen(name)}>
            {say(move.label)}
            <span className="v-hidden">: {about}</span>
          </Button>
        ) : null
      })}
      {open && chosen && (
        <Suspense>
          <Step
            register={register}
            record={record}
            name={open}
            move={chosen}
            title={titleOf(register, record)}
            onClose={() => setOpen(null)}
          />
        </Suspense>
      )}
    </div>
  )
}
