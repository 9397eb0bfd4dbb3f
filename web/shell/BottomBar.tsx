import { useRouterState } from '@tanstack/react-router'
import type { Session } from '#web/api/session.ts'
import { Icon, type IconName } from '#web/design/Icon.tsx'
import { Link } from '#web/design/Link.tsx'
import { useSay } from '#web/language/useSay.ts'
import { isAt, navigationWords as words } from './Navigation.tsx'
import { isOnlyEmployee } from './places.ts'

/** The four places of a phone, within reach of the thumb. Those who take no other part in the work have their training where others have the position. */
export function BottomBar({ session }: { readonly session: Session }) {
  const say = useSay()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const only = isOnlyEmployee(session)
  const places: { href: string; label: string; icon: IconName }[] = [
    ...(only ? [] : [{ href: '/', label: say(words.position), icon: 'position' as const }]),
    { href: only ? '/' : '/arbete', label: say(words.todo), icon: 'work' },
    ...(session.may.incidents?.create ? [{ href: '/incidents/new', label: say(words.reportShort), icon: 'incident' as const }] : []),
    ...(only ? [{ href: '/enrolments', label: say(words.training), icon: 'training' as const }] : []),
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
