import { useParams } from '@tanstack/react-router'
import { type ComponentType, lazy, Suspense } from 'react'
import { forReaders } from '#kernel/access/readers.ts'
import type { Register } from '#kernel/definition/register.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import { useSession } from '#web/api/session.ts'
import { NotFound } from './NotFound.tsx'
import { PageWaiting } from './PageWaiting.tsx'

type Drawn = ComponentType<{ register: Register; id: string }>

interface Page {
  /** Begins to fetch what the page is made of, while the definitions of the registers are still on their way. */
  readonly fetch: () => void
  readonly Page: Drawn
}

function page(load: () => Promise<{ readonly default: ComponentType<{ register: Register; id: string }> }>): Page {
  return { fetch: () => void load().catch(() => undefined), Page: lazy(load) }
}

/** The pages every register has. */
const generic = {
  list: page(() => import('#kernel/screens/RegisterList.page.tsx')),
  record: page(() => import('#kernel/screens/RecordPage.page.tsx')),
  create: page(() => import('#kernel/screens/RecordForm.page.tsx').then(({ default: Form }) => ({ default: withoutRecord(Form) }))),
  edit: page(() => import('#kernel/screens/RecordForm.page.tsx')),
  history: page(() => import('#kernel/screens/HistoryPage.page.tsx')),
  bring: page(() => import('#kernel/screens/ImportPage.page.tsx')),
} as const

type Kind = keyof typeof generic

/** A form for what does not exist yet has no record, whatever the address. */
const withoutRecord =
  (Form: ComponentType<{ register: Register }>): Drawn =>
  ({ register }) => <Form register={register} />

/** Pages of their own, by the address of the register: where its records are begun, and where one is read. */
const own: Readonly<Record<string, { readonly create?: Page; readonly record?: Page }>> = {
  incidents: { create: page(() => import('#areas/incidents/web/Report.page.tsx')) },
  risks: {
    create: page(() => import('#areas/risk/web/Remark.page.tsx')),
    record: page(() => import('#areas/risk/web/risk/Risk.page.tsx')),
  },
  classifications: { create: page(() => import('#areas/information/web/flow/Start.page.tsx')) },
  'classification-models': { record: page(() => import('#areas/information/web/model/Model.page.tsx')) },
  'risk-analyses': {
    create: page(() => import('#areas/risk/web/analysis/Begin.page.tsx')),
    record: page(() => import('#areas/risk/web/analysis/Analysis.page.tsx')),
  },
  'risk-methods': {
    create: page(() => import('#areas/risk/web/method/Begin.page.tsx')),
    record: page(() => import('#areas/risk/web/method/Method.page.tsx')),
  },
}

function pageOf(kind: Kind, path: string): Page {
  const its = Object.hasOwn(own, path) ? own[path] : undefined
  return (kind === 'create' || kind === 'record' ? its?.[kind] : undefined) ?? generic[kind]
}

interface Address {
  readonly register?: string
  readonly id?: string
}

/** Finds the register the address names, and draws its page anew for every register and record. */
function OfRegister({ kind }: { readonly kind: Kind }) {
  const { register: path = '', id = '' } = useParams({ strict: false }) as Address
  const found = useCatalogue().byPath(path)
  const { person, roles } = useSession()
  if (!found) return <NotFound />
  // Everything about oneself is for oneself.
  const register = id === person.id ? found : forReaders(found, roles)
  const { Page } = pageOf(kind, path)
  return (
    <Suspense fallback={<PageWaiting />}>
      <Page key={`${path}/${id}`} register={register} id={id} />
    </Suspense>
  )
}

/** The parts of a route to a page of a register: what it is made of is fetched as soon as the address is met. */
const route = (kind: Kind) => ({
  component: () => <OfRegister kind={kind} />,
  loader: ({ params }: { readonly params: { readonly register: string } }) => pageOf(kind, params.register).fetch(),
})

export const registerRoutes = {
  list: route('list'),
  create: route('create'),
  bring: route('bring'),
  record: route('record'),
  edit: route('edit'),
  history: route('history'),
}
