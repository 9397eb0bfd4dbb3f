import { describe, expect, it } from 'vitest'
import { longestAcceptance, mayAccept, monthsOn, whoMayAccept } from './decision.rules.ts'
import { costOver, costPerStep, effectOf } from './option.rules.ts'
import { exampleRiskMethod as method } from './risk-method.content.ts'

describe('A decision on a risk', () => {
  it('is accepted within the mandate, never at its limit', () => {
    expect(mayAccept(method, 'risk-owner', 7)).toBe(true)
    expect(mayAccept(method, 'risk-owner', 8)).toBe(false)
    expect(mayAccept(method, 'director-general', 16)).toBe(true)
    // What has no value is accepted only by one whose mandate has no limit.
    expect(mayAccept(method, 'risk-owner', null)).toBe(false)
    expect(mayAccept(method, null, 1)).toBe(false)
  })

  it('names the lowest mandate that may accept', () => {
    expect(whoMayAccept(method, 2)).toBe('manager')
    expect(whoMayAccept(method, 12)).toBe('department-head')
    expect(whoMayAccept(method, 16)).toBe('director-general')
    expect(whoMayAccept({ mandates: [] }, 1)).toBeNull()
  })

  it('is accepted at most as long as the level allows', () => {
    expect(longestAcceptance(method, 3, '2026-03-06')).toBe('2027-03-06')
    expect(longestAcceptance({ levels: method.levels.map((one) => ({ ...one, acceptMonths: 0 })) }, 3, '2026-03-06')).toBeNull()
    expect(longestAcceptance(method, 9, '2026-03-06')).toBeNull()
    expect(monthsOn('2026-08-31', 6)).toBe('2027-02-28')
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
