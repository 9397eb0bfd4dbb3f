import { describe, expect, it } from 'vitest'
import type { MapEdge, MapNode } from '../answers.ts'
import { type Layer, layers, placed, reached, stepFrom } from './layout.ts'

const node = (id: string, register: Layer): MapNode => ({ id, register, label: id, level: 1, need: {} })
const edge = (from: string, to: string): MapEdge => ({ from, to, kind: 'carries' })
const layerOf = (register: string) => layers.find((layer) => layer === register)

const map = placed(
  [node('lev', 'supplier'), node('bas', 'system'), node('app', 'system'), node('info', 'informationAsset'), node('process', 'activity')],
  [edge('process', 'info'), edge('app', 'info'), edge('app', 'bas'), edge('lev', 'bas')],
  layerOf,
)
const columnOf = (id: string) => map.nodes.find((one) => one.node.id === id)?.column

describe('the map of what carries what', () => {
  it('sets process, information, systems by depth and suppliers in columns, whichever way the links point', () => {
    expect(['process', 'info', 'app', 'bas', 'lev'].map(columnOf)).toEqual([0, 1, 2, 3, 4])
  })

  it('shows everything upstream and downstream of a node, and not itself', () => {
    expect([...reached(map, 'app', 'up')].sort()).toEqual(['info', 'process'])
    expect([...reached(map, 'app', 'down')].sort()).toEqual(['bas', 'lev'])
  })

  it('is walked with the arrow keys along the lines', () => {
    expect(stepFrom(map, 'info', 'ArrowRight')?.node.id).toBe('app')
    expect(stepFrom(map, 'bas', 'ArrowLeft')?.node.id).toBe('app')
    expect(stepFrom(map, 'lev', 'ArrowRight')).toBeUndefined()
  })

  it('is drawn also where systems depend on each other in a circle', () => {
    const round = placed([node('a', 'system'), node('b', 'system')], [edge('a', 'b'), edge('b', 'a')], layerOf)
    expect(round.nodes).toHaveLength(2)
    expect([...reached(round, 'a', 'down')]).toEqual(['b'])
  })

  it('puts no two nodes in the same place', () => {
    const many = placed(
      Array.from({ length: 200 }, (_, index) => node(`n${index}`, layers[index % 4] ?? 'system')),
      Array.from({ length: 400 }, (_, index) => edge(`n${(index * 7) % 200}`, `n${(index * 13 + 1) % 200}`)),
      layerOf,
    )
    expect(new Set(many.nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(200)
  })
})
