import { describe, expect, it } from 'vitest'
import { momentOf, partsOf } from './moment.ts'

describe('a moment in a form', () => {
  it('is read and written in Swedish time, winter and summer', () => {
    expect(momentOf('2023-12-31', '14:30')).toBe('2023-12-31T13:30:00.000Z')
    expect(momentOf('2023-07-01', '00:15')).toBe('2023-06-30T22:15:00.000Z')
    expect(partsOf('2023-06-30T22:15:00Z')).toEqual({ day: '2023-07-01', time: '00:15' })
  })

  it('survives the hour that summer time skips', () => {
    expect(momentOf('2023-03-26', '02:30')).toBe('2023-03-26T01:30:00.000Z')
  })
})
