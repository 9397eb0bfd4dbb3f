import { describe, expect, test } from 'vitest'
import { differenceOf, isSame, merge } from '#kernel/screens/versioned/parts.ts'
import { exampleRiskMethod as example } from '../../risk-method.content.ts'
import { disorder, holes, incomplete } from '../../risk-method.rules.ts'
import {
  methodCutting as cutting,
  daysOf,
  filledBy,
  stepsOf,
  thresholdsIn,
  withAxisLevel,
  withCell,
  withConsequences,
  withMapping,
  withoutAxisLevel,
} from './parts.ts'

describe('the parts of a method', () => {
  test('are the same method when put together again', () => {
    const method = withMapping(withMapping(example, 'consequence', 4, null), 'likelihood', 4, 3)
    expect(isSame(cutting.whole(cutting.partsOf(method)), method)).toBe(true)
  })

  test('tell what is new place by place, and lose nothing of what two have changed', () => {
    const [mine, theirs] = [withCell(example, 4, 1, 3), { ...withCell(example, 1, 4, 3), materialFrom: 12 }]
    expect(differenceOf(cutting, example, mine).map(({ key }) => key)).toEqual(['cell 4 1'])
    const { merged, collisions } = merge(cutting, example, mine, theirs)
    expect(collisions).toEqual([])
    expect(differenceOf(cutting, example, merged).map(({ key }) => key)).toEqual(['cell 1 4', 'cell 4 1', 'setting materialFrom'])
  })
})

describe('a change of a method', () => {
  test('with another level leaves holes to fill, and a level that counted for its place still does', () => {
    const more = withAxisLevel(example, 'consequence', 5, 'Mycket allvarlig')
    expect(more.consequence.map(({ weight }) => weight)).toEqual([1, 2, 3, 4, 5])
    expect(holes(more)).toHaveLength(4)
    expect(disorder({ content: more })).toBeNull()
    const back = withoutAxisLevel(more, 'consequence', 5)
    expect(isSame(back, example)).toBe(true)
  })

  test('without a level takes away what was said of it and nothing else', () => {
    const fewer = withoutAxisLevel(withMapping(example, 'consequence', 3, 3), 'consequence', 3)
    expect(fewer.consequence.map(({ level, weight }) => [level, weight])).toEqual([
      [1, 1],
      [2, 2],
      [4, 3],
    ])
    expect(fewer.mapping.consequence).toEqual([])
    expect([disorder({ content: fewer }), incomplete({ content: fewer })]).toEqual([null, null])
  })

  test('fills the matrix by limits of the value, as the matrix itself can tell them', () => {
    expect(thresholdsIn(example).map(({ from }) => from)).toEqual([1, 3, 8, 16])
    expect(isSame(filledBy({ ...example, matrix: [] }, thresholdsIn(example)).matrix, example.matrix)).toBe(true)
  })

  test('takes over the consequences of the classification model with the weights as they were', () => {
    const heavy = { ...example, consequence: example.consequence.map((one) => ({ ...one, weight: one.weight * 10 })) }
    const taken = withConsequences(heavy, {
      levels: [1, 2, 4].map((level) => ({ level, name: `Ny ${level}`, meaning: 'Ny' })),
      categories: [{ key: 'people', name: 'Enskilda', question: '' }],
      criteria: [1, 2, 4].map((level) => ({ category: 'people', level, text: 'Ny' })),
    })
    expect(taken.consequence.map(({ name, weight }) => [name, weight])).toEqual([
      ['Ny 1', 10],
      ['Ny 2', 20],
      ['Ny 4', 40],
    ])
    expect([disorder({ content: taken }), incomplete({ content: taken })]).toEqual([null, null])
  })
})

test('the mandates read as steps that end without limit, each with its days', () => {
  const steps = stepsOf(example.mandates, 'decidesBelow')
  expect(steps).toEqual([
    { role: 'manager', from: 0, below: 3 },
    { role: 'risk-owner', from: 3, below: 10 },
    { role: 'department-head', from: 10, below: null },
  ])
  expect(steps.map((step) => daysOf(example, step))).toEqual([
    [20, 20],
    [10, 15],
    [5, 10],
  ])
  expect(stepsOf(example.mandates, 'acceptsBelow').at(-1)).toEqual({ role: 'director-general', from: 16, below: null })
})
