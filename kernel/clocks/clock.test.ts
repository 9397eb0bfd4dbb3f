import { expect, test } from 'vitest'
import { addMonths } from './clock.ts'

test('months are counted forwards and backwards, and end in the month they reach', () => {
  expect(addMonths('2026-08-31', 6)).toBe('2027-02-28')
  expect(addMonths('2026-12-31', 12)).toBe('2027-12-31')
  expect(addMonths('2023-12-31', -12)).toBe('2022-12-31')
  expect(addMonths('2023-03-31', -1)).toBe('2023-02-28')
  expect(addMonths('2024-02-29', -12)).toBe('2023-02-28')
  expect(addMonths('2023-01-15', -2)).toBe('2022-11-15')
})
