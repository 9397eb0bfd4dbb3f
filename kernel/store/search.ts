import { sql } from 'kysely'
import type { Catalogue } from '../definition/catalogue.ts'
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
  /** A piece of the text with the hits between « and ». */
  readonly excerpt: string
}

/** A piece of the text around the first hit, with hits marked. */
function excerptOf(plain: string, parts: readonly string[]): string {
  const needles = parts.map((part) => part.slice(1, -1).replace(/\\(.)/g, '$1')).filter(Boolean)
  const first = Math.max(0, Math.min(...needles.map((needle) => plain.indexOf(needle)).filter((at) => at >= 0), plain.length))
  const start = first >= plain.length ? 0 : Math.max(0, first - 40)
  const piece = plain.slice(start, start + 160).replace(/\s+/g, ' ').trim()
  const marked = needles.reduce((text, needle) => text.replaceAll(needle, (hit) => `«${hit}»`), piece)
  return `${start > 0 ? '… ' : ''}${marked}${start + 160 < plain.length ? ' …' : ''}`
}

/** Searches every record the actor may see; the best answers first. */
export async function search(tx: Transaction, catalogue: Catalogue, typed: string, most: number): Promise<Hit[]> {
  const words = wordsOf(typed)
  if (!words) return []
  const rows = await tx.rows<{ register: string; id: string; reference: string | null; title: string; state: string | null; plain: string }>(
    sql`select register, id, reference, title, state, plain
      from search_entries(to_tsquery('swedish', ${words.query}), ${words.firstPart}, ${words.otherParts}::text[], ${words.exact}, ${most})`,
  )
  return rows.map(({ register, plain, title, ...hit }) => ({
    ...hit,
    register: catalogue.register(register).plural,
    label: title,
    excerpt: excerptOf(plain, [words.firstPart, ...words.otherParts]),
  }))
}
