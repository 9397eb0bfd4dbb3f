import { useQuery } from '@tanstack/react-query'
import { CatchBoundary, Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { type Session, SessionContext, sessionQuery } from '#web/api/session.ts'
import { Banner } from '#web/design/Banner.tsx'
import { ToastRegion } from '#web/design/Toast.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useGo } from './address.ts'
import { useAsOf } from './asOf.tsx'
import { BottomBar } from './BottomBar.tsx'
import { Navigation } from './Navigation.tsx'
import { PageFailed } from './PageFailed.tsx'
import { PageWaiting } from './PageWaiting.tsx'
import { PastBand } from './PastBand.tsx'
import { ProblemNotice } from './ProblemNotice.tsx'
import './shell.css'
import { TopBar } from './TopBar.tsx'
import { usePageFocus } from './usePageFocus.ts'

const CommandPalette = lazy(() => import('./CommandPalette.tsx'))
const SessionEnded = lazy(() => import('./SessionEnded.tsx'))

const words = {
  skip: { sv: 'Hoppa till innehållet', en: 'Skip to the content' },
  offline: { sv: 'Du är inte ansluten till nätet', en: 'You are not connected to the network' },
  offlineText: {
    sv: 'Det som visas kan vara gammalt. Det du skriver finns kvar på sidan tills du kan spara.',
    en: 'What is shown may be old. What you write stays on the page until you can save.',
  },
}

const subscribeOnline = (listener: () => void) => {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** Opens the search wherever one stands: Ctrl or ⌘ and K. */
function usePaletteKey(open: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
      event.preventDefault()
      open()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [open])
}

/** What stands around every page of the signed-in. A session that ends lets the page stand and asks for sign-in above it. */
export default function Shell() {
  const { data: session, error, refetch } = useQuery(sessionQuery)
  const last = useRef<Session | null>(null)
  if (session) last.current = session
  const go = useGo()
  const href = useRouterState({ select: (state) => state.location.href })
  const isStranger = session === null && last.current === null
  const sent = useRef(false)
  useEffect(() => {
    if (!isStranger || sent.current) return
    sent.current = true
    go(href === '/' ? '/logga-in' : `/logga-in?till=${encodeURIComponent(href)}`, { replace: true })
  }, [isStranger, go, href])

  if (error && !last.current)
    return (
      <main className="s-main">
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      </main>
    )
  const shown = session ?? last.current
  if (!shown)
    return (
      <main className="s-main">
        <PageWaiting />
      </main>
    )
  return (
    <SessionContext value={shown}>
      <Frame session={shown} ended={session === null} />
    </SessionContext>
  )
}

function Frame({ session, ended }: { readonly session: Session; readonly ended: boolean }) {
  const say = useSay()
  const main = useRef<HTMLElement>(null)
  const [isFinding, setFinding] = useState(false)
  const asOf = useAsOf()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const online = useSyncExternalStore(subscribeOnline, () => navigator.onLine)
  usePaletteKey(() => setFinding(true))
  usePageFocus(main)
  useEffect(() => {
    const root = document.documentElement
    if (asOf) root.dataset.past = asOf
    else delete root.dataset.past
    return () => {
      delete root.dataset.past
    }
  }, [asOf])

  return (
    <div className="s-shell">
      <a className="s-skip" href="#innehall">
        {say(words.skip)}
      </a>
      <TopBar session={session} onFind={() => setFinding(true)} />
      {asOf ? <PastBand day={asOf} /> : null}
      <Navigation session={session} />
      <main id="innehall" className="s-main" ref={main} tabIndex={-1}>
        {online ? null : (
          <div className="s-offline">
            <Banner tone="waiting" role="status" title={say(words.offline)}>
              <p>{say(words.offlineText)}</p>
            </Banner>
          </div>
        )}
        <CatchBoundary getResetKey={() => path} errorComponent={PageFailed}>
          <Suspense fallback={<PageWaiting />}>
            <Outlet />
          </Suspense>
        </CatchBoundary>
      </main>
      <BottomBar session={session} />
      <ToastRegion />
      <Suspense fallback={null}>
        {isFinding ? <CommandPalette session={session} onClose={() => setFinding(false)} /> : null}
        {ended ? <SessionEnded session={session} /> : null}
      </Suspense>
    </div>
  )
}
