import { useRouterState } from '@tanstack/react-router'
import type { Session } from '#web/api/session.ts'
import { Icon, type IconName } from '#web/design/Icon.tsx'
import { Link } from '#web/design/Link.tsx'
import { useSay } from '#web/language/useSay.ts'
import { isAt, navigationWords as words } from './Navigation.tsx'

/** The four places of a phone, within reach of the thumb. */
export function BottomBar({ session }: { readonly session: Session }) {
  const say = useSay()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const places: { href: string; label: string; icon: IconName }[] = [
    { href: '/', label: say(words.position), icon: 'position' },
    { href: '/arbete', label: say(words.todo), icon: 'work' },
    ...(session.may.incidents?.create ? [{ href: '/incidents/new', label: say(words.reportShort), icon: 'incident' as const }] : []),
    { href: '/sok', label: say(words.search), icon: 'search' },
  ]
  return (
    <nav className="s-bottom" aria-label={say({ sv: 'Snabbval', en: 'Shortcuts' })}>
      {places.map((place) => (
        <Link key={place.href} href={place.href} aria-current={isAt(path, place.href) ? 'page' : undefined}>
          <Icon name={place.icon} size={22} />
          {place.label}
        </Link>
      ))}
    </nav>
  )
}
