import { describe, expect, it } from 'vitest'
import { longestAcceptance, mayAccept } from './decision.rules.ts'
import { costOver, costPerStep, effectOf } from './option.rules.ts'
import { exampleRiskMethod as method } from './risk-method.content.ts'

describe('A decision on a risk', () => {
  it('is to accept within the mandate, never at its limit', () => {
    expect(mayAccept(method, 'risk-owner', 7)).toBe(true)
    expect(mayAccept(method, 'risk-owner', 8)).toBe(false)
    expect(mayAccept(method, 'department-head', 8)).toBe(true)
    expect(mayAccept(method, 'director-general', 16)).toBe(true)
  })

  it('is to accept at most as long as the level allows', () => {
    expect(longestAcceptance(method, 3, '2026-03-06')).toBe('2027-03-06')
    expect(longestAcceptance({ levels: method.levels.map((one) => ({ ...one, acceptMonths: 0 })) }, 3, '2026-03-06')).toBeNull()
    expect(longestAcceptance(method, 9, '2026-03-06')).toBeNull()
  })
})

describe('Options side by side', () => {
  const option = { costOnce: 200_000, costYearly: 50_000, level: 1 }
  it('are compared by what they cost over the years and what each level costs', () => {
    expect(costOver(option, 3)).toBe(350_000)
    expect(effectOf(3, option)).toBe(2)
    expect(costPerStep(3, option, 3)).toBe(175_000)
  })

  it('say nothing of what is not known or does not help', () => {
    expect(costOver({ costOnce: null, costYearly: null }, 3)).toBeNull()
    expect(costPerStep(1, option, 3)).toBeNull()
    expect(costPerStep(null, option, 3)).toBeNull()
    expect(effectOf(1, { level: 2 })).toBe(-1)
  })
})
