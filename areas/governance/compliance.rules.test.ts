import { describe, expect, test } from 'vitest'
import { reasonedWhenNotFulfilled, standingOf } from './compliance.rules.ts'

describe('how an assessment stands', () => {
  test('an unfulfilled requirement is a gap', () => {
    expect(standingOf({ assessment: 'notFulfilled', advice: false })).toBe('gap')
    expect(standingOf({ assessment: 'partly', advice: null })).toBe('underway')
  })

  test('advice is never a gap, only another way', () => {
    expect(standingOf({ assessment: 'notFulfilled', advice: true })).toBe('ownWay')
    expect(standingOf({ assessment: 'partly', advice: true })).toBe('ownWay')
    expect(standingOf({ assessment: 'fulfilled', advice: true })).toBe('met')
  })

  test('a need that was assessed and not found falls outside', () => {
    expect(standingOf({ assessment: 'notNeeded', advice: false })).toBe('outside')
  })
})

test('everything but fulfilled needs a reason', () => {
  expect(reasonedWhenNotFulfilled({ assessment: 'fulfilled', reason: null })).toBeNull()
  expect(reasonedWhenNotFulfilled({ assessment: 'notNeeded', reason: '  ' })).not.toBeNull()
  expect(reasonedWhenNotFulfilled({ assessment: 'notNeeded', reason: 'Lokalerna saknar zoner.' })).toBeNull()
})
