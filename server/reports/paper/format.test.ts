import { describe, expect, test } from 'vitest'
import { changeInWords, formatDate, formatNumber, formatValue, swedishDate } from './format.ts'

describe('a figure on paper', () => {
  test('is written the Swedish way: thin space, decimal comma, fixed space before the unit', () => {
    expect(formatValue(0.83, 'share', 'sv')).toBe('83\u00a0%')
    expect(formatValue(1600, 'count', 'sv')).toBe('1\u202f600')
    expect(formatValue(1_250_000, 'sek', 'sv')).toBe('1\u202f250\u202f000\u00a0kr')
    expect(formatValue(1, 'days', 'sv')).toBe('1\u00a0dag')
    expect(formatValue(3.5, 'days', 'sv')).toBe('3,5\u00a0dagar')
    expect(formatValue(2.7, 'level', 'sv')).toBe('nivå\u00a02,7')
    expect(formatNumber(-12.5, 'sv', 1)).toBe('\u221212,5')
  })

  test('is written the British way in English', () => {
    expect(formatValue(0.83, 'share', 'en')).toBe('83%')
    expect(formatValue(1600, 'count', 'en')).toBe('1,600')
    expect(formatValue(1_250_000, 'sek', 'en')).toBe('SEK\u00a01,250,000')
  })

  test('never rounds almost all to all, or a few to none', () => {
    expect(formatValue(1, 'share', 'sv')).toBe('100\u00a0%')
    expect(formatValue(0.9999, 'share', 'sv')).toBe('99,9\u00a0%')
    expect(formatValue(0.0002, 'share', 'sv')).toBe('0,1\u00a0%')
    expect(formatValue(0, 'share', 'sv')).toBe('0\u00a0%')
  })

  test('is said to be missing when there is none, never zero', () => {
    expect(formatValue(null, 'count', 'sv')).toBe('uppgift saknas')
    expect(formatValue(0, 'count', 'sv')).toBe('0')
  })
})

describe('the change since the year before', () => {
  test('is the difference between the two figures as they are printed', () => {
    expect(changeInWords(0.834, 0.776, 'share', 'sv')).toBe('upp 5\u00a0procentenheter')
    expect(changeInWords(0.83, 0.84, 'share', 'sv')).toBe('ned 1\u00a0procentenhet')
    expect(changeInWords(47, 50, 'count', 'sv')).toBe('3\u00a0färre')
    expect(changeInWords(1650, 50, 'count', 'sv')).toBe('1\u202f600\u00a0fler')
    expect(changeInWords(21, 27, 'days', 'sv')).toBe('ned 6\u00a0dagar')
    expect(changeInWords(3, 2, 'level', 'sv')).toBe('upp 1\u00a0nivå')
    expect(changeInWords(0.834, 0.831, 'share', 'sv')).toBe('oförändrat')
  })

  test('is not made up when a figure is missing', () => {
    expect(changeInWords(5, null, 'count', 'sv')).toBe('ingen jämförelse')
    expect(changeInWords(null, 5, 'count', 'sv')).toBe('–')
  })
})

test('a date is written out, and an instant belongs to the Swedish day', () => {
  expect(formatDate('2023-12-31', 'sv')).toBe('31\u00a0december 2023')
  expect(formatDate('2023-12-31', 'en')).toBe('31\u00a0December 2023')
  expect(swedishDate('2024-02-12T23:30:00Z')).toBe('2024-02-13')
})
