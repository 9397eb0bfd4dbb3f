import { lazy, Suspense, useState } from 'react'
import type { Register } from '#kernel/definition/register.ts'
import { fill } from '#kernel/language/text.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import type { RecordJson } from '#kernel/screens/data/record.ts'
import { RecordName, StateValue } from '#kernel/screens/fields/Value.tsx'
import { PartForm } from '#kernel/screens/form/PartForm.tsx'
import { useMay, useToday } from '#web/api/session.ts'
import { Banner, Skeleton } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { linkIn, numberIn, textIn, useOfRisk } from './data.ts'

const ValueDialog = lazy(() => import('./ValueDialog.tsx'))

const words = {
  title: { sv: 'Åtgärder', en: 'Actions' },
  none: { sv: 'Inga åtgärder är kopplade till risken.', en: 'No actions are tied to the risk.' },
  add: { sv: 'Lägg till åtgärd', en: 'Add an action' },
  save: { sv: 'Spara åtgärden', en: 'Save the action' },
  saved: { sv: 'Åtgärden är sparad', en: 'The action is saved' },
  progress: { sv: '{done} av {all} är genomförda.', en: '{done} of {all} are done.' },
  nobody: { sv: 'ingen ansvarig', en: 'nobody responsible' },
  noDay: { sv: 'inget slutdatum', en: 'no end date' },
  by: { sv: 'klar senast {day}', en: 'due {day}' },
  late: { sv: 'försenad sedan {day}', en: 'late since {day}' },
  effect: { sv: 'Effekt: har risken sjunkit?', en: 'Effect: has the risk fallen?' },
  effectWhy: {
    sv: 'Alla åtgärder är genomförda. Värdera risken igen, så syns om de räckte.',
    en: 'All actions are done. Value the risk again to see whether they sufficed.',
  },
  effectGoal: {
    sv: 'Alla åtgärder är genomförda. Ni ville till riskvärde {goal} och står på {now}. Värdera risken igen, så syns om de räckte.',
    en: 'All actions are done. You aimed at the risk value {goal} and stand at {now}. Value the risk again to see whether they sufficed.',
  },
  again: { sv: 'Värdera risken igen', en: 'Value the risk again' },
} as const

const settled = ['done', 'effectChecked']

/** What is being done about the risk, how far it has come, and whether it helped. */
export function Actions({ register, record }: { readonly register: Register; readonly record: RecordJson }) {
  const say = useSay()
  const format = useFormat()
  const asOf = useAsOf()
  const today = useToday()
  const actions = useCatalogue().register('action')
  const may = useMay('actions')
  const found = useOfRisk(may.read ? '/actions' : null, record.id, { by: 'risks', sort: 'due' })
  const [isAdding, setAdding] = useState(false)
  const [isValuing, setValuing] = useState(false)
  if (!may.read) return null
  const items = (found.data?.items ?? []).filter(({ state }) => state !== 'dropped')
  const done = items.filter(({ state }) => settled.includes(state ?? '')).length
  const mayAdd = asOf === null && may.create && record.state !== 'closed'
  const [goal, now] = [numberIn(record.targetValue), numberIn(record.value)]
  const isDone = items.length > 0 && done === items.length && record.state === 'treated' && asOf === null && Boolean(record.may?.update)
  return (
    <section aria-labelledby="r-actions">
      <h2 id="r-actions">{say(words.title)}</h2>
      {!found.data && <Skeleton width="20rem" />}
      {found.data && items.length === 0 && <p className="v-muted">{say(words.none)}</p>}
      {items.length > 0 && (
        <>
          <p className="r-progress">
            <progress max={items.length} value={done} aria-hidden="true" /> {say(fill(words.progress, { done, all: items.length }))}
          </p>
          <ul className="r-rows">
            {items.map((one) => {
              const due = textIn(one.due)
              const isLate = due !== null && due < (asOf ?? today) && !settled.includes(one.state ?? '')
              return (
                <li key={one.id}>
                  <RecordName to="action" link={{ id: one.id, label: String(one.title), reference: one.reference }} />
                  <span className="r-row-facts">
                    <StateValue register={actions} state={one.state} />
                    <span>{linkIn(one.owner)?.label ?? say(words.nobody)}</span>
                    <span data-late={isLate ? '' : undefined}>
                      {due ? say(fill(isLate ? words.late : words.by, { day: format.date(due) })) : say(words.noDay)}
                    </span>
                    {numberIn(one.costEstimated) !== null && <span>{format.money(numberIn(one.costEstimated) ?? 0)}</span>}
                  </span>
                </li>
              )
            })}
          </ul>
        </>
      )}
      {isDone && (
        <Banner
          tone="info"
          title={say(words.effect)}
          actions={
            <Button size="small" variant="primary" onPress={() => setValuing(true)}>
              {say(words.again)}
            </Button>
          }
        >
          <p>{say(goal !== null && now !== null ? fill(words.effectGoal, { goal, now }) : words.effectWhy)}</p>
        </Banner>
      )}
      {mayAdd &&
        (isAdding ? (
          <PartForm
            register={actions}
            initial={{ title: null, description: null, owner: linkIn(record.owner), due: null, costEstimated: null }}
            fixed={{ source: 'risk', unit: linkIn(record.unit)?.id, risks: [record.id] }}
            required={['owner', 'due']}
            asks={['title', 'description', 'owner', 'due', 'costEstimated']}
            submit={say(words.save)}
            done={say(words.saved)}
            onDone={() => setAdding(false)}
            onCancel={() => setAdding(false)}
          />
        ) : (
          <div className="r-under">
            <Button
              icon="plus"
              size="small"
              variant={record.state === 'treated' && items.length === 0 ? 'primary' : 'secondary'}
              onPress={() => setAdding(true)}
            >
              {say(words.add)}
            </Button>
          </div>
        ))}
      {isValuing && (
        <Suspense>
          <ValueDialog register={register} record={record} onClose={() => setValuing(false)} />
        </Suspense>
      )}
    </section>
  )
}
