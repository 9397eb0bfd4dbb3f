import { describe, expect, it } from 'vitest'
import { keepAsOf, parseSearch, stringifySearch } from './address.ts'

describe('the question part of an address', () => {
  it('stays text, so that an id of figures only is not taken for a number', () => {
    expect(parseSearch('?level=3&owner=me&q=007')).toEqual({ level: '3', owner: 'me', q: '007' })
  })

  it('keeps every value of a repeated name, in order', () => {
    expect(parseSearch('?due=gte:2023-01-01&due=lt:today')).toEqual({ due: ['gte:2023-01-01', 'lt:today'] })
  })

  it('reads back as it was written, with colons and commas left readable', () => {
    const search = { state: 'identified,analysed', due: ['gte:2023-01-01', 'lt:today'], q: 'å & ä' }
    expect(stringifySearch(search)).toContain('state=identified,analysed&due=gte:2023-01-01')
    expect(parseSearch(stringifySearch(search))).toEqual(search)
  })
})

describe('the date of the past', () => {
  it('follows along to other places in the product', () => {
    expect(keepAsOf('/risks?state=open#list', '2023-12-31')).toBe('/risks?state=open&asOf=2023-12-31#list')
    expect(keepAsOf('/risks', null)).toBe('/risks')
  })

  it('gives way to a date the address names itself', () => {
    expect(keepAsOf('/risks?asOf=2022-12-31', '2023-12-31')).toBe('/risks?asOf=2022-12-31')
  })

  it('is not put on addresses of the API or of other sites', () => {
    expect(keepAsOf('/api/risks', '2023-12-31')).toBe('/api/risks')
    expect(keepAsOf('https://example.org/', '2023-12-31')).toBe('https://example.org/')
  })
})
