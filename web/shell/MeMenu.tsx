import type { RefObject } from 'react'
import { roles } from '#kernel/access/roles.ts'
import { api } from '#web/api/client.ts'
import type { Session } from '#web/api/session.ts'
import { MenuPopover } from '#web/design/Menu.tsx'
import { setLanguage, useLanguage, useSay } from '#web/language/useSay.ts'
import { useAppearance } from './useTheme.ts'

const words = {
  me: { sv: 'Jag och mina inställningar', en: 'Me and my settings' },
  light: { sv: 'Ljust', en: 'Light' },
  dark: { sv: 'Mörkt', en: 'Dark' },
  system: { sv: 'Som datorn', en: 'As the computer' },
  theme: { sv: 'Utseende', en: 'Appearance' },
  rows: { sv: 'Rader', en: 'Rows' },
  airy: { sv: 'Luftiga', en: 'Airy' },
  dense: { sv: 'Täta', en: 'Dense' },
  notices: { sv: 'Aviseringar, e-post och kalender', en: 'Notices, e-mail and calendar' },
  signOut: { sv: 'Logga ut', en: 'Sign out' },
}

export interface MeMenuProps {
  readonly session: Session
  readonly triggerRef: RefObject<HTMLElement | null>
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
}

/** Who one is, how the page looks on this device, and the way out. */
export default function MeMenu({ session, ...popover }: MeMenuProps) {
  const say = useSay()
  const language = useLanguage()
  const { theme, setTheme, density, setDensity } = useAppearance()
  const signOut = async () => {
    await api('/session', { method: 'DELETE' }).catch(() => null)
    // A fresh page, so that nothing of what was fetched is left for the next person.
    window.location.assign('/logga-in')
  }
  const own = session.roles.filter((role) => role !== 'employee' || session.roles.length === 1)
  return (
    <MenuPopover
      {...popover}
      label={say(words.me)}
      placement="bottom end"
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
            { id: 'notices', label: say(words.notices), icon: 'bell', href: '/aviseringar?visa=val' },
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
