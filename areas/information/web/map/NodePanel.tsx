import { pathOf } from '#kernel/definition/catalogue.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import { Button, LinkButton } from '#web/design/Button.tsx'
import { useSay } from '#web/language/useSay.ts'
import type { MapNode } from '../answers.ts'
import { Level } from '../Level.tsx'
import type { PlacedMap, PlacedNode } from './layout.ts'
import { NeedTable } from './NeedTable.tsx'
import { layerOne, leansOn, leansTo, words } from './words.ts'

interface NodePanelProps {
  readonly map: PlacedMap
  readonly one: PlacedNode
  readonly isFocus: boolean
  readonly onChoose: (id: string) => void
  readonly onCenter: (register: string, id: string) => void
  readonly onClose: () => void
}

/** About the chosen box: its need, inherited and set by hand beside each other, and what it leans on. */
export function NodePanel({ map, one, isFocus, onChoose, onCenter, onClose }: NodePanelProps) {
  const say = useSay()
  const catalogue = useCatalogue()
  const { node, layer } = one
  const before = map.edges.filter(({ to }) => to === one).map(({ from }) => from)
  const after = map.edges.filter(({ from }) => from === one).map(({ to }) => to)
  const register = catalogue.register(layer)
  return (
    <aside className="i-map-panel" aria-label={node.label}>
      <div className="i-map-panel-head">
        <p className="v-muted">
          {say(layerOne[layer])}
          {node.reference ? ` ${node.reference}` : ''}
        </p>
        <Button variant="quiet" size="small" icon="close" aria-label={say(words.close)} onPress={onClose} />
      </div>
      <h2>{node.label}</h2>
      <p>
        <Level level={node.level} />
      </p>
      <NeedTable need={node.need} inherited={node.inherited} set={node.set} grounds={node.setGrounds} />
      <Neighbours title={say(leansOn[layer])} nodes={before} onChoose={onChoose} />
      <Neighbours title={say(leansTo[layer])} nodes={after} onChoose={onChoose} />
      <div className="i-map-panel-foot">
        <LinkButton variant="primary" size="small" href={`/${pathOf(register)}/${node.id}`}>
          {say(words.open)}
        </LinkButton>
        {!isFocus && (
          <Button size="small" onPress={() => onCenter(node.register, node.id)}>
            {say(words.center)}
          </Button>
        )}
      </div>
    </aside>
  )
}

const byLevel = (one: { readonly node: MapNode }, other: { readonly node: MapNode }) => (other.node.level ?? -1) - (one.node.level ?? -1)

function Neighbours({
  title,
  nodes,
  onChoose,
}: {
  readonly title: string
  readonly nodes: readonly PlacedNode[]
  readonly onChoose: (id: string) => void
}) {
  if (!title || nodes.length === 0) return null
  return (
    <section>
      <h3>
        {title} <span className="v-count">{nodes.length}</span>
      </h3>
      <ul className="i-map-neighbours">
        {nodes.toSorted(byLevel).map((other) => (
          <li key={other.node.id}>
            <button type="button" className="i-map-neighbour" onClick={() => onChoose(other.node.id)}>
              {other.node.label}
            </button>
            <Level level={other.node.level} />
          </li>
        ))}
      </ul>
    </section>
  )
}
