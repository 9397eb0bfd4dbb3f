import { lazy, type ReactNode, Suspense, useState } from 'react'
import { ApiProblem } from '#web/api/client.ts'
import { Skeleton } from '#web/design/Banner.tsx'
import { Button, LinkButton } from '#web/design/Button.tsx'
import { Icon } from '#web/design/Icon.tsx'
import { Menu } from '#web/design/Menu.tsx'
import { Breadcrumb } from '#web/design/Parts.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import { pathOf } from '../../definition/catalogue.ts'
import type { Register } from '../../definition/register.ts'
import { type Panel, usePanels } from '../catalogue.tsx'
import { type RecordJson, titleOf } from '../data/record.ts'
import { recordPath, useRecord } from '../data/useRecords.ts'
import { LevelValue, StateValue } from '../fields/Value.tsx'
import { isEmpty } from '../fields/words.ts'
import { NotFound } from '../NotFound.tsx'
import { ChainStrip, useConnections } from './Connections.tsx'
import { factsOf, headLevel } from './layout.ts'

const WithdrawDialog = lazy(() => import('./WithdrawDialog.tsx'))

interface OfRecord {
  readonly register: Register
  readonly record: RecordJson
}

/** Fetches a record for its page: a page that waits, one that says the record is not there, or what is drawn of it. */
export function OneRecord({
  register,
  id,
  children,
}: {
  readonly register: Register
  readonly id: string
  readonly children: (record: RecordJson) => ReactNode
}) {
  const found = useRecord(register, id)
  if (found.error instanceof ApiProblem && found.error.status === 404) return <NotFound register={register} />
  if (found.error && !found.data) return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Waiting register={register} />
  return children(found.data)
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

/** What the areas add to a place of the page. */
export const Drawn = ({
  panels = [],
  waiting = null,
  ...of
}: OfRecord & { readonly panels?: readonly Panel[] | undefined; readonly waiting?: ReactNode }) =>
  panels.map((Each, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the panels of a register are a fixed list
    <Suspense key={index} fallback={waiting}>
      <Each {...of} />
    </Suspense>
  ))

/** The head of a record's page: where one is, its name and state, what may be done with the record as such, and the chain. */
export function RecordHead({
  register,
  record,
  level: shown,
}: OfRecord & { /** Says the level in words of its own. */ readonly level?: ReactNode }) {
  const say = useSay()
  const asOf = useAsOf()
  const connections = useConnections(register, record.id)
  const [isWithdrawing, setWithdrawing] = useState(false)
  const level = headLevel(register)
  const mayWrite = asOf === null
  const facts = factsOf(register)
  const panels = usePanels(register)
  const mayChange = mayWrite && Boolean(record.may?.update || record.may?.withdraw)
  return (
    <>
      <header className="v-page-head">
        <Breadcrumb steps={[{ href: `/${pathOf(register)}`, label: say(register.label.many) }]} />
        <div className="v-record-head">
          <h1 data-title={record.reference ? `${record.reference} ${titleOf(register, record)}` : undefined}>
            {titleOf(register, record)}
          </h1>
          {(mayChange || panels.actions) && (
            <div className="v-record-actions">
              <Drawn panels={panels.actions} register={register} record={record} />
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
          {shown ?? (level && <LevelValue field={level.field} value={record[level.name]} />)}
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
      {isWithdrawing && (
        <Suspense>
          <WithdrawDialog register={register} record={record} onClose={() => setWithdrawing(false)} />
        </Suspense>
      )}
    </>
  )
}
