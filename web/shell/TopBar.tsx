import { lazy, Suspense, useRef, useState } from 'react'
import type { Session } from '#web/api/session.ts'
import { Button } from '#web/design/Button.tsx'
import { Icon } from '#web/design/Icon.tsx'
import { Link } from '#web/design/Link.tsx'
import { setLanguage, useLanguage, useSay } from '#web/language/useSay.ts'
import { AsOfControl } from './AsOfControl.tsx'
import { Bell } from './Bell.tsx'
import { NavigationList, navigationWords } from './Navigation.tsx'
import { isOnlyEmployee } from './places.ts'

const MeMenu = lazy(() => import('./MeMenu.tsx'))

const words = {
  find: { sv: 'Sök eller gå till …', en: 'Search or go to …' },
  menu: { sv: 'Visa menyn', en: 'Show the menu' },
  close: { sv: 'Stäng menyn', en: 'Close the menu' },
  me: { sv: 'Jag och mina inställningar', en: 'Me and my settings' },
  demonstration: { sv: 'Demonstration', en: 'Demonstration' },
  product: { sv: 'Informationssäkerhet i Värna', en: 'Information security in Värna' },
}

const isApple = /Mac|iPhone|iPad/.test(navigator.platform)

/** What stands above every page: whose it is, the search, the day, the language, and oneself. */
export function TopBar({ session, onFind }: { readonly session: Session; readonly onFind: () => void }) {
  const say = useSay()
  return (
    <header className="s-top">
      <Drawer session={session} />
      <Link href="/" className="s-brand">
        <img src="/varna.svg" alt="" />
        <span>
          {session.authority.name}
          <small>{say(session.authority.demonstration ? words.demonstration : words.product)}</small>
        </span>
      </Link>
      <div className="s-top-right">
        <button type="button" className="s-find" onClick={onFind} aria-keyshortcuts="Control+K Meta+K">
          <Icon name="search" size={18} />
          <span className="s-find-text">{say(words.find)}</span>
          <kbd>{isApple ? '⌘ K' : 'Ctrl K'}</kbd>
        </button>
        {isOnlyEmployee(session) ? null : <AsOfControl />}
        <LanguageButton />
        <Bell />
        <Me session={session} />
      </div>
    </header>
  )
}

function LanguageButton() {
  const other = useLanguage() === 'sv' ? 'en' : 'sv'
  return (
    <span className="s-language" lang={other}>
      <Button variant="quiet" size="small" onPress={() => setLanguage(other)}>
        {other === 'sv' ? 'Svenska' : 'English'}
      </Button>
    </span>
  )
}

function Me({ session }: { readonly session: Session }) {
  const say = useSay()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [isWanted, setWanted] = useState(false)
  return (
    <>
      <Button
        ref={button}
        variant="quiet"
        size="small"
        icon="person"
        opens
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={`${session.person.name}. ${say(words.me)}`}
        onPress={() => {
          setWanted(true)
          setOpen(true)
        }}
      >
        <span className="s-me-name">{session.person.name}</span>
      </Button>
      <Suspense fallback={null}>
        {isWanted ? <MeMenu session={session} triggerRef={button} isOpen={isOpen} onOpenChange={setOpen} /> : null}
      </Suspense>
    </>
  )
}

/** The menu of narrow screens. */
function Drawer({ session }: { readonly session: Session }) {
  const say = useSay()
  const dialog = useRef<HTMLDialogElement>(null)
  const close = () => dialog.current?.close()
  return (
    <div className="s-menu-button">
      <Button variant="quiet" icon="menu" aria-label={say(words.menu)} onPress={() => dialog.current?.showModal()} />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes the dialogue already; the press is for the ground beside it and for links */}
      <dialog
        ref={dialog}
        className="s-drawer"
        aria-label={say(navigationWords.main)}
        onClick={(event) => {
          if (event.target === dialog.current || (event.target instanceof Element && event.target.closest('a'))) close()
        }}
      >
        <div className="s-drawer-head">
          <span>{session.authority.name}</span>
          <Button variant="quiet" size="small" icon="close" aria-label={say(words.close)} onPress={close} />
        </div>
        <nav aria-label={say(navigationWords.main)}>
          <NavigationList session={session} />
        </nav>
      </dialog>
    </div>
  )
}
