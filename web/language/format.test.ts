import { describe, expect, it } from 'vitest'
import { daysBetween, formatBytes, formatDate, formatDistance, formatMoment, formatMoney, formatNumber } from './format.ts'

describe('numbers', () => {
  it('have thin spaces between groups and a decimal comma in Swedish', () => {
    expect(formatNumber(12500.5, 'sv')).toBe('12\u202f500,5')
    expect(formatNumber(12500.5, 'en')).toBe('12,500.5')
  })

  it('of kronor show öre only where there are any', () => {
    expect(formatMoney(12500, 'sv')).toBe('12\u202f500\u00a0kr')
    expect(formatMoney(12500.5, 'sv')).toBe('12\u202f500,50\u00a0kr')
  })

  it('of bytes are said in the unit a person reads', () => {
    expect(formatBytes(2_400_000, 'sv')).toBe('2,4\u00a0MB')
    expect(formatBytes(184_320, 'sv')).toBe('184\u00a0kB')
  })
})

describe('times', () => {
  it('are written out in text and in figures in tables', () => {
    expect(formatDate('2023-12-31', 'sv')).toBe('31 december 2023')
    expect(formatDate('2023-12-31', 'sv', 'table')).toBe('2023-12-31')
  })

  it('are shown as the clock stood in Sweden', () => {
    expect(formatMoment('2023-12-31T23:30:00Z', 'sv', 'table')).toBe('2024-01-01 00:30')
    expect(formatMoment('2023-06-30T12:05:00Z', 'sv')).toBe('30 juni 2023 kl. 14.05')
  })

  it('count whole days, also over a change to summer time', () => {
    expect(daysBetween('2023-03-25', '2023-03-27')).toBe(2)
    expect(daysBetween('2023-12-31', '2023-12-30')).toBe(-1)
  })

  it('say how far off a day is', () => {
    expect(formatDistance('2023-12-31', '2023-12-31', 'sv')).toBe('i dag')
    expect(formatDistance('2024-01-03', '2023-12-31', 'sv')).toBe('om 3 dagar')
    expect(formatDistance('2023-12-19', '2023-12-31', 'sv')).toBe('för 12 dagar sedan')
  })
})
