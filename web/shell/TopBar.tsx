import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { roles } from '#kernel/access/roles.ts'
import { api } from '#web/api/client.ts'
import { type Session, sessionKey } from '#web/api/session.ts'
import { Button } from '#web/design/Button.tsx'
import { Icon } from '#web/design/Icon.tsx'
import { Link } from '#web/design/Link.tsx'
import { Menu } from '#web/design/Menu.tsx'
import { setLanguage, useLanguage, useSay } from '#web/language/useSay.ts'
import { useGo } from './address.ts'
import { AsOfControl } from './AsOfControl.tsx'
import { NavigationList, navigationWords } from './Navigation.tsx'
import { isOnlyEmployee } from './places.ts'
import { useAppearance } from './useTheme.ts'

const words = {
  find: { sv: 'Sök eller gå till …', en: 'Search or go to …' },
  menu: { sv: 'Visa menyn', en: 'Show the menu' },
  close: { sv: 'Stäng menyn', en: 'Close the menu' },
  me: { sv: 'Jag och mina inställningar', en: 'Me and my settings' },
  light: { sv: 'Ljust', en: 'Light' },
  dark: { sv: 'Mörkt', en: 'Dark' },
  system: { sv: 'Som datorn', en: 'As the computer' },
  theme: { sv: 'Utseende', en: 'Appearance' },
  rows: { sv: 'Rader', en: 'Rows' },
  airy: { sv: 'Luftiga', en: 'Airy' },
  dense: { sv: 'Täta', en: 'Dense' },
  signOut: { sv: 'Logga ut', en: 'Sign out' },
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
        <button type="button" className="s-find" onClick={onFind} aria-keyshortcuts="Control+K Meta+K" aria-label={say(words.find)}>
          <Icon name="search" size={18} />
          <span className="s-find-text" aria-hidden="true">
            {say(words.find)}
          </span>
          <kbd aria-hidden="true">{isApple ? '⌘ K' : 'Ctrl K'}</kbd>
        </button>
        {isOnlyEmployee(session) ? null : <AsOfControl />}
        <LanguageButton />
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
  const language = useLanguage()
  const client = useQueryClient()
  const go = useGo()
  const { theme, setTheme, density, setDensity } = useAppearance()
  const signOut = async () => {
    await api('/session', { method: 'DELETE' }).catch(() => null)
    client.clear()
    client.setQueryData(sessionKey, null)
    go('/logga-in', { replace: true })
  }
  const own = session.roles.filter((role) => role !== 'employee' || session.roles.length === 1)
  return (
    <Menu
      label={say(words.me)}
      placement="bottom end"
      trigger={
        <Button variant="quiet" size="small" icon="person" opens aria-label={`${session.person.name}. ${say(words.me)}`}>
          <span className="s-me-name">{session.person.name}</span>
        </Button>
      }
      sections={[
        {
          title: [session.person.name, own.map((role) => say(roles[role].label)).join(', ')].filter(Boolean).join(' – '),
          items: [
            {
              id: 'language',
              label: language === 'sv' ? 'English' : 'Svenska',
              icon: 'language',
              onAction: () => setLanguage(language === 'sv' ? 'en' : 'sv'),
            },
          ],
        },
        {
          title: say(words.theme),
          items: (['system', 'light', 'dark'] as const).map((one) => ({
            id: one,
            label: say(words[one]),
            isSelected: theme === one,
            onAction: () => setTheme(one),
          })),
        },
        {
          title: say(words.rows),
          items: (['airy', 'dense'] as const).map((one) => ({
            id: one,
            label: say(words[one]),
            isSelected: density === one,
            onAction: () => setDensity(one),
          })),
        },
        { items: [{ id: 'sign-out', label: say(words.signOut), icon: 'signOut', onAction: () => void signOut() }] },
      ]}
    />
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
