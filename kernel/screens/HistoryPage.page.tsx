import { useState } from 'react'
import { ApiProblem } from '#web/api/client.ts'
import { useGet } from '#web/api/useGet.ts'
import { Skeleton } from '#web/design/Banner.tsx'
import { Breadcrumb } from '#web/design/Parts.tsx'
import { Select } from '#web/design/Select.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import { pathOf } from '../definition/catalogue.ts'
import type { Register } from '../definition/register.ts'
import { fill } from '../language/text.ts'
import { titleOf, type VersionJson } from './data/record.ts'
import { recordPath, useRecord } from './data/useRecords.ts'
import { Difference } from './history/Difference.tsx'
import { Story } from './history/Story.tsx'
import { NotFound } from './NotFound.tsx'
import './screens.css'

/** Everything that has happened to a record, and the difference between any two of its versions. */
export default function HistoryPage({ register, id }: { register: Register; id: string }) {
  const say = useSay()
  const format = useFormat()
  const record = useRecord(register, id)
  const found = useGet<{ versions: readonly VersionJson[] }>(`${recordPath(register, id)}/history`)
  const [pair, setPair] = useState<{ from: number; to: number } | null>(null)
  if (found.error instanceof ApiProblem && found.error.status === 404) return <NotFound register={register} />
  const versions = found.data?.versions ?? []
  const newest = versions[0]?.version ?? 0
  const chosen = pair ?? (versions[1] ? { from: versions[1].version, to: newest } : null)
  const name = record.data ? titleOf(register, record.data) : ''
  const options = versions.map((version) => ({
    id: String(version.version),
    label: say(fill({ sv: 'Version {n}, {when}', en: 'Version {n}, {when}' }, { n: version.version, when: format.moment(version.at) })),
    ...(version.by ? { hint: version.by.label } : {}),
  }))
  const choose = (part: Partial<{ from: number; to: number }>) => {
    if (!chosen) return
    const next = { ...chosen, ...part }
    setPair(next.from > next.to ? { from: next.to, to: next.from } : next)
  }
  return (
    <article className="v-page v-page-narrow">
      <header className="v-page-head">
        <Breadcrumb
          steps={[
            { href: `/${pathOf(register)}`, label: say(register.label.many) },
            { href: recordPath(register, id), label: record.data?.reference ?? name },
          ]}
        />
        <h1>{say(fill({ sv: 'Historik: {name}', en: 'History: {name}' }, { name }))}</h1>
      </header>
      {found.error && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {!found.data && !found.error && <Skeleton width="60%" />}
      {chosen && (
        <section className="v-compare">
          <h2>{say({ sv: 'Jämför två versioner', en: 'Compare two versions' })}</h2>
          <div className="v-compare-pair">
            <Select
              label={say({ sv: 'Från', en: 'From' })}
              value={String(chosen.from)}
              options={options}
              onChange={(value) => value && choose({ from: Number(value) })}
            />
            <Select
              label={say({ sv: 'Till', en: 'To' })}
              value={String(chosen.to)}
              options={options}
              onChange={(value) => value && choose({ to: Number(value) })}
            />
          </div>
          <Difference register={register} id={id} from={chosen.from} to={chosen.to} />
        </section>
      )}
      {versions.length > 0 && (
        <section>
          <h2>{say({ sv: 'Vad som har hänt', en: 'What has happened' })}</h2>
          <Story register={register} id={id} versions={versions} />
        </section>
      )}
    </article>
  )
}
