import { Suspense } from 'react'
import { Skeleton } from '#web/design/Banner.tsx'
import { Button, LinkButton } from '#web/design/Button.tsx'
import { DescriptionList } from '#web/design/Parts.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import type { Register } from '../../definition/register.ts'
import { shapeOf } from '../../fields/field.ts'
import { fill } from '../../language/text.ts'
import { usePanels } from '../catalogue.tsx'
import { titleOf } from '../data/record.ts'
import { recordPath, useRecord } from '../data/useRecords.ts'
import { LevelValue, StateValue, Value } from '../fields/Value.tsx'
import { isEmpty } from '../fields/words.ts'
import { headLevel } from '../record/layout.ts'
import { words } from '../words.ts'

/** A record beside the list: the main facts and what can be done next. */
export default function Peek({ register, id, onClose }: { register: Register; id: string; onClose: () => void }) {
  const say = useSay()
  const asOf = useAsOf()
  const panels = usePanels(register)
  const found = useRecord(register, id)
  const record = found.data
  const level = headLevel(register)
  const moves = asOf === null ? (record?.may?.moves ?? []) : []
  const items = record
    ? register.form
        .flatMap((section) => section.fields)
        .flatMap((name) => {
          const field = register.fields[name]
          if (
            !field ||
            name === register.title ||
            name === level?.name ||
            isEmpty(record[name]) ||
            ['rich', 'attachments', 'structure'].includes(shapeOf(field).kind)
          )
            return []
          return [{ key: name, name: say(field.label), value: <Value register={register} name={name} field={field} record={record} /> }]
        })
        .slice(0, 10)
    : []
  return (
    <aside className="v-peek" aria-label={say({ sv: 'Vald post', en: 'Chosen record' })}>
      <div className="v-peek-head">
        <h2>{record ? titleOf(register, record) : <Skeleton width="14rem" />}</h2>
        <Button variant="quiet" size="small" icon="close" aria-label={say(words.close)} onPress={onClose} />
      </div>
      {found.error && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {record && (
        <>
          <p className="v-record-line">
            {record.reference && <span className="v-reference">{record.reference}</span>}
            {record.state !== null && <StateValue register={register} state={record.state} />}
            {level && <LevelValue field={level.field} value={record[level.name]} />}
          </p>
          {panels.peek ? (
            <Suspense fallback={<Skeleton width="14rem" />}>
              <panels.peek register={register} record={record} />
            </Suspense>
          ) : (
            <DescriptionList items={items} />
          )}
          {moves.length > 0 && (
            <p>
              <span className="v-muted">{say({ sv: 'Nästa steg:', en: 'Next step:' })}</span>{' '}
              {moves.map((name) => say(register.workflow?.moves[name]?.label ?? { sv: name, en: name })).join(' · ')}
            </p>
          )}
          <LinkButton variant="primary" href={recordPath(register, id)}>
            {say(fill({ sv: 'Öppna {name}', en: 'Open {name}' }, { name: record.reference ?? say({ sv: 'posten', en: 'the record' }) }))}
          </LinkButton>
        </>
      )}
    </aside>
  )
}
