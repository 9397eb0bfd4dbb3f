import type { MapEdge, MapNode } from '../answers.ts'

/** The layers in the order in which need is passed on. Systems take as many columns as their dependence is deep. */
export const layers = ['activity', 'informationAsset', 'system', 'supplier'] as const
export type Layer = (typeof layers)[number]

export const nodeWidth = 212
export const nodeHeight = 72
export const columnGap = 64
export const rowGap = 14

export interface PlacedNode {
  readonly node: MapNode
  readonly layer: Layer
  readonly column: number
  readonly row: number
  readonly x: number
  readonly y: number
}

export interface PlacedMap {
  readonly nodes: readonly PlacedNode[]
  readonly columns: readonly { readonly layer: Layer; readonly x: number; readonly isFirst: boolean; readonly count: number }[]
  /** From the one whose need is passed on, to the one who gets it. */
  readonly edges: readonly { readonly from: PlacedNode; readonly to: PlacedNode }[]
  readonly width: number
  readonly height: number
}

/** How deep each system lies below those that no other system depends on it through. Circles, which the register refuses, end by themselves. */
function depths(ids: readonly string[], below: ReadonlyMap<string, readonly string[]>): Map<string, number> {
  const depth = new Map(ids.map((id) => [id, 0]))
  for (let round = 0; round < Math.min(ids.length, 12); round += 1) {
    let moved = false
    for (const id of ids)
      for (const next of below.get(id) ?? []) {
        const wanted = (depth.get(id) ?? 0) + 1
        if (depth.has(next) && (depth.get(next) ?? 0) < wanted && wanted < 12) {
          depth.set(next, wanted)
          moved = true
        }
      }
    if (!moved) break
  }
  return depth
}

const average = (numbers: readonly number[]): number | null =>
  numbers.length ? numbers.reduce((sum, number) => sum + number, 0) / numbers.length : null

/** Orders the nodes of each column by where their neighbours stand, a few times over, so that few lines cross. */
function ordered(columns: readonly (readonly string[])[], neighbours: ReadonlyMap<string, readonly string[]>): string[][] {
  let order = columns.map((column) => [...column])
  const columnOf = new Map(columns.flatMap((column, index) => column.map((id) => [id, index] as const)))
  for (let sweep = 0; sweep < 6; sweep += 1) {
    const place = new Map(order.flatMap((column) => column.map((id, row) => [id, row / Math.max(1, column.length)] as const)))
    const from = sweep % 2 === 0
    const pull = (id: string, index: number) => {
      const beside = (neighbours.get(id) ?? []).filter((other) => {
        const at = columnOf.get(other) ?? index
        return from ? at < index : at > index
      })
      return average(beside.flatMap((other) => place.get(other) ?? []))
    }
    order = order.map((column, index) => {
      const pulls = new Map(column.map((id) => [id, pull(id, index) ?? place.get(id) ?? 0]))
      return column.toSorted((one, other) => (pulls.get(one) ?? 0) - (pulls.get(other) ?? 0))
    })
  }
  return order
}

