import { expect, test } from 'vitest'
import { number } from '../../fields/builders.ts'
import { numberWords } from './words.ts'

test('a year is written as a year, every other number with its thousands apart', () => {
  const year = number({ sv: 'År', en: 'Year' }, { min: 1990, max: 2200 })
  const many = number({ sv: 'Antal', en: 'Number' }, { max: 100_000 })
  expect([numberWords(2025, year, 'sv'), numberWords(2025, year, 'en')]).toEqual(['2025', '2025'])
  expect(numberWords(2025, many, 'en')).toBe('2,025')
  expect(numberWords(2025, many, 'sv')).not.toBe('2025')
})
