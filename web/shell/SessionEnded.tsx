import type { Session } from '#web/api/session.ts'
import { Dialog } from '#web/design/Dialog.tsx'
import { useSay } from '#web/language/useSay.ts'
import { SignInForm } from '#web/pages/SignInForm.tsx'

const words = {
  title: { sv: 'Du har blivit utloggad', en: 'You have been signed out' },
  text: {
    sv: 'Sidan ligger kvar som du lämnade den, {name}. Logga in igen så fortsätter du där du var.',
    en: 'The page is as you left it, {name}. Sign in again and go on where you were.',
  },
}

/** Asks for sign-in above a page whose session has ended. */
export default function SessionEnded({ session }: { readonly session: Session }) {
  const say = useSay()
  return (
    <Dialog isOpen stay onClose={() => window.location.assign('/logga-in')} title={say(words.title)}>
      <div className="s-ended">
        <p>{say(words.text).replace('{name}', session.person.name)}</p>
        <SignInForm only={session.authority.demonstration ? session.person.name : null} />
      </div>
    </Dialog>
  )
}
