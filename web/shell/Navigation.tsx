import { useRouterState } from '@tanstack/react-router'
import type { Session } from '#web/api/session.ts'
import { Icon, type IconName } from '#web/design/Icon.tsx'
import { Link } from '#web/design/Link.tsx'
import { VisuallyHidden } from '#web/design/VisuallyHidden.tsx'
import { useSay } from '#web/language/useSay.ts'
import { type Area, areasFor, isOnlyEmployee } from './places.ts'
import { useWorkCount } from './useWorkCount.ts'

export const navigationWords = {
  main: { sv: 'Huvudmeny', en: 'Main menu' },
  position: { sv: 'Läget', en: 'The position' },
  work: { sv: 'Mitt arbete', en: 'My work' },
  todo: { sv: 'Att göra', en: 'To do' },
  report: { sv: 'Rapportera en händelse', en: 'Report an event' },
  reportShort: { sv: 'Rapportera', en: 'Report' },
  training: { sv: 'Utbildning', en: 'Training' },
  search: { sv: 'Sök', en: 'Search' },
  waiting: { sv: 'väntar på dig', en: 'wait for you' },
}

interface NavLinkProps {
  readonly href: string
  readonly label: string
  readonly icon?: IconName
  readonly isCurrent: boolean
  readonly count?: number
}

function NavLink({ href, label, icon, isCurrent, count }: NavLinkProps) {
  const say = useSay()
  return (
    <Link href={href} className="s-nav-link" aria-current={isCurrent ? 'page' : undefined}>
      {icon ? <Icon name={icon} size={20} /> : null}
      <span>{label}</span>
      {count ? (
        <span className="s-nav-count">
          {count} <VisuallyHidden>{say(navigationWords.waiting)}</VisuallyHidden>
        </span>
      ) : null}
    </Link>
  )
}

/** Whether a path lies at an address or below it. */
export const isAt = (path: string, href: string): boolean => (href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`))

function AreaItem({ area, path }: { readonly area: Area; readonly path: string }) {
  const say = useSay()
  const first = area.places[0]
  if (!first) return null
  const isOpen = area.places.some((place) => isAt(path, place.href))
  const alone = area.places.length === 1
  return (
    <li>
      <NavLink href={first.href} label={say(area.label)} icon={area.icon} isCurrent={isOpen && alone} />
      {isOpen && !alone ? (
        <ul className="s-nav-sub">
          {area.places.map((place) => (
            <li key={place.key}>
              <NavLink href={place.href} label={say(place.label)} isCurrent={isAt(path, place.href)} />
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  )
}

/** The list of places, in the side or in the drawer. */
export function NavigationList({ session }: { readonly session: Session }) {
  const say = useSay()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const waiting = useWorkCount()
  const only = isOnlyEmployee(session)
  return (
    <ul className="s-nav-list">
      {only ? (
        <li>
          <NavLink href="/" label={say(navigationWords.work)} icon="work" isCurrent={path === '/' || path === '/arbete'} count={waiting} />
        </li>
      ) : (
        <>
          <li>
            <NavLink href="/" label={say(navigationWords.position)} icon="position" isCurrent={path === '/'} />
          </li>
          <li>
            <NavLink href="/arbete" label={say(navigationWords.work)} icon="work" isCurrent={path === '/arbete'} count={waiting} />
          </li>
          <li className="s-nav-gap" aria-hidden="true" />
        </>
      )}
      {only && session.may.incidents?.create ? (
        <li>
          <NavLink href="/incidents/new" label={say(navigationWords.report)} icon="plus" isCurrent={path === '/incidents/new'} />
        </li>
      ) : null}
      {areasFor(session).map((area) => (
        <AreaItem key={area.key} area={area} path={path} />
      ))}
    </ul>
  )
}

/** The places of the product at the left of wide screens. */
export function Navigation({ session }: { readonly session: Session }) {
  const say = useSay()
  return (
    <nav className="s-nav" aria-label={say(navigationWords.main)}>
      <div className="s-nav-inner">
        <NavigationList session={session} />
      </div>
    </nav>
  )
}
