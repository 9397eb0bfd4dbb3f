import { expect, test } from 'vitest'
import { columnWidths } from './columns.ts'

test('columns share the whole width, the short ones taking what they need', () => {
  const { columns, wide } = columnWidths(
    ['Nr', 'Risk', 'Klar'],
    [['R-101', 'Beroende av en enda leverantör för alla utbetalningar i landet', '2024-01-15']],
  )
  expect(columns.reduce((sum, column) => sum + column.share, 0)).toBeCloseTo(1)
  expect(columns.map((column) => column.fits)).toEqual([true, false, true])
  expect(columns[1]?.share).toBeGreaterThan(0.5)
  expect(wide).toBe(false)
})

test('a table of only short columns still fills the line, and one without rows has widths', () => {
  for (const rows of [[['a', 'b']], []]) {
    const { columns } = columnWidths(['Område', '2023'], rows)
    expect(columns[0]?.fits).toBe(false)
    expect(columns.reduce((sum, column) => sum + column.share, 0)).toBeCloseTo(1)
    expect(columns.every((column) => column.share > 0 && column.weight > 0)).toBe(true)
  }
})

test('a column gives its longest word room before another gets more than it needs', () => {
  const long = 'Ett längre stycke om risken och vad den kan leda till för den enskilde och för myndigheten'
  const { columns, wide } = columnWidths(['Ägare', 'Risk', 'Åtgärd'], [['Rättsavdelningen', long, long]])
  expect(wide).toBe(true)
  expect((columns[0]?.share ?? 0) * 84).toBeGreaterThanOrEqual(16)
})
