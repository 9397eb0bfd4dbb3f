import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleRiskMethod as example, type RiskMethodContent } from './risk-method.content.ts'
import { fieldsOffScale } from './scale.rules.ts'
import { placeOf, translate } from './translation.ts'

const rung = fc.integer({ min: 1, max: 6 })
const mapping = fc.uniqueArray(fc.record({ from: rung, to: fc.option(fc.integer({ min: 1, max: 4 })) }), { selector: ({ from }) => from })
const method = fc.record({ consequence: mapping, likelihood: mapping }).map((both): RiskMethodContent => ({ ...example, mapping: both }))
const judged = fc.record({
  inherentConsequence: fc.option(rung),
  inherentLikelihood: fc.option(rung),
  consequence: fc.option(rung),
  likelihood: fc.option(rung),
  targetConsequence: fc.option(rung),
  targetLikelihood: fc.option(rung),
})

describe('the judgements of a risk, by the next method', () => {
  test('all have a place on its scales, or are lost or to be judged again', () => {
    fc.assert(
      fc.property(method, judged, (by, record) => {
        const { values, again, lost } = translate(by, record)
        const outside = fieldsOffScale(by, { ...record, ...values })
        if (!again && !lost.length) expect(outside).toEqual([])
        for (const place of Object.values(values)) expect(place === null ? again : place >= 1 && place <= 4).toBe(true)
      }),
    )
  })

  test('are as they were where every level keeps its place', () => {
    fc.assert(
      fc.property(judged, (record) => {
        const inside = Object.fromEntries(Object.entries(record).map(([name, value]) => [name, value === null ? null : Math.min(value, 4)]))
        expect(translate(example, inside)).toEqual({ values: {}, again: false, lost: [] })
      }),
    )
  })

  test('follow the mapping rather than the number, are emptied where the number means something else, and are kept where it means nothing', () => {
    const by = {
      ...example,
      mapping: {
        consequence: [
          { from: 3, to: 4 },
          { from: 2, to: null },
          { from: 5, to: null },
        ],
        likelihood: [],
      },
    }
    expect([1, 2, 3, 4, 5, 6].map((one) => placeOf(by, 'consequence', one))).toEqual([1, 'again', 4, 4, 'again', null])
    expect(translate(by, { consequence: 3, likelihood: 2 })).toEqual({ values: { consequence: 4 }, again: false, lost: [] })
    expect(translate(by, { consequence: 2, likelihood: 2, targetConsequence: 3 })).toEqual({
      values: { consequence: null, targetConsequence: 4 },
      again: true,
      lost: [],
    })
    expect(translate(by, { consequence: 5, likelihood: 5 })).toEqual({ values: {}, again: true, lost: [{ axis: 'likelihood', rung: 5 }] })
  })
})
