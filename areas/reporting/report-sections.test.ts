import { expect, test } from 'vitest'
import { reportSections, reportTextName } from './report-sections.ts'

test('a report has eleven sections, from the summary to the evaluation', () => {
  const keys = Object.keys(reportSections)
  expect(keys).toHaveLength(11)
  expect([keys[0], keys[10]]).toEqual(['summary', 'evaluation'])
})

test('a text of the report is called by its year, section and language', () => {
  expect(reportTextName({ year: 2023, section: 'cooperation', language: 'sv' })).toBe('2023 Samverkan (sv)')
  expect(reportTextName({ year: null, section: 'cooperation', language: 'sv' })).toBeNull()
})
