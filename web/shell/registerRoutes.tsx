import { useParams } from '@tanstack/react-router'
import { type ComponentType, lazy, Suspense } from 'react'
import { forReaders } from '#kernel/access/readers.ts'
import type { Register } from '#kernel/definition/register.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import { useSession } from '#web/api/session.ts'
import { NotFound } from './NotFound.tsx'
import { PageWaiting } from './PageWaiting.tsx'

const RegisterList = lazy(() => import('#kernel/screens/RegisterList.page.tsx'))
const RecordPage = lazy(() => import('#kernel/screens/RecordPage.page.tsx'))
const RecordForm = lazy(() => import('#kernel/screens/RecordForm.page.tsx'))
const HistoryPage = lazy(() => import('#kernel/screens/HistoryPage.page.tsx'))
const ImportPage = lazy(() => import('#kernel/screens/ImportPage.page.tsx'))

interface Address {
  readonly register?: string
  readonly id?: string
}

/** Finds the register the address names, and draws its page anew for every register and record. */
function OfRegister({ page: Page }: { readonly page: ComponentType<{ register: Register; id: string }> }) {
  const { register: path = '', id = '' } = useParams({ strict: false }) as Address
  const found = useCatalogue().byPath(path)
  const { person, roles } = useSession()
  if (!found) return <NotFound />
  // Everything about oneself is for oneself.
  const register = id === person.id ? found : forReaders(found, roles)
  return (
    <Suspense fallback={<PageWaiting />}>
      <Page key={`${path}/${id}`} register={register} id={id} />
    </Suspense>
  )
}

export const ListRoute = () => <OfRegister page={RegisterList} />
export const RecordRoute = () => <OfRegister page={OwnOrGeneric} />
export const FormRoute = () => <OfRegister page={RecordForm} />
export const NewRoute = () => <OfRegister page={NewForm} />
export const HistoryRoute = () => <OfRegister page={HistoryPage} />
export const ImportRoute = () => <OfRegister page={ImportPage} />

/** Registers whose records are begun in a page of their own. */
const beginnings: Readonly<Record<string, ComponentType<{ register: Register }>>> = {
  incident: lazy(() => import('#areas/incidents/web/Report.page.tsx')),
  risk: lazy(() => import('#areas/risk/web/Remark.page.tsx')),
  classification: lazy(() => import('#areas/information/web/flow/Start.page.tsx')),
  riskAnalysis: lazy(() => import('#areas/risk/web/analysis/Begin.page.tsx')),
  riskMethod: lazy(() => import('#areas/risk/web/method/Begin.page.tsx')),
}

/** Registers whose records have a page of their own. */
const ownPages: Readonly<Record<string, ComponentType<{ register: Register; id: string }>>> = {
  risk: lazy(() => import('#areas/risk/web/risk/Risk.page.tsx')),
  classificationModel: lazy(() => import('#areas/information/web/model/Model.page.tsx')),
  riskAnalysis: lazy(() => import('#areas/risk/web/analysis/Analysis.page.tsx')),
  riskMethod: lazy(() => import('#areas/risk/web/method/Method.page.tsx')),
}

function OwnOrGeneric(address: { readonly register: Register; readonly id: string }) {
  const Page = ownPages[address.register.name] ?? RecordPage
  return <Page {...address} />
}

function NewForm({ register }: { readonly register: Register }) {
  const Begin = beginnings[register.name] ?? RecordForm
  return <Begin register={register} />
}
