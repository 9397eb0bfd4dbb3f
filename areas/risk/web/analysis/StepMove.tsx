import { lazy, Suspense, useId, useState } from 'react'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import { titleOf } from '#kernel/screens/data/record.ts'
import { Button, type ButtonVariant } from '#web/design/Button.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useRoom } from './data.ts'

const MoveDialog = lazy(() => import('#kernel/screens/record/MoveDialog.tsx'))

/** One move of the analysis, with what will happen; nothing where the person may not make it. */
export function StepMove({ name, variant = 'primary' }: { readonly name: string; readonly variant?: ButtonVariant }) {
  const say = useSay()
  const id = useId()
  const { analysis } = useRoom()
  const register = useCatalogue().register('riskAnalysis')
  const [isOpen, setOpen] = useState(false)
  const move = register.workflow?.moves[name]
  if (!move || (!isOpen && !analysis.may?.moves.includes(name))) return null
  return (
    <div className="ra-move">
      <Button variant={variant} aria-describedby={move.explain ? id : undefined} onPress={() => setOpen(true)}>
        {say(move.label)}
      </Button>
      {move.explain ? (
        <p id={id} className="v-help v-measure">
          {say(move.explain)}
        </p>
      ) : null}
      {isOpen ? (
        <Suspense>
          <MoveDialog
            register={register}
            record={analysis}
            name={name}
            move={move}
            title={analysis.reference ?? titleOf(register, analysis)}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      ) : null}
    </div>
  )
}
