import { expect, test } from 'vitest'
import { type Answer, levelReached } from './self-assessment.rules.ts'

const answers = (...rows: [number, Answer][]) => rows.map(([level, answer]) => ({ level, answer }))

test('a level is reached when all its questions and all below are answered yes', () => {
  expect(levelReached(answers([1, 'yes'], [2, 'yes'], [3, 'yes'], [4, 'yes']))).toBe(4)
  expect(levelReached(answers([1, 'yes'], [1, 'yes'], [2, 'partly'], [3, 'yes']))).toBe(1)
})

test('one missing answer on the first level means no level at all, however good the rest', () => {
  expect(levelReached(answers([1, 'yes'], [1, 'notAnswered'], [2, 'yes'], [3, 'yes'], [4, 'yes']))).toBe(0)
})

test('no answers reach no level', () => {
  expect(levelReached([])).toBe(0)
})
