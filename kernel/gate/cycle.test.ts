import { describe, expect, test } from 'vitest'
import { cycleThrough } from './cycle.ts'

describe('finding a cycle', () => {
  test('names those on the shortest way back', () => {
    const next = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', ['d']],
      ['d', ['a']],
    ])
    expect(cycleThrough('a', next)).toEqual(['a', 'b', 'd'])
    expect(cycleThrough('e', new Map([['e', ['e']]]))).toEqual(['e'])
    expect(cycleThrough('x', new Map([['x', ['a']], ...next]))).toBeNull()
  })
})
