import { describe, expect, it } from 'vitest'
import { asksTheSame, filtersOf, parseCondition, withFilter, withoutFilters, writeCondition } from './filter.ts'

describe('a filter in the address', () => {
  it('reads and writes every form of condition without changing it', () => {
    for (const text of ['identified,analysed', 'not:closed', 'gte:3', 'lt:today+30', 'contains:a:b', 'under:7', 'empty', 'filled', 'me'])
      expect(writeCondition(parseCondition(text))).toBe(text)
    expect(parseCondition('not:closed,ended')).toEqual({ op: 'not', values: ['closed', 'ended'] })
    expect(parseCondition('contains:a:b')).toEqual({ op: 'contains', value: 'a:b' })
  })

  it('leaves order, search, date and paging out of the filters', () => {
    const search = { state: 'identified', value: ['gte:3', 'lte:8'], sort: '-value', q: 'brand', asOf: '2023-12-31', cursor: 'x' }
    expect(Object.keys(filtersOf(search))).toEqual(['state', 'value'])
    expect(filtersOf(search).value).toHaveLength(2)
  })

  it('is taken away when it has no conditions left', () => {
    expect(withFilter({ state: 'a', q: 'x' }, 'state', [])).toEqual({ q: 'x' })
    expect(withFilter({}, 'level', [{ op: 'gte', value: '3' }])).toEqual({ level: ['gte:3'] })
  })

  it('keeps order and date when all filters are cleared', () => {
    expect(withoutFilters({ state: 'a', q: 'x', figure: 'f', sort: 'title', asOf: '2023-12-31' })).toEqual({
      sort: 'title',
      asOf: '2023-12-31',
    })
  })

  it('asks the same whatever the order the filters stand in', () => {
    expect(asksTheSame({ a: '1', b: ['gte:3'] }, { b: 'gte:3', a: '1', sort: 'x' })).toBe(true)
    expect(asksTheSame({ a: '1' }, { a: '1', q: 'x' })).toBe(false)
  })
})
