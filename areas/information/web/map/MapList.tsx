import { pathOf } from '#kernel/definition/catalogue.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import { Link } from '#web/design/Link.tsx'
import { Table } from '#web/design/Parts.tsx'
import { useSay } from '#web/language/useSay.ts'
import { aspectNames, aspects } from '../../../scales/needs.ts'
import { Level } from '../Level.tsx'
import { layers, type PlacedMap, type PlacedNode } from './layout.ts'
import { layerNames, layerOne, leansOn, leansTo, words } from './words.ts'

interface MapListProps {
  readonly map: PlacedMap
  readonly focused: string | null
  /** The address of the map with this record in its middle. */
  readonly hrefOf: (one: PlacedNode) => string
}

/** The same map as a list: a table per layer, the lines as links in both directions. */
export function MapList({ map, focused, hrefOf }: MapListProps) {
  const say = useSay()
  const catalogue = useCatalogue()
  const hrefTo = (one: PlacedNode) => `/${pathOf(catalogue.register(one.layer))}/${one.node.id}`
  const names = (nodes: readonly PlacedNode[]) => (
    <ul className="v-plain-list">
      {nodes.map((one) => (
        <li key={one.node.id}>
          <Link href={hrefTo(one)}>{one.node.label}</Link>
        </li>
      ))}
    </ul>
  )
  return (
    <div className="i-map-list">
      {layers.map((layer) => {
        const its = map.nodes
          .filter((one) => one.layer === layer)
          .toSorted(
            (one, other) => (other.node.level ?? -1) - (one.node.level ?? -1) || one.node.label.localeCompare(other.node.label, 'sv'),
          )
        if (its.length === 0) return null
        return (
          <section key={layer}>
            <h2>
              {say(layerNames[layer])} <span className="v-count">{its.length}</span>
            </h2>
            <Table caption={say(layerNames[layer])} captionHidden>
              <thead>
                <tr>
                  <th scope="col">{say(layerOne[layer])}</th>
                  <th scope="col">{say(words.level)}</th>
                  {aspects.map((aspect) => (
                    <th key={aspect} scope="col">
                      <span aria-hidden="true" title={say(aspectNames[aspect])}>
                        {say(aspectNames[aspect]).charAt(0)}
                      </span>
                      <span className="v-hidden">{say(aspectNames[aspect])}</span>
                    </th>
                  ))}
                  {layer !== 'activity' && <th scope="col">{say(leansOn[layer])}</th>}
                  {layer !== 'supplier' && <th scope="col">{say(leansTo[layer])}</th>}
                  <th scope="col">{say({ sv: 'Kedjan', en: 'The chain' })}</th>
                </tr>
              </thead>
              <tbody>
                {its.map((one) => (
                  <tr key={one.node.id} data-current={one.node.id === focused || undefined}>
                    <th scope="row">
                      <Link href={hrefTo(one)}>{one.node.label}</Link>
                    </th>
                    <td>
                      <Level level={one.node.level} />
                    </td>
                    {aspects.map((aspect) => {
                      const set = one.node.set?.[aspect]
                      const inherited = one.node.inherited?.[aspect]
                      const isSet = set !== null && set !== undefined
                      return (
                        <td key={aspect} className="v-number">
                          {one.node.need[aspect] ?? <span className="v-muted">–</span>}
                          {isSet && (
                            <span className="v-muted" title={one.node.setGrounds ?? undefined}>
                              {' '}
                              {say({ sv: `(för hand; ärvt ${inherited ?? '–'})`, en: `(by hand; inherited ${inherited ?? '–'})` })}
                            </span>
                          )}
                        </td>
                      )
                    })}
                    {layer !== 'activity' && <td>{names(map.edges.filter(({ to }) => to === one).map(({ from }) => from))}</td>}
                    {layer !== 'supplier' && <td>{names(map.edges.filter(({ from }) => from === one).map(({ to }) => to))}</td>}
                    <td>
                      <Link href={hrefOf(one)}>
                        {say({ sv: 'Utgå härifrån', en: 'Start here' })}
                        <span className="v-hidden">: {one.node.label}</span>
                      </Link>
                    </td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </section>
        )
      })}
    </div>
  )
}
