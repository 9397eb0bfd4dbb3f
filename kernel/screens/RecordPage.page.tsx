import { lazy, type ReactNode, Suspense, useId, useState } from 'react'
import { ApiProblem } from '#web/api/client.ts'
import { useGet } from '#web/api/useGet.ts'
import { Skeleton } from '#web/design/Banner.tsx'
import { Button, LinkButton } from '#web/design/Button.tsx'
import { Icon } from '#web/design/Icon.tsx'
import { Menu } from '#web/design/Menu.tsx'
import { Breadcrumb, DescriptionList } from '#web/design/Parts.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import { pathOf } from '../definition/catalogue.ts'
import type { Register } from '../definition/register.ts'
import { shapeOf } from '../fields/field.ts'
import { type Panel, usePanels } from './catalogue.tsx'
import { type RecordJson, titleOf, type VersionJson } from './data/record.ts'
import { recordPath, useRecord } from './data/useRecords.ts'
import { LevelValue, RecordName, StateValue, Value } from './fields/Value.tsx'
import { isEmpty } from './fields/words.ts'
import { Story } from './history/Story.tsx'
import { NotFound } from './NotFound.tsx'
import { ChainStrip, Connections, useConnections, valueId } from './record/Connections.tsx'
import { factsOf, headLevel } from './record/layout.ts'
import { NextStep } from './record/NextStep.tsx'
import './screens.css'

const WithdrawDialog = lazy(() => import('./record/WithdrawDialog.tsx'))

/** Everything about one record: what it is, what to do next, what it says, what it hangs together with, what has happened to it. */
export default function RecordPage({ register, id }: { register: Register; id: string }) {
  const found = useRecord(register, id)
  if (found.error instanceof ApiProblem && found.error.status === 404) return <NotFound register={register} />
  if (found.error && !found.data) return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Waiting register={register} />
  return <Shown register={register} record={found.data} />
}

function Waiting({ register }: { register: Register }) {
  const say = useSay()
  return (
    <article className="v-page" aria-busy="true">
      <header className="v-page-head">
        <Breadcrumb steps={[{ href: `/${pathOf(register)}`, label: say(register.label.many) }]} />
        <Skeleton width="28rem" height="2rem" />
        <Skeleton width="16rem" />
      </header>
      <div className="v-record">
        <div>
          {[70, 90, 60, 80, 50].map((width) => (
            <Skeleton key={width} width={`${width}%`} />
          ))}
        </div>
      </div>
    </article>
  )
}

function Shown({ register, record }: { register: Register; record: RecordJson }) {
  const say = useSay()
  const asOf = useAsOf()
  const connections = useConnections(register, record.id)
  const [isWithdrawing, setWithdrawing] = useState(false)
  const level = headLevel(register)
  const mayWrite = asOf === null
  const facts = factsOf(register)
  const panels = usePanels(register)
  const drawn = (these: readonly Panel[] = [], waiting: ReactNode = null) =>
    these.map((Each, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the panels of a register are a fixed list
      <Suspense key={index} fallback={waiting}>
        <Each register={register} record={record} />
      </Suspense>
    ))
  const mayChange = mayWrite && Boolean(record.may?.update || record.may?.withdraw)
  return (
    <article className="v-page">
      <header className="v-page-head">
        <Breadcrumb steps={[{ href: `/${pathOf(register)}`, label: say(register.label.many) }]} />
        <div className="v-record-head">
          <h1 data-title={record.reference ? `${record.reference} ${titleOf(register, record)}` : undefined}>
            {titleOf(register, record)}
          </h1>
          {(mayChange || panels.actions) && (
            <div className="v-record-actions">
              {drawn(panels.actions)}
              {mayWrite && record.may?.update && (
                <LinkButton href={`${recordPath(register, record.id)}/edit`} icon="edit">
                  {say({ sv: 'Ändra', en: 'Change' })}
                </LinkButton>
              )}
              {mayWrite && record.may?.withdraw && (
                <Menu
                  label={say({ sv: 'Mer att göra', en: 'More to do' })}
                  placement="bottom end"
                  trigger={<Button variant="quiet" icon="more" aria-label={say({ sv: 'Mer att göra', en: 'More to do' })} />}
                  sections={[
                    {
                      items: [
                        {
                          id: 'withdraw',
                          label: say({ sv: 'Ta bort ur registret', en: 'Remove from the register' }),
                          icon: 'trash',
                          danger: true,
                          onAction: () => setWithdrawing(true),
                        },
                      ],
                    },
                  ]}
                />
              )}
            </div>
          )}
        </div>
        <p className="v-record-line">
          {record.reference && <span className="v-reference">{record.reference}</span>}
          {record.state !== null && <StateValue register={register} state={record.state} />}
          {level && <LevelValue field={level.field} value={record[level.name]} />}
          {facts
            .filter(({ field }) => field.kind === 'secrecy')
            .map(({ name }) =>
              isEmpty(record[name]) ? null : (
                <span key={name} className="v-secret">
                  <Icon name="lock" size={14} /> {say({ sv: 'Sekretess', en: 'Secrecy' })}
                </span>
              ),
            )}
        </p>
        <ChainStrip register={register} groups={connections.data?.groups} />
      </header>

      <div className="v-record">
        <div className="v-record-main">
          {mayWrite && <NextStep register={register} record={record} />}
          {drawn(panels.before, <Skeleton width="20rem" />)}
          <Sections register={register} record={record} aside={new Set([...facts.map((fact) => fact.name), ...(panels.covers ?? [])])} />
          {drawn(panels.after, <Skeleton width="20rem" />)}
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
      {isWithdrawing && (
        <Suspense>
          <WithdrawDialog register={register} record={record} onClose={() => setWithdrawing(false)} />
        </Suspense>
      )}
    </article>
  )
}

