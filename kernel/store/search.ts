import { sql } from 'kysely'
import type { Catalogue } from '../definition/catalogue.ts'
import { type ShownState, shownState } from '../definition/shown.ts'
import type { Transaction } from './context.ts'
import { wordsOf } from './words.ts'

/** A record found by its words. */
export interface Hit {
  /** Plural name of the register, camelCase. */
  readonly register: string
  readonly id: string
  readonly reference: string | null
  readonly label: string
  readonly state: string | null
  readonly shownState: ShownState | null
  /** A piece of the text with the hits between « and ». */
  readonly excerpt: string
}

/** A piece of the text around the first hit, with hits marked. What already stands in the title is not repeated. */
export function excerptOf(whole: string, title: string, parts: readonly string[]): string {
  const from = whole.indexOf(title)
  const text = (from >= 0 ? whole.slice(from + title.length) : whole).replace(/\s+/g, ' ').trim()
  const lower = text.toLowerCase()
  const needles = parts.map((part) => part.slice(1, -1).replace(/\\(.)/g, '$1')).filter(Boolean)
  const hits = needles.map((needle) => lower.indexOf(needle)).filter((at) => at >= 0)
  const start = hits.length ? Math.max(0, Math.min(...hits) - 40) : 0
  const piece = text.slice(start, start + 160)
  const pattern = new RegExp(needles.map((needle) => needle.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'gi')
  const marked = needles.length ? piece.replace(pattern, (hit) => `«${hit}»`) : piece
  return `${start > 0 ? '… ' : ''}${marked}${start + 160 < text.length ? ' …' : ''}`
}

/** Searches every record the actor may see; the best answers first. */
export async function search(tx: Transaction, catalogue: Catalogue, typed: string, most: number): Promise<Hit[]> {
  const words = wordsOf(typed)
  if (!words) return []
  const rows = await tx.rows<{
    register: string
    id: string
    reference: string | null
    title: string
    state: string | null
    plain: string
  }>(
    sql`select register, id, reference, title, state, plain
      from search_entries(to_tsquery('swedish', ${words.query}), ${words.firstPart}, ${words.otherParts}::text[], ${words.exact}, ${most})`,
  )
  return rows.map(({ register, plain, title, ...hit }) => ({
    ...hit,
    register: catalogue.register(register).plural,
    shownState: shownState(catalogue.register(register), hit.state),
    label: title,
    excerpt: excerptOf(plain, title, [words.firstPart, ...words.otherParts]),
  }))
}
