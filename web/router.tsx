import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { parseSearch, type Search, stringifySearch } from './shell/address.ts'
import { NotFound } from './shell/NotFound.tsx'
import { PageFailed } from './shell/PageFailed.tsx'
import { FormRoute, HistoryRoute, ImportRoute, ListRoute, NewRoute, RecordRoute } from './shell/registerRoutes.tsx'

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: PageFailed,
  validateSearch: (search): Search => search as Search,
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/logga-in',
  component: lazyRouteComponent(() => import('./pages/SignIn.page.tsx')),
})
const setUp = createRoute({
  getParentRoute: () => root,
  path: '/installation',
  component: lazyRouteComponent(() => import('./pages/SetUp.page.tsx')),
})

const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: lazyRouteComponent(() => import('./shell/Shell.tsx')) })

const position = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/Start.page.tsx')),
})
const work = createRoute({
  getParentRoute: () => shell,
  path: '/arbete',
  component: lazyRouteComponent(() => import('./pages/MyWork.page.tsx')),
})
const search = createRoute({
  getParentRoute: () => shell,
  path: '/sok',
  component: lazyRouteComponent(() => import('./pages/Search.page.tsx')),
})
const annual = createRoute({
  getParentRoute: () => shell,
  path: '/rapporter/arsrapport',
  component: lazyRouteComponent(() => import('./pages/report/AnnualReport.page.tsx')),
})
const riskReports = createRoute({
  getParentRoute: () => shell,
  path: '/rapporter/risker',
  component: lazyRouteComponent(() => import('./pages/report/RiskReports.page.tsx')),
})
const access = createRoute({
  getParentRoute: () => shell,
  path: '/om/behorigheter',
  component: lazyRouteComponent(() => import('./pages/Access.page.tsx')),
})
const mail = createRoute({
  getParentRoute: () => shell,
  path: '/om/e-post',
  component: lazyRouteComponent(() => import('./pages/Mail.page.tsx')),
})
const notices = createRoute({
  getParentRoute: () => shell,
  path: '/aviseringar',
  component: lazyRouteComponent(() => import('./pages/notices/Notices.page.tsx')),
})
const classify = createRoute({
  getParentRoute: () => shell,
  path: '/klassa',
  component: lazyRouteComponent(() => import('#areas/information/web/flow/Start.page.tsx')),
})
const classifyOne = createRoute({
  getParentRoute: () => shell,
  path: '/klassa/$id',
  component: lazyRouteComponent(() => import('#areas/information/web/flow/Flow.page.tsx')),
})
const classifyStep = createRoute({
  getParentRoute: () => shell,
  path: '/klassa/$id/$step',
  component: lazyRouteComponent(() => import('#areas/information/web/flow/Flow.page.tsx')),
})
const map = createRoute({
  getParentRoute: () => shell,
  path: '/karta',
  component: lazyRouteComponent(() => import('#areas/information/web/map/Map.page.tsx')),
})
const standing = createRoute({
  getParentRoute: () => shell,
  path: '/klassningslaget',
  component: lazyRouteComponent(() => import('#areas/information/web/standing/Standing.page.tsx')),
})

const actionStanding = createRoute({
  getParentRoute: () => shell,
  path: '/atgarder',
  component: lazyRouteComponent(() => import('#areas/actions/web/standing/Standing.page.tsx')),
})
const riskPictures = createRoute({
  getParentRoute: () => shell,
  path: '/riskbild',
  component: lazyRouteComponent(() => import('#areas/risk/web/pictures/Pictures.page.tsx')),
})
const riskLosses = createRoute({
  getParentRoute: () => shell,
  path: '/riskbild/kvantifierat',
  component: lazyRouteComponent(() => import('#areas/risk/web/pictures/Quantified.page.tsx')),
})

const list = createRoute({ getParentRoute: () => shell, path: '/$register', component: ListRoute })
const create = createRoute({ getParentRoute: () => shell, path: '/$register/new', component: NewRoute })
const bring = createRoute({ getParentRoute: () => shell, path: '/$register/import', component: ImportRoute })
const record = createRoute({ getParentRoute: () => shell, path: '/$register/$id', component: RecordRoute })
const edit = createRoute({ getParentRoute: () => shell, path: '/$register/$id/edit', component: FormRoute })
const history = createRoute({ getParentRoute: () => shell, path: '/$register/$id/history', component: HistoryRoute })

const nowhere = createRoute({ getParentRoute: () => shell, path: '/$', component: NotFound })

/** Every address of the product. Registers share theirs: `/risks`, `/risks/new`, `/risks/<id>`, `/risks/<id>/edit`, `/risks/<id>/history`, `/risks/import`. */
export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    setUp,
    shell.addChildren([
      position,
      work,
      search,
      annual,
      riskReports,
      access,
      mail,
      notices,
      classify,
      classifyOne,
      classifyStep,
      map,
      standing,
      actionStanding,
      riskPictures,
      riskLosses,
      list,
      create,
      bring,
      record,
      edit,
      history,
      nowhere,
    ]),
  ]),
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: PageFailed,
  defaultPendingMs: 200,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
