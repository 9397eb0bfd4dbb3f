/** How wide a column of a table is set: as wide as its words, or a part of what the others leave. */
export interface ColumnWidth {
  /** short enough to be given all the room its longest cell needs */
  fits: boolean
  /** part of the whole width, 0–1, where widths must be known beforehand */
  share: number
  /** part of the room left by the columns that fit, in any unit */
  weight: number
}

/** About as many characters of table text as a line across the whole reach holds, and across the column of text. */
const capacity = { wide: 84, text: 64 }

/** Widths for a table of plain texts, and whether it needs the whole reach of the page. */
export function columnWidths(headings: string[], rows: string[][]): { columns: ColumnWidth[]; wide: boolean } {
  const measured = headings.map((heading, index) => {
    const cells = [heading, ...rows.map((row) => row[index] ?? '')]
    const longest = Math.max(...cells.map((cell) => cell.length))
    const longestWord = Math.max(...cells.flatMap((cell) => cell.split(/[\s–-]+/).map((word) => word.length)))
    const wanted = longest <= 16 ? longest : 16 + Math.sqrt(longest - 16) * 2.2
    return { fits: longest <= 14, weight: Math.max(5, Math.min(longestWord, 22), wanted) + 3 }
  })
  if (measured.every((one) => one.fits) && measured[0]) measured[0].fits = false
  const sum = (columns: { weight: number }[]) => columns.reduce((total, one) => total + one.weight, 0)
  const wide = sum(measured) > capacity.text
  const taken = Math.min(sum(measured.filter((one) => one.fits)) / capacity[wide ? 'wide' : 'text'], 0.7)
  const fitting = sum(measured.filter((one) => one.fits)) || 1
  const flexible = sum(measured.filter((one) => !one.fits)) || 1
  const columns = measured.map((one) => ({
    ...one,
    share: one.fits ? (taken * one.weight) / fitting : ((1 - taken) * one.weight) / flexible,
  }))
  return { columns, wide }
}
