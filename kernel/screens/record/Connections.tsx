import { useGet } from '#web/api/useGet.ts'
import { Skeleton } from '#web/design/Banner.tsx'
import { LinkButton } from '#web/design/Button.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import { pathOf } from '../../definition/catalogue.ts'
import type { Register } from '../../definition/register.ts'
import { fill } from '../../language/text.ts'
import { useCatalogue, useChain } from '../catalogue.tsx'
import type { LinkGroup } from '../data/record.ts'
import { recordPath } from '../data/useRecords.ts'
import { RecordName, StateValue } from '../fields/Value.tsx'

/** The connections of a record, both ways. */
export const useConnections = (register: Register, id: string) =>
  useGet<{ groups: readonly LinkGroup[] }>(`${recordPath(register, id)}/links`)

const anchorOf = (register: Register) => `connections-${pathOf(register)}`

/** The id of a value on the record's page, for those who come from the chain. */
export const valueId = (field: string) => `value-${field}`

/** Where in the chain of the work the record stands, with what it is connected to on either side. */
export function ChainStrip({ register, groups }: { register: Register; groups: readonly LinkGroup[] | undefined }) {
  const say = useSay()
  const format = useFormat()
  const catalogue = useCatalogue()
  const chain = useChain()
  if (!chain.includes(register.name)) return null
  return (
    <nav className="v-chain" aria-label={say({ sv: 'Kedjan', en: 'The chain' })}>
      <ol>
        {chain.map((name) => {
          const step = catalogue.register(name)
          const its = (groups ?? []).filter((group) => group.register === step.plural)
          const count = its.reduce((sum, group) => sum + group.total, 0)
          const first = its.find((group) => group.direction === 'in') ?? its[0]
          const isHere = step === register
          const label = say(count === 1 && !isHere ? step.label.one : step.label.many)
          return (
            <li key={name} data-here={isHere || undefined} data-empty={(!isHere && count === 0) || undefined}>
              {isHere ? (
                <span aria-current="location">{say(step.label.one)}</span>
              ) : count > 0 ? (
                <a href={`#${first?.direction === 'out' ? valueId(first.field) : anchorOf(step)}`}>
                  {label} <span className="v-number">{format.number(count)}</span>
                </a>
              ) : (
                <span>
                  {label} {groups && <span className="v-number">0</span>}
                </span>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

interface ConnectionsProps {
  readonly register: Register
  readonly id: string
  /** Registers, by their plural, whose records the page shows elsewhere. */
  readonly without?: readonly string[]
}

/** What refers to the record, register by register: each with its state, and a way to all of them. What the record refers to stands among its own values. */
export function Connections({ register, id, without = [] }: ConnectionsProps) {
  const say = useSay()
  const format = useFormat()
  const catalogue = useCatalogue()
  const found = useConnections(register, id)
  if (found.error) return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Skeleton width="20rem" />
  const groups = found.data.groups.filter((group) => group.total > 0 && group.direction === 'in' && !without.includes(group.register))
  if (groups.length === 0)
    return (
      <p className="v-muted">
        {say(
          without.length
            ? { sv: 'Inga fler kopplingar än dem ovan.', en: 'No more connections than those above.' }
            : { sv: 'Inget annat hänvisar till posten ännu.', en: 'Nothing else refers to the record yet.' },
        )}
      </p>
    )
  const seen = new Set<string>()
  return (
    <div className="v-connections">
      {groups.map((group) => {
        const other = catalogue.registers.find((one) => one.plural === group.register)
        if (!other) return null
        const isFirst = !seen.has(other.name)
        seen.add(other.name)
        const rest = group.total - group.items.length
        const all = `/${pathOf(other)}?${group.field}=${id}`
        return (
          <section key={`${group.register} ${group.field} ${group.direction}`} {...(isFirst ? { id: anchorOf(other) } : {})}>
            <h3>
              {say(group.label)} <span className="v-count">{format.number(group.total)}</span>
            </h3>
            <ul className="v-plain-list">
              {group.items.map((item) => (
                <li key={item.id} className="v-connection">
                  <RecordName to={other.name} link={item} />
                  {item.state && <StateValue register={other} state={item.state} />}
                </li>
              ))}
            </ul>
            {rest > 0 && (
              <LinkButton href={all} variant="quiet" size="small">
                {say(fill({ sv: 'Visa alla {n}', en: 'Show all {n}' }, { n: format.number(group.total) }))}
              </LinkButton>
            )}
          </section>
        )
      })}
    </div>
  )
}
