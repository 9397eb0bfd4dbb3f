import { describe, expect, it } from 'vitest'
import { figureValue, movementOf } from './figures.ts'

describe('a figure', () => {
  it('says that it is missing rather than showing zero', () => {
    expect(figureValue(0, 'count', 'sv')).toBe('0')
    expect(figureValue(null, 'count', 'sv')).toBe('uppgift saknas')
  })

  it('writes a share in per cent with a thin space in Swedish', () => {
    expect(figureValue(0.83, 'share', 'sv')).toBe('83\u202f%')
    expect(figureValue(0.83, 'share', 'en')).toBe('83%')
  })

  it('counts a rise as better only where higher is better', () => {
    expect(movementOf(0.83, 0.76, 'share', 'higher')).toMatchObject({ direction: 'up', judgement: 'better' })
    expect(movementOf(12, 9, 'count', 'lower')).toMatchObject({ direction: 'up', judgement: 'worse' })
    expect(movementOf(12, 9, 'count', 'neither')).toMatchObject({ direction: 'up', judgement: 'same' })
  })

  it('says the change of a share in percentage points', () => {
    expect(movementOf(0.83, 0.76, 'share', 'higher')?.words.sv).toBe('7\u00a0procentenheter upp')
    expect(movementOf(0.75, 0.76, 'share', 'higher')?.words.sv).toBe('1\u00a0procentenhet ned')
  })

  it('makes no comparison with a year that has no value', () => {
    expect(movementOf(0.83, 0.83, 'share', 'higher')?.judgement).toBe('same')
    expect(movementOf(0.83, null, 'share', 'higher')).toBeNull()
  })
})
