import { expect, test } from 'vitest'
import { checkDay } from './effect-check.rules.ts'

test('the effect of an action is to be checked the sooner the more important it is', () => {
  expect([3, 2, 1].map((priority) => checkDay('2023-03-15', priority))).toEqual(['2023-06-15', '2023-09-15', '2024-03-15'])
  expect(checkDay('2023-03-15', null)).toBe('2023-09-15')
})

test('a day the month does not have becomes the last of the month', () => {
  expect(checkDay('2023-11-30', 3)).toBe('2024-02-29')
  expect(checkDay('2022-08-31', 2)).toBe('2023-02-28')
})
