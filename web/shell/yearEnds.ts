/** The last days of the years before a day, newest first. */
export const yearEnds = (today: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${Number(today.slice(0, 4)) - 1 - index}-12-31`)
