// biome-ignore-all lint/suspicious/noArrayIndexKey: runs of words have no other identity than their place
import { Fragment } from 'react'
import { useGet } from '#web/api/useGet.ts'
import { Skeleton } from '#web/design/Banner.tsx'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import type { Register } from '../../definition/register.ts'
import type { FieldChange, WordRun } from '../data/record.ts'
import { recordPath } from '../data/useRecords.ts'
import { columnField } from '../fields/columns.ts'
import { isEmpty, valueWords } from '../fields/words.ts'

/** Words added and removed, each told by sign, line and colour, and by name for the one who listens. */
function Words({ runs }: { runs: readonly WordRun[] }) {
  const say = useSay()
  return (
    <p className="v-difference">
      {runs.map((run, index) => {
        if (run.op === 'same') return <Fragment key={index}>{run.text}</Fragment>
        const Mark = run.op === 'added' ? 'ins' : 'del'
        return (
          <Mark key={index}>
            <span className="v-hidden">
              {say(run.op === 'added' ? { sv: ' tillagt: ', en: ' added: ' } : { sv: ' borttaget: ', en: ' removed: ' })}
            </span>
            <span className="v-sign" aria-hidden="true">
              {run.op === 'added' ? '+' : '−'}
            </span>
            {run.text}
          </Mark>
        )
      })}
    </p>
  )
}

function runsOf(register: Register, change: FieldChange, language: 'sv' | 'en'): readonly WordRun[] {
  if (change.words) return change.words
  const field = columnField(register, change.field)
  const words = (value: unknown) => (isEmpty(value) || !field ? '' : valueWords(field, value, language))
  const runs: WordRun[] = [
    { op: 'removed', text: words(change.from) },
    { op: 'added', text: words(change.to) },
  ]
  return runs.filter((run) => run.text !== '')
}

interface DifferenceProps {
  readonly register: Register
  readonly id: string
  readonly from: number
  readonly to: number
}

/** What set one version of a record apart from another, field by field and word by word. */
export function Difference({ register, id, from, to }: DifferenceProps) {
  const say = useSay()
  const language = useLanguage()
  const found = useGet<{ changes: readonly FieldChange[] }>(`${recordPath(register, id)}/history`, { from, to }, { keep: true })
  if (found.error) return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Skeleton width="24rem" />
  const { changes } = found.data
  if (changes.length === 0)
    return <p className="v-muted">{say({ sv: 'De två versionerna är lika.', en: 'The two versions are the same.' })}</p>
  return (
    <dl className="v-facts" data-layout="beside">
      {changes.map((change) => (
        <div key={change.field}>
          <dt>{columnField(register, change.field)?.label[language] ?? change.field}</dt>
          <dd>
            <Words runs={runsOf(register, change, language)} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
