import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { parseSearch, type Search, stringifySearch } from './shell/address.ts'
import { NotFound } from './shell/NotFound.tsx'
import { PageFailed } from './shell/PageFailed.tsx'
import { registerRoutes } from './shell/registerRoutes.tsx'

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
/** The pages that show records, which need the definitions of the registers. */
const records = createRoute({
  getParentRoute: () => shell,
  id: 'records',
  component: lazyRouteComponent(() => import('./shell/Records.tsx')),
})

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
  getParentRoute: () => records,
  path: '/rapporter/risker',
  component: lazyRouteComponent(() => import('./pages/report/RiskReports.page.tsx')),
})
const access = createRoute({
  getParentRoute: () => records,
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
  getParentRoute: () => records,
  path: '/klassa',
  component: lazyRouteComponent(() => import('#areas/information/web/flow/Start.page.tsx')),
})
const classifyOne = createRoute({
  getParentRoute: () => records,
  path: '/klassa/$id',
  component: lazyRouteComponent(() => import('#areas/information/web/flow/Flow.page.tsx')),
})
const classifyStep = createRoute({
  getParentRoute: () => records,
  path: '/klassa/$id/$step',
  component: lazyRouteComponent(() => import('#areas/information/web/flow/Flow.page.tsx')),
})
const map = createRoute({
  getParentRoute: () => records,
  path: '/karta',
  component: lazyRouteComponent(() => import('#areas/information/web/map/Map.page.tsx')),
})
const standing = createRoute({
  getParentRoute: () => records,
  path: '/klassningslaget',
  component: lazyRouteComponent(() => import('#areas/information/web/standing/Standing.page.tsx')),
})

const actionStanding = createRoute({
  getParentRoute: () => records,
  path: '/atgarder',
  component: lazyRouteComponent(() => import('#areas/actions/web/standing/Standing.page.tsx')),
})
const riskPictures = createRoute({
  getParentRoute: () => records,
  path: '/riskbild',
  component: lazyRouteComponent(() => import('#areas/risk/web/pictures/Pictures.page.tsx')),
})
const riskLosses = createRoute({
  getParentRoute: () => records,
  path: '/riskbild/kvantifierat',
  component: lazyRouteComponent(() => import('#areas/risk/web/pictures/Quantified.page.tsx')),
})

const list = createRoute({ getParentRoute: () => records, path: '/$register', ...registerRoutes.list })
const create = createRoute({ getParentRoute: () => records, path: '/$register/new', ...registerRoutes.create })
const bring = createRoute({ getParentRoute: () => records, path: '/$register/import', ...registerRoutes.bring })
const record = createRoute({ getParentRoute: () => records, path: '/$register/$id', ...registerRoutes.record })
const edit = createRoute({ getParentRoute: () => records, path: '/$register/$id/edit', ...registerRoutes.edit })
const history = createRoute({ getParentRoute: () => records, path: '/$register/$id/history', ...registerRoutes.history })

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
      mail,
      notices,
      records.addChildren([
        access,
        riskReports,
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
      ]),
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
