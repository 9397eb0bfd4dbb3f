import { pathOf } from '#kernel/definition/catalogue.ts'
import { fill, type Text } from '#kernel/language/text.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import { StateValue } from '#kernel/screens/fields/Value.tsx'
import { queryString } from '#web/api/client.ts'
import { Link } from '#web/design/Link.tsx'
import { Table } from '#web/design/Parts.tsx'
import { LinkTabs } from '#web/design/Tabs.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import type { Search } from '#web/shell/address.ts'
import { type ActionGroup, type ActionGrouping, type ActionItem, type ActionStanding, actionGroupings } from '../../standing.answers.ts'
import { DueText, Priority } from './Facts.tsx'
import { MoveMenu } from './MoveMenu.tsx'
import { groupingNames, withoutGroup, words } from './words.ts'

interface GroupedListProps {
  readonly answer: ActionStanding
  readonly per: ActionGrouping
  readonly filters: Search
  readonly hrefPer: (per: ActionGrouping) => string
  readonly onMove: (item: ActionItem, move: string) => void
}

/** The actions in a compact list, gathered by unit, owner, plan or origin. */
export function GroupedList({ answer, per, filters, hrefPer, onMove }: GroupedListProps) {
  const say = useSay()
  const format = useFormat()
  return (
    <div className="a-groups">
      <LinkTabs
        label={say(words.per)}
        tabs={actionGroupings.map((one) => ({ href: hrefPer(one), label: say(groupingNames[one]), isCurrent: one === per }))}
      />
      {answer.groups.map((group) => (
        <Group key={group.of?.id ?? 'none'} group={group} per={per} filters={filters} onMove={onMove} />
      ))}
      {answer.moreGroups > 0 && <p className="v-muted">{say(fill(words.moreGroups, { n: format.number(answer.moreGroups) }))}</p>}
    </div>
  )
}

interface GroupProps {
  readonly group: ActionGroup
  readonly per: ActionGrouping
  readonly filters: Search
  readonly onMove: (item: ActionItem, move: string) => void
}

function useGroupName(per: ActionGrouping) {
  const say = useSay()
  const field = useCatalogue().register('action').fields.source
  return ({ of }: ActionGroup): string => {
    if (of === null || of.label === null) return say(withoutGroup[per])
    const options: Readonly<Record<string, Text>> = field?.kind === 'choice' ? field.options : {}
    const option = per === 'source' ? options[of.id] : undefined
    return option ? say(option) : of.label
  }
}

function Group({ group, per, filters, onMove }: GroupProps) {
  const say = useSay()
  const format = useFormat()
  const register = useCatalogue().register('action')
  const name = useGroupName(per)(group)
  const counts = [
    {
      sv: group.count === 1 ? 'en åtgärd' : `${format.number(group.count)} åtgärder`,
      en: group.count === 1 ? 'one action' : `${format.number(group.count)} actions`,
    },
    ...(group.late
      ? [{ sv: group.late === 1 ? 'en försenad' : `${format.number(group.late)} försenade`, en: `${format.number(group.late)} late` }]
      : []),
    ...(group.costEstimated
      ? [{ sv: `beräknat ${format.money(group.costEstimated)}`, en: `estimated ${format.money(group.costEstimated)}` }]
      : []),
    ...(group.costActual ? [{ sv: `hittills ${format.money(group.costActual)}`, en: `so far ${format.money(group.costActual)}` }] : []),
  ]
  return (
    <section aria-label={name}>
      <h2>
        {name} <span className="v-muted a-group-sums">{counts.map(say).join(', ')}</span>
      </h2>
      <Table caption={name} captionHidden>
        <thead>
          <tr>
            {(['reference', 'title', 'state', 'priority', 'owner', 'due'] as const).map((column) => (
              <th key={column} scope="col">
                {say(
                  column === 'reference'
                    ? { sv: 'Referens', en: 'Reference' }
                    : column === 'state'
                      ? { sv: 'Status', en: 'Status' }
                      : (register.fields[column]?.label ?? { sv: '', en: '' }),
                )}
              </th>
            ))}
            <th scope="col">
              <span className="v-hidden">{say({ sv: 'Flytta', en: 'Move' })}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {group.items.map((item) => (
            <tr key={item.id}>
              <td className="v-reference">{item.reference}</td>
              <th scope="row">
                <Link href={`/${pathOf(register)}/${item.id}`}>{item.title}</Link>
              </th>
              <td>
                <StateValue register={register} state={item.state} />
              </td>
              <td>
                <Priority item={item} />
              </td>
              <td>{item.owner?.label ?? <span className="v-muted">{say(words.noOwner)}</span>}</td>
              <td>
                <DueText item={item} bare />
              </td>
              <td>
                <MoveMenu item={item} onMove={onMove} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {group.count > group.items.length && (
        <p>
          <Link href={`/${pathOf(register)}${queryString({ ...filters, [per]: group.of?.id ?? 'empty' })}`}>
            {say(fill(words.more, { n: format.number(group.count) }))}
          </Link>
        </p>
      )}
    </section>
  )
}
