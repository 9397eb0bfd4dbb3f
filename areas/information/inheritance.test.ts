import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aspects, highestRung, type Need } from '../scales/needs.ts'
import { type Carrier, type Carrying, higher, inherit, noNeed, sameNeed } from './inheritance.ts'

const value = fc.option(fc.integer({ min: 0, max: highestRung }), { nil: null })
const need = fc.record<Need>({ confidentiality: value, integrity: value, availability: value, traceability: value })
const seldom = fc.oneof({ weight: 3, arbitrary: fc.constant(noNeed) }, { weight: 1, arbitrary: need })

/** A graph of some carriers with any connections, cycles among them. */
const graph = fc.integer({ min: 1, max: 12 }).chain((many) => {
  const id = fc.integer({ min: 0, max: many - 1 }).map(String)
  return fc.record({
    carriers: fc.tuple(
      ...Array.from({ length: many }, (_, at) => fc.record<Carrier>({ id: fc.constant(String(at)), from: seldom, set: seldom })),
    ),
    carrying: fc.array(fc.record<Carrying>({ from: id, to: id }), { maxLength: 40 }),
  })
})

const atLeast = (one: Need, other: Need) => sameNeed(higher(one, other), one)
const needOf = (k: number | null, r: number | null = null): Need => ({ ...noNeed, confidentiality: k, integrity: r })
const runs = { numRuns: 400 }

describe('inheritance of needs', () => {
  test('flows from information through systems to suppliers, the highest per aspect', () => {
    const found = inherit(
      [
        { id: 'cases', from: needOf(3, 1), set: noNeed },
        { id: 'payroll', from: needOf(1, 2), set: noNeed },
        { id: 'system', from: noNeed, set: noNeed },
        { id: 'platform', from: noNeed, set: noNeed },
        { id: 'supplier', from: noNeed, set: noNeed },
      ],
      [
        { from: 'cases', to: 'system' },
        { from: 'payroll', to: 'system' },
        { from: 'system', to: 'platform' },
        { from: 'platform', to: 'supplier' },
      ],
    )
    expect(found.get('system')?.holding).toEqual(needOf(3, 2))
    expect(found.get('supplier')?.holding).toEqual(needOf(3, 2))
  })

  test('whatever the graph, each holds what is set by hand, and otherwise the highest of what holds before it', () => {
    fc.assert(
      fc.property(graph, ({ carriers, carrying }) => {
        const found = inherit(carriers, carrying)
        for (const { id, from, set } of carriers) {
          const mine = found.get(id)
          const before = carrying.filter((each) => each.to === id).map((each) => found.get(each.from)?.holding ?? noNeed)
          expect(mine?.inherited).toEqual(before.reduce(higher, from))
          for (const aspect of aspects) expect(mine?.holding[aspect]).toBe(set[aspect] ?? mine?.inherited[aspect])
        }
      }),
      runs,
    )
  })

  test('is monotone: more need or more connections never give anybody less, where nothing more is set by hand', () => {
    fc.assert(
      fc.property(graph, fc.nat(11), need, fc.nat(11), fc.nat(11), ({ carriers, carrying }, which, more, from, to) => {
        const raised = carriers.map((carrier, at) => (at === which ? { ...carrier, from: higher(carrier.from, more) } : carrier))
        const before = inherit(carriers, carrying)
        const after = inherit(raised, [...carrying, { from: String(from), to: String(to) }])
        for (const { id } of carriers) expect(atLeast(after.get(id)?.holding ?? noNeed, before.get(id)?.holding ?? noNeed)).toBe(true)
      }),
      runs,
    )
  })

  test('does not depend on the order of carriers and connections', () => {
    fc.assert(
      fc.property(
        graph.chain(({ carriers, carrying }) =>
          fc.record({
            carriers: fc.constant(carriers),
            carrying: fc.constant(carrying),
            otherCarriers: fc.shuffledSubarray([...carriers], { minLength: carriers.length }),
            otherCarrying: fc.shuffledSubarray(carrying, { minLength: carrying.length }),
          }),
        ),
        ({ carriers, carrying, otherCarriers, otherCarrying }) => {
          const one = inherit(carriers, carrying)
          const other = inherit(otherCarriers, otherCarrying)
          for (const { id } of carriers) expect(other.get(id)).toEqual(one.get(id))
        },
      ),
      runs,
    )
  })

  test('a cycle ends, and gives nobody in it more than what flows into it', () => {
    fc.assert(
      fc.property(graph, ({ carriers, carrying }) => {
        const found = inherit(carriers, carrying)
        const most = carriers.map(({ from, set }) => higher(from, set)).reduce(higher, noNeed)
        for (const { holding } of found.values()) expect(atLeast(most, holding)).toBe(true)
      }),
      runs,
    )
  })

  test('a value set by hand wins over what is inherited, lower too, and flows on', () => {
    fc.assert(
      fc.property(value, fc.integer({ min: 0, max: highestRung }), (inherited, set) => {
        const found = inherit(
          [
            { id: 'information', from: needOf(inherited), set: noNeed },
            { id: 'system', from: noNeed, set: needOf(set) },
            { id: 'below', from: noNeed, set: noNeed },
          ],
          [
            { from: 'information', to: 'system' },
            { from: 'system', to: 'below' },
          ],
        )
        expect(found.get('system')).toEqual({ inherited: needOf(inherited), holding: needOf(set) })
        expect(found.get('below')?.holding).toEqual(needOf(set))
      }),
    )
  })

  test('a change recalculated only downstream gives the same as everything recalculated', () => {
    fc.assert(
      fc.property(graph, fc.nat(11), need, ({ carriers, carrying }, which, other) => {
        const before = inherit(carriers, carrying)
        const changed = carriers.map((carrier, at) => (at === which ? { ...carrier, from: other } : carrier))
        const whole = inherit(changed, carrying)
        const below = new Set([String(which)])
        for (const id of below) for (const { from, to } of carrying) if (from === id) below.add(to)
        const part = changed
          .filter(({ id }) => below.has(id))
          .map((carrier) => ({
            ...carrier,
            from: carrying
              .filter(({ from, to }) => to === carrier.id && !below.has(from))
              .map(({ from }) => before.get(from)?.holding ?? noNeed)
              .reduce(higher, carrier.from),
          }))
        const found = inherit(part, carrying)
        for (const { id } of carriers) expect(found.get(id)?.holding ?? before.get(id)?.holding).toEqual(whole.get(id)?.holding)
      }),
      runs,
    )
  })
})
