import type { ReactNode } from 'react'
import { pathOf } from '#kernel/definition/catalogue.ts'
import { fill, type Text } from '#kernel/language/text.ts'
import { type Panel, useCatalogue } from '#kernel/screens/catalogue.tsx'
import type { RecordPage } from '#kernel/screens/data/record.ts'
import { StateValue, Value } from '#kernel/screens/fields/Value.tsx'
import { linksIn } from '#kernel/screens/fields/words.ts'
import { useGet } from '#web/api/useGet.ts'
import { Link } from '#web/design/Link.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { ReducedRisks } from './ReducedRisks.tsx'
import { useSeenFrom } from './standing/Facts.tsx'
import './standing/standing.css'

const words = {
  helped: { sv: 'Hjälpte åtgärden?', en: 'Did the action help?' },
  toCheck: { sv: 'Effekten ska kontrolleras senast den {day}.', en: 'The effect is to be checked by {day}.' },
  late: { sv: 'Effekten skulle ha kontrollerats senast den {day}.', en: 'The effect should have been checked by {day}.' },
  risks: { sv: 'Risker som åtgärden minskar', en: 'Risks that the action reduces' },
  order: { sv: 'I vilken ordning?', en: 'In what order?' },
  before: { sv: 'Kan börja först när detta är klart', en: 'Can start only when this is done' },
  after: { sv: 'Väntar på den här åtgärden', en: 'Waits for this action' },
} satisfies Record<string, Text>

/** What an action is for, what it waits for, and whether it helped. */
const ActionPanel: Panel = ({ register, record }) => {
  const say = useSay()
  const format = useFormat()
  const language = useLanguage()
  const today = useSeenFrom()
  const risks = linksIn(record.risks).map(({ id }) => id)
  const checkBy = typeof record.checkBy === 'string' ? record.checkBy : null
  const { effective, effect } = register.fields
  const answer =
    effective?.kind === 'scale' && typeof record.effective === 'number' ? effective.levels[record.effective - effective.first] : undefined
  return (
    <>
      {(record.state === 'done' || answer) && (
        <section aria-labelledby="action-helped">
          <h2 id="action-helped">{say(words.helped)}</h2>
          {answer && <p className="a-answer">{answer[language]}</p>}
          {effect && answer && <Value register={register} name="effect" field={effect} record={record} />}
          {record.state === 'done' && checkBy && (
            <p className={checkBy < today ? 'a-late' : undefined}>
              {say(fill(checkBy < today ? words.late : words.toCheck, { day: format.date(checkBy) }))}
            </p>
          )}
        </section>
      )}
      {risks.length > 0 && (
        <section aria-labelledby="action-risks">
          <h2 id="action-risks">{say(words.risks)}</h2>
          <ReducedRisks ids={risks} />
        </section>
      )}
      <Order id={record.id} waitsFor={linksIn(record.dependsOn).map(({ id }) => id)} />
    </>
  )
}

export default ActionPanel

/** What must be done first, and what waits. */
function Order({ id, waitsFor }: { readonly id: string; readonly waitsFor: readonly string[] }) {
  const say = useSay()
  const path = `/${pathOf(useCatalogue().register('action'))}`
  const fields = 'reference,title,state,due,owner'
  const before = useGet<RecordPage>(waitsFor.length ? path : null, { id: waitsFor.join(','), fields, sort: 'due', limit: 100 })
  const after = useGet<RecordPage>(path, { dependsOn: id, fields, sort: 'due', limit: 100 })
  if (!before.data?.items.length && !after.data?.items.length) return null
  return (
    <section aria-labelledby="action-order" className="a-order">
      <h2 id="action-order">{say(words.order)}</h2>
      <Listed title={say(words.before)} page={before.data} path={path} />
      <Listed title={say(words.after)} page={after.data} path={path} />
    </section>
  )
}

function Listed({
  title,
  page,
  path,
}: {
  readonly title: string
  readonly page: RecordPage | undefined
  readonly path: string
}): ReactNode {
  const register = useCatalogue().register('action')
  const format = useFormat()
  const say = useSay()
  if (!page?.items.length) return null
  return (
    <>
      <h3>{title}</h3>
      <ul className="v-plain-list">
        {page.items.map((action) => (
          <li key={action.id}>
            <Link href={`${path}/${action.id}`}>
              <span className="v-reference">{action.reference}</span> {String(action[register.title] ?? '')}
            </Link>
            <StateValue register={register} state={action.state} />
            {typeof action.due === 'string' && (
              <span className="v-muted">{say(fill({ sv: 'klar senast {day}', en: 'due {day}' }, { day: format.date(action.due) }))}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
