import { describe, expect, it } from 'vitest'
import { choice, date, link, number, scale } from '../../fields/builders.ts'
import { parseCondition } from './filter.ts'
import { conditionWords } from './words.ts'

const due = date({ sv: 'Klart', en: 'Due' })
const level = scale({ sv: 'Nivå', en: 'Level' }, [
  { sv: 'Låg', en: 'Low' },
  { sv: 'Medel', en: 'Medium' },
  { sv: 'Hög', en: 'High' },
])
const kind = choice({ sv: 'Slag', en: 'Kind' }, { a: { sv: 'Brand', en: 'Fire' }, b: { sv: 'Stöld', en: 'Theft' } })
const unit = link({ sv: 'Enhet', en: 'Unit' }, { to: 'unit', inverse: { sv: '', en: '' } })
const count = number({ sv: 'Antal', en: 'Number' })

const words = (field: Parameters<typeof conditionWords>[0], ...texts: string[]) =>
  conditionWords(field, texts.map(parseCondition), 'sv', (id) => (id === 'u1' ? 'It-avdelningen' : id))

describe('a filter in words', () => {
  it('says relative days as a person says them', () => {
    expect(words(due, 'lt:today')).toBe('före i dag')
    expect(words(due, 'gte:today', 'lte:today+30')).toBe('inom 30 dagar')
    expect(words(due, 'gte:today-365')).toBe('de senaste 365 dagarna')
    expect(words(due, 'lte:2023-12-31')).toBe('till och med 31 december 2023')
    expect(words(due, 'gte:2023-01-01', 'lte:2023-12-31')).toBe('1 januari 2023 – 31 december 2023')
  })

  it('names levels, alternatives and records', () => {
    expect(words(level, 'gte:2')).toBe('minst Medel')
    expect(words(kind, 'a,b')).toBe('Brand eller Stöld')
    expect(words(kind, 'not:a')).toBe('inte Brand')
    expect(words(unit, 'under:u1')).toBe('It-avdelningen med underliggande')
    expect(words(unit, 'me')).toBe('jag')
    expect(words(unit, 'empty')).toBe('saknas')
  })

  it('says a span of numbers as one', () => {
    expect(words(count, 'gte:3', 'lte:8')).toBe('3–8')
  })
})
