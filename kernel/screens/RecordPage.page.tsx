import { Skeleton } from '#web/design/Banner.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import type { Register } from '../definition/register.ts'
import { usePanels } from './catalogue.tsx'
import type { RecordJson } from './data/record.ts'
import { Connections } from './record/Connections.tsx'
import { Facts, Latest, Sections } from './record/Content.tsx'
import { Drawn, OneRecord, RecordHead } from './record/Head.tsx'
import { factsOf } from './record/layout.ts'
import { NextStep } from './record/NextStep.tsx'
import './screens.css'

/** Everything about one record: what it is, what to do next, what it says, what it hangs together with, what has happened to it. */
export default function RecordPage({ register, id }: { register: Register; id: string }) {
  return (
    <OneRecord register={register} id={id}>
      {(record) => <Shown register={register} record={record} />}
    </OneRecord>
  )
}

function Shown({ register, record }: { register: Register; record: RecordJson }) {
  const say = useSay()
  const asOf = useAsOf()
  const panels = usePanels(register)
  const facts = factsOf(register).map((fact) => fact.name)
  const waiting = <Skeleton width="20rem" />
  return (
    <article className="v-page">
      <RecordHead register={register} record={record} />
      <div className="v-record">
        <div className="v-record-main">
          {asOf === null && <NextStep register={register} record={record} />}
          <Drawn panels={panels.before} register={register} record={record} waiting={waiting} />
          <Sections register={register} record={record} aside={new Set([...facts, ...(panels.covers ?? [])])} />
          <Drawn panels={panels.after} register={register} record={record} waiting={waiting} />
          <section>
            <h2>{say({ sv: 'Kopplingar', en: 'Connections' })}</h2>
            <Connections register={register} id={record.id} />
          </section>
          <Latest register={register} id={record.id} />
        </div>
        <aside className="v-record-aside" aria-label={say({ sv: 'Fakta', en: 'Facts' })}>
          <Facts register={register} record={record} />
        </aside>
      </div>
    </article>
  )
}
