import { useBlocker } from '@tanstack/react-router'
import { Button } from '#web/design/Button.tsx'
import { Dialog } from '#web/design/Dialog.tsx'
import { useSay } from '#web/language/useSay.ts'

interface LeavingProps {
  readonly isFree: () => boolean
  /** The page keeps what is written while only the question part of its address changes: it has parts of its own. */
  readonly hasParts?: boolean
}

/** Asks before a page with unsaved work is left. `isFree` is asked at that moment, so that a save may let itself through. */
export function Leaving({ isFree, hasParts = false }: LeavingProps) {
  const say = useSay()
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => !(hasParts && current.pathname === next.pathname) && !isFree(),
    enableBeforeUnload: () => !isFree(),
    withResolver: true,
  })
  if (blocker.status !== 'blocked') return null
  return (
    <Dialog
      isOpen
      role="alertdialog"
      title={say({ sv: 'Vill du lämna sidan?', en: 'Do you want to leave the page?' })}
      onClose={blocker.reset}
      actions={
        <>
          <Button variant="primary" onPress={blocker.reset}>
            {say({ sv: 'Stanna kvar', en: 'Stay' })}
          </Button>
          <Button onPress={blocker.proceed}>{say({ sv: 'Lämna sidan', en: 'Leave the page' })}</Button>
        </>
      }
    >
      <p>
        {say({
          sv: 'Det du har skrivit är inte sparat i registret. Det ligger kvar som utkast i den här fliken, så att du kan fortsätta när du kommer tillbaka.',
          en: 'What you have written is not saved in the register. It stays as a draft in this tab, so that you can go on when you come back.',
        })}
      </p>
    </Dialog>
  )
}
