/** How wide a column of a table is set: as wide as its words, or a part of what the others leave. */
export interface ColumnWidth {
  /** short enough to be given all the room its longest cell needs */
  fits: boolean
  /** part of the whole width, 0–1, where widths must be known beforehand */
  share: number
  /** part of the room left by the columns that fit, in any unit */
  weight: number
}

/** Widths for a table of plain texts, and how many characters of one line it would like in all. */
export function columnWidths(headings: string[], rows: string[][]): { columns: ColumnWidth[]; wanted: number } {
  const measured = headings.map((heading, index) => {
    const cells = [heading, ...rows.map((row) => row[index] ?? '')]
    const longest = Math.max(...cells.map((cell) => cell.length))
    const longestWord = Math.max(...cells.flatMap((cell) => cell.split(/[\s–-]+/).map((word) => word.length)))
    const wanted = longest <= 16 ? longest : 16 + Math.sqrt(longest - 16) * 3
    return { fits: longest <= 14, weight: Math.max(5, Math.min(longestWord, 22), wanted) + 3 }
  })
  if (measured.every((one) => one.fits) && measured[0]) measured[0].fits = false
  const wanted = measured.reduce((sum, one) => sum + one.weight, 0) || 1
  return { columns: measured.map((one) => ({ ...one, share: one.weight / wanted })), wanted }
}