/** The content in the order of the form, without what stands among the facts; fields left empty are gathered in one line. */
function Sections({ register, record, aside }: { register: Register; record: RecordJson; aside: ReadonlySet<string> }) {
  const say = useSay()
  const language = useLanguage()
  const id = useId()
  const empty: string[] = []
  const sections = register.form.map((section) => {
    const fields = section.fields.flatMap((name) => {
      const field = register.fields[name]
      if (!field || aside.has(name) || name === register.title) return []
      if (isEmpty(record[name])) {
        empty.push(field.label[language])
        return []
      }
      return [{ name, field }]
    })
    return { title: section.title, fields }
  })
  return (
    <>
      {sections.map(({ title, fields }, index) =>
        fields.length === 0 ? null : (
          <section key={title.sv} aria-labelledby={`${id}-${index}`}>
            <h2 id={`${id}-${index}`}>{say(title)}</h2>
            <DescriptionList
              layout={fields.some(({ field }) => ['rich', 'structure'].includes(shapeOf(field).kind)) ? 'above' : 'beside'}
              items={fields.map(({ name, field }) => ({
                key: name,
                name: field.label.sv === title.sv ? <span className="v-hidden">{say(field.label)}</span> : say(field.label),
                value: (
                  <div id={valueId(name)}>
                    <Value register={register} name={name} field={field} record={record} />
                  </div>
                ),
              }))}
            />
          </section>
        ),
      )}
      {empty.length > 0 && (
        <p className="v-muted v-empty-line">
          {say({ sv: 'Inte ifyllt:', en: 'Not filled in:' })}{' '}
          {empty.map((label, index) => (index === 0 ? label : label.charAt(0).toLowerCase() + label.slice(1))).join(', ')}.
        </p>
      )}
    </>
  )
}

function Facts({ register, record }: { register: Register; record: RecordJson }) {
  const say = useSay()
  const format = useFormat()
  const items = factsOf(register)
    .filter(({ name, field }) => !isEmpty(record[name]) || field.required || (register.scope?.own ?? []).includes(name))
    .map(({ name, field }) => ({
      key: name,
      name: say(field.label),
      value: <Value register={register} name={name} field={field} record={record} />,
    }))
  const traces = [
    { key: 'created', name: say({ sv: 'Skapad', en: 'Created' }), at: record.createdAt, by: record.createdBy },
    ...(record.version > 1
      ? [{ key: 'changed', name: say({ sv: 'Ändrad', en: 'Changed' }), at: record.changedAt, by: record.changedBy }]
      : []),
  ].map(({ key, name, at, by }) => ({
    key,
    name,
    value: (
      <>
        <time dateTime={at}>{format.moment(at)}</time>
        {by && (
          <>
            {say({ sv: ' av ', en: ' by ' })}
            <RecordName to="person" link={by} />
          </>
        )}
      </>
    ),
  }))
  return <DescriptionList items={[...items, ...traces]} />
}

/** The latest of what has happened, and the way to the whole story. */
function Latest({ register, id }: { register: Register; id: string }) {
  const say = useSay()
  const found = useGet<{ versions: readonly VersionJson[] }>(`${recordPath(register, id)}/history`)
  const versions = found.data?.versions ?? []
  return (
    <section>
      <h2>{say({ sv: 'Historik', en: 'History' })}</h2>
      {found.error && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      <Story register={register} id={id} versions={versions.slice(0, 5)} />
      {versions.length > 0 && (
        <LinkButton variant="secondary" size="small" icon="history" href={`${recordPath(register, id)}/history`}>
          {say({ sv: 'Hela historiken och jämförelser', en: 'The whole history and comparisons' })}
        </LinkButton>
      )}
    </section>
  )
}
