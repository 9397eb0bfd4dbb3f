import { lazy, Suspense } from 'react'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import { titleOf } from '#kernel/screens/data/record.ts'
import { useRecord } from '#kernel/screens/data/useRecords.ts'
import type { ActionItem } from '../../standing.answers.ts'

const MoveDialog = lazy(() => import('#kernel/screens/record/MoveDialog.tsx'))

/** A move somebody has begun to make. */
export interface Begun {
  readonly item: ActionItem
  readonly move: string
}

/** Asks for what the move needs, of the action as it stands now. */
export function Moving({ begun, onClose }: { readonly begun: Begun | null; readonly onClose: () => void }) {
  const register = useCatalogue().register('action')
  const found = useRecord(register, begun?.item.id ?? null)
  const move = begun ? register.workflow?.moves[begun.move] : undefined
  if (!begun || !move || !found.data) return null
  return (
    <Suspense>
      <MoveDialog
        key={`${begun.item.id} ${begun.move}`}
        register={register}
        record={found.data}
        name={begun.move}
        move={move}
        title={found.data.reference ?? titleOf(register, found.data)}
        onClose={onClose}
      />
    </Suspense>
  )
}
