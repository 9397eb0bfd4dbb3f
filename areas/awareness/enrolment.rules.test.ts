import { describe, expect, test } from 'vitest'
import { completedByNow, validOn } from './enrolment.rules.ts'

test('a course may be completed today but not tomorrow', () => {
  expect(completedByNow({ completedOn: '2023-03-01' }, { today: '2023-03-01', actor: null, roles: [] })).toBeNull()
  expect(completedByNow({ completedOn: '2023-03-02' }, { today: '2023-03-01', actor: null, roles: [] })).not.toBeNull()
})

describe('a completion with twelve months of validity', () => {
  test('counts for a year less a day: on the anniversary it has run out', () => {
    expect(validOn('2023-01-01', 12, '2023-12-31')).toBe(true)
    expect(validOn('2022-12-31', 12, '2023-12-31')).toBe(false)
  })

  test('does not count before it is made', () => {
    expect(validOn('2024-01-01', 12, '2023-12-31')).toBe(false)
    expect(validOn(null, 12, '2023-12-31')).toBe(false)
  })
})

test('a course without months of validity counts for ever', () => {
  expect(validOn('2010-01-01', null, '2023-12-31')).toBe(true)
})
