import { expect, test } from 'vitest'
import { exampleLossModel, lossModelContent } from '../../loss-model.content.ts'
import { draftOf, modelOf } from './loss-draft.ts'

test('a loss model comes back as it was from the form', () => {
  const { target, ...now } = exampleLossModel
  expect(modelOf(draftOf(now), draftOf(target))).toEqual(exampleLossModel)
  expect(modelOf(draftOf(now), null)).toEqual({ ...now, target: null })
  expect(lossModelContent.safeParse(modelOf(draftOf(now), draftOf(target))).success).toBe(true)
})

test('seven per cent is seven per cent', () => {
  const estimate = { kind: 'threePoint', low: 1, likely: 2, high: 3, probability: 0.07 } as const
  expect(draftOf(estimate).percent).toBe(7)
  expect(modelOf(draftOf(estimate), null)).toMatchObject({ probability: 0.07 })
})

test('a figure that is missing makes no model, now or then', () => {
  expect(modelOf(draftOf(null), null)).toBeNull()
  expect(modelOf(draftOf(exampleLossModel), draftOf(null))).toBeNull()
})
