import { ApiProblem } from '#web/api/client.ts'
import { Banner, Skeleton } from '#web/design/Banner.tsx'
import { LinkButton } from '#web/design/Button.tsx'
import { Breadcrumb } from '#web/design/Parts.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useAsOf, useSetAsOf } from '#web/shell/asOf.tsx'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import { pathOf } from '../definition/catalogue.ts'
import type { Register } from '../definition/register.ts'
import { fill } from '../language/text.ts'
import { titleOf } from './data/record.ts'
import { recordPath, useRecord } from './data/useRecords.ts'
import { usePrefilled } from './form/prefilled.ts'
import { RecordForm } from './form/RecordForm.tsx'
import { NotFound } from './NotFound.tsx'
import { InThePast } from './record/InThePast.tsx'
import './screens.css'
import { oneOf } from './words.ts'

/** The page where a record is made or changed. */
export default function RecordFormPage({ register, id }: { register: Register; id?: string }) {
  const asOf = useAsOf()
  if (asOf) return <Past register={register} id={id} />
  return id === undefined ? <New register={register} /> : <Change register={register} id={id} />
}

function Past({ register, id }: { register: Register; id?: string | undefined }) {
  const say = useSay()
  const setAsOf = useSetAsOf()
  return (
    <article className="v-page v-page-narrow">
      <h1>
        {id ? say({ sv: 'Ändra', en: 'Change' }) : say(fill({ sv: 'Lägg till {one}', en: 'Add {one}' }, { one: say(oneOf(register)) }))}
      </h1>
      <InThePast onToday={() => setAsOf(null)} />
    </article>
  )
}

function New({ register }: { register: Register }) {
  const say = useSay()
  const given = usePrefilled(register)
  return (
    <article className="v-page v-page-narrow">
      <header className="v-page-head">
        <Breadcrumb steps={[{ href: `/${pathOf(register)}`, label: say(register.label.many) }]} />
        <h1>{say(fill({ sv: 'Lägg till {one}', en: 'Add {one}' }, { one: say(oneOf(register)) }))}</h1>
        <p className="v-muted v-measure">{say(register.purpose)}</p>
      </header>
      {given ? (
        <RecordForm register={register} given={given} />
      ) : (
        <div aria-busy="true">
          <Skeleton width="60%" height="3rem" />
        </div>
      )}
    </article>
  )
}

function Change({ register, id }: { register: Register; id: string }) {
  const say = useSay()
  const found = useRecord(register, id)
  if (found.error instanceof ApiProblem && found.error.status === 404) return <NotFound register={register} />
  const record = found.data
  return (
    <article className="v-page v-page-narrow">
      <header className="v-page-head">
        <Breadcrumb
          steps={[
            { href: `/${pathOf(register)}`, label: say(register.label.many) },
            ...(record ? [{ href: recordPath(register, id), label: record.reference ?? titleOf(register, record) }] : []),
          ]}
        />
        <h1>
          {record ? (
            say(fill({ sv: 'Ändra {name}', en: 'Change {name}' }, { name: titleOf(register, record) }))
          ) : (
            <Skeleton width="24rem" />
          )}
        </h1>
      </header>
      {found.error && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {record && record.may?.update === false && (
        <Banner
          tone="waiting"
          title={say({ sv: 'Du får läsa posten men inte ändra den', en: 'You may read the record but not change it' })}
          actions={
            <LinkButton size="small" href={recordPath(register, id)}>
              {say({ sv: 'Tillbaka till posten', en: 'Back to the record' })}
            </LinkButton>
          }
        />
      )}
      {record && record.may?.update !== false && <RecordForm key={record.id} register={register} record={record} />}
    </article>
  )
}
