import type { Language } from '#kernel/language/text.ts'
import { formatNumber } from '#web/language/format.ts'

/** A sentence cut where its link begins and ends. */
export interface CutSentence {
  readonly before: string
  /** The number, set in bold; empty where the sentence shows none. */
  readonly number: string
  readonly linked: string
  readonly after: string
}

/**
 * Cuts a sentence so that the link takes its number and the words up to the next comma or full stop, and thereby says
 * where it leads. The number stands at `{count}`, or where the count is written in figures; else the whole sentence is the link.
 */
export function linkedSentence(text: string, count: number, language: Language): CutSentence {
  const number = formatNumber(count, language)
  const marked = text.includes('{count}') ? text : text.replace(new RegExp(`(^|\\D)${count}(?!\\d)`), '$1{count}')
  const [before = '', ...more] = marked.split('{count}')
  if (!more.length) return { before: '', number: '', linked: text, after: '' }
  const rest = more.join(number)
  const stop = rest.search(/[,.;](?=\s|$)/)
  const end = stop === -1 ? rest.length : stop
  return { before, number, linked: rest.slice(0, end), after: rest.slice(end) }
}
