/** The text with its highest heading as the first level below the chapter's own, wherever its writer began. */
export function raised(text: string): string {
  const depths = [...text.matchAll(/^(#{1,6})\s/gm)].map((match) => match[1]?.length ?? 1)
  const lift = Math.min(...depths) - 1
  return depths.length && lift > 0 ? text.replace(/^(#{1,6})(?=\s)/gm, (marks: string) => marks.slice(lift)) : text
}