/** Gives every node its place: a column per layer, the order that crosses few lines. `layerOf` says the layer of a register. */
export function placed(nodes: readonly MapNode[], edges: readonly MapEdge[], layerOf: (register: string) => Layer | undefined): PlacedMap {
  const known = nodes.flatMap((node) => {
    const layer = layerOf(node.register)
    return layer ? [{ node, layer }] : []
  })
  const layerById = new Map(known.map(({ node, layer }) => [node.id, layer]))
  const rank = (id: string) => layers.indexOf(layerById.get(id) ?? 'activity')
  const directed = edges.flatMap(({ from, to }) =>
    !layerById.has(from) || !layerById.has(to) || from === to ? [] : [rank(from) <= rank(to) ? { from, to } : { from: to, to: from }],
  )
  const below = new Map<string, string[]>()
  const neighbours = new Map<string, string[]>()
  for (const { from, to } of directed) {
    below.set(from, [...(below.get(from) ?? []), to])
    neighbours.set(from, [...(neighbours.get(from) ?? []), to])
    neighbours.set(to, [...(neighbours.get(to) ?? []), from])
  }
  const systems = known.filter(({ layer }) => layer === 'system').map(({ node }) => node.id)
  const depth = depths(systems, below)
  const byWeight = known.toSorted(
    (one, other) => (other.node.level ?? -1) - (one.node.level ?? -1) || one.node.label.localeCompare(other.node.label, 'sv'),
  )
  const columns = layers.flatMap((layer): { readonly layer: Layer; readonly ids: readonly string[] }[] => {
    const its = byWeight.filter((one) => one.layer === layer)
    if (layer !== 'system') return its.length ? [{ layer, ids: its.map(({ node }) => node.id) }] : []
    const deepest = Math.max(-1, ...its.map(({ node }) => depth.get(node.id) ?? 0))
    return Array.from({ length: deepest + 1 }, (_, at) => ({
      layer,
      ids: its.filter(({ node }) => depth.get(node.id) === at).map(({ node }) => node.id),
    })).filter(({ ids }) => ids.length)
  })
  const order = ordered(
    columns.map(({ ids }) => ids),
    neighbours,
  )
  const tallest = Math.max(1, ...order.map((column) => column.length))
  const step = nodeHeight + rowGap
  const height = tallest * step - rowGap
  const byId = new Map(known.map((one) => [one.node.id, one]))
  const nodesPlaced = order.flatMap((column, index) => {
    // A few rows stand around the same middle; a long column would leave the others out of sight, so all begin at the top.
    const top = tallest > 9 ? 0 : (height - (column.length * step - rowGap)) / 2
    return column.flatMap((id, row): PlacedNode[] => {
      const one = byId.get(id)
      return one ? [{ ...one, column: index, row, x: index * (nodeWidth + columnGap), y: top + row * step }] : []
    })
  })
  const placeOf = new Map(nodesPlaced.map((one) => [one.node.id, one]))
  return {
    nodes: nodesPlaced,
    columns: columns.map(({ layer, ids }, index) => ({
      layer,
      x: index * (nodeWidth + columnGap),
      isFirst: columns[index - 1]?.layer !== layer,
      count: ids.length,
    })),
    edges: directed.flatMap(({ from, to }) => {
      const [one, other] = [placeOf.get(from), placeOf.get(to)]
      return one && other ? [{ from: one, to: other }] : []
    }),
    width: Math.max(nodeWidth, columns.length * (nodeWidth + columnGap) - columnGap),
    height,
  }
}

/** Everything need comes from (`up`) or goes to (`down`), itself left out. */
export function reached(map: PlacedMap, id: string, way: 'up' | 'down'): ReadonlySet<string> {
  const next = new Map<string, string[]>()
  for (const { from, to } of map.edges) {
    const [here, there] = way === 'down' ? [from.node.id, to.node.id] : [to.node.id, from.node.id]
    next.set(here, [...(next.get(here) ?? []), there])
  }
  const seen = new Set<string>()
  const left = [...(next.get(id) ?? [])]
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    if (seen.has(one) || one === id) continue
    seen.add(one)
    left.push(...(next.get(one) ?? []))
  }
  return seen
}

/** The node an arrow key leads to: along the column, or to the nearest neighbour on that side. */
export function stepFrom(map: PlacedMap, id: string, key: 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'): PlacedNode | undefined {
  const here = map.nodes.find(({ node }) => node.id === id)
  if (!here) return map.nodes[0]
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const row = here.row + (key === 'ArrowUp' ? -1 : 1)
    return map.nodes.find((one) => one.column === here.column && one.row === row)
  }
  const side = key === 'ArrowRight' ? 1 : -1
  const distance = (one: PlacedNode) => Math.abs(one.y - here.y) + Math.abs(one.column - here.column) * 10
  const linked = map.edges.flatMap(({ from, to }) => (from === here && side > 0 ? [to] : to === here && side < 0 ? [from] : []))
  const beside = linked.length ? linked : map.nodes.filter((one) => one.column === here.column + side)
  return beside.toSorted((one, other) => distance(one) - distance(other))[0]
}

/** The line between two nodes, a calm curve; a line back to the same or an earlier column goes round. */
export function curve(from: PlacedNode, to: PlacedNode): string {
  const [x1, y1] = [from.x + nodeWidth, from.y + nodeHeight / 2]
  const [x2, y2] = [to.x, to.y + nodeHeight / 2]
  const bend = Math.max(36, (x2 - x1) / 2)
  // A line past other columns goes round what stands between, where both ends are on the same height.
  if (Math.abs(to.column - from.column) > 1 && Math.abs(y2 - y1) < nodeHeight) {
    const round = Math.min(y1, y2) - nodeHeight * 1.1
    return `M${x1} ${y1}C${x1 + bend / 2} ${round} ${x2 - bend / 2} ${round} ${x2} ${y2}`
  }
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`
}
