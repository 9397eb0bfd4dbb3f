import { expect, test } from 'vitest'
import { exampleLossModel, lossModelContent } from '../../loss-model.content.ts'
import { draftFaults, draftOf, modelOf } from './loss-draft.ts'

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

test('a figure that cannot be is told at its field, and only the figures of the way chosen are asked for', () => {
  const { target: _, ...now } = exampleLossModel
  const draft = { ...draftOf(now), kind: 'threePoint', percent: 7, low: 0, likely: 2, high: 3 } as const
  expect(draftFaults(draft)).toEqual({})
  expect(Object.keys(draftFaults({ ...draft, percent: 250, low: -5, high: null }))).toEqual(['percent', 'low', 'high'])
  expect(draftFaults({ ...draft, percent: 250 }).percent?.sv).toBe('Skriv ett tal från 0 till 100 procent.')
  const often = { ...draft, kind: 'frequency', frequencyLow: 0, frequencyHigh: 400, lossLow: 1, lossHigh: 2e12 } as const
  expect(Object.keys(draftFaults(often))).toEqual(['frequencyLow', 'frequencyHigh', 'lossHigh'])
})

test('a figure that is missing makes no model, now or then', () => {
  expect(modelOf(draftOf(null), null)).toBeNull()
  expect(modelOf(draftOf(exampleLossModel), draftOf(null))).toBeNull()
})
