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
  const measured = headings.map((heading, index) => measure([heading, ...rows.map((row) => row[index] ?? '')]))
  if (measured.every((one) => one.fits) && measured[0]) measured[0].fits = false
  const wide = sum(measured, 'wanted') > capacity.text
  const fitting = measured.filter((one) => one.fits)
  const flexible = measured.filter((one) => !one.fits)
  const taken = Math.min(sum(fitting, 'wanted') / capacity[wide ? 'wide' : 'text'], 0.7)
  const room = (1 - taken) * capacity[wide ? 'wide' : 'text']
  const least = sum(flexible, 'least') || 1
  const extra = sum(flexible, 'wanted') - least || 1
  const columns = measured.map(({ fits, wanted, least: own }) => {
    if (fits) return { fits, weight: wanted, share: (taken * wanted) / (sum(fitting, 'wanted') || 1) }
    const weight = least >= room ? (own * room) / least : own + ((wanted - own || 1 / flexible.length) * (room - least)) / extra
    return { fits, weight, share: weight }
  })
  const flexibleShare = columns.reduce((total, one) => total + (one.fits ? 0 : one.share), 0) || 1
  return {
    columns: columns.map((one) => (one.fits ? one : { ...one, share: ((1 - taken) * one.share) / flexibleShare })),
    wide,
  }
}

interface Measured {
  fits: boolean
  /** characters that would do */
  wanted: number
  /** characters of the longest word */
  least: number
}

function measure(cells: string[]): Measured {
  const longest = Math.max(...cells.map((cell) => cell.length))
  const longestWord = Math.max(...cells.flatMap((cell) => cell.split(/[\s–-]+/).map((word) => word.length)))
  const easy = longest <= 16 ? longest : 16 + Math.sqrt(longest - 16) * 2.2
  const least = Math.max(5, Math.min(longestWord, 22)) + 3
  return { fits: longest <= 14, wanted: Math.max(least, easy + 3), least }
}

const sum = (columns: Measured[], what: 'wanted' | 'least'): number => columns.reduce((total, one) => total + one[what], 0)
