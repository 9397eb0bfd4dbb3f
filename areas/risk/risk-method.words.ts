import type { Text } from '#kernel/language/text.ts'
import type { RiskMethodContent } from './risk-method.content.ts'

const folded = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim()

/**
 * The level of an axis that a text means: its name, its number, or both in either order ("3", "Allvarlig", "3 – Allvarlig", "Allvarlig (3)").
 * The method's own names go before those of the common ladder, which exports are written in. Null where it means none, or where name
 * and number say different things.
 */
export function levelCalled(axis: RiskMethodContent['consequence'], ladder: readonly Text[], text: string): number | null {
  const wanted = folded(text)
  const common = (level: number) => Object.values(ladder[level - 1] ?? {}).map(folded)
  const named = axis.find(({ name }) => folded(name) === wanted) ?? axis.find(({ level }) => common(level).includes(wanted))
  if (named) return named.level
  const [, lead, after] = /^(\d+)(?:[.,]0+)?(?:\s*[-–—:.=)]*\s*(.+))?$/.exec(wanted) ?? []
  const [, before, tail] = /^(.+?)\s*[-–—:=(]*\s*(\d+)\)?$/.exec(wanted) ?? []
  const number = Number(lead ?? tail)
  const rest = folded(lead === undefined ? (before ?? '') : (after ?? ''))
  const numbered = axis.find(({ level }) => level === number)
  return numbered && (rest === '' || [folded(numbered.name), ...common(numbered.level)].includes(rest)) ? numbered.level : null
}
