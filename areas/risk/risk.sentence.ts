import type { Language } from '#kernel/language/text.ts'

interface Told {
  readonly cause: string | null
  readonly event: string | null
  readonly effect: string | null
}

const glue = {
  sv: { cause: 'på grund av', event: 'kan det hända att', effect: 'vilket leder till' },
  en: { cause: 'because of', event: 'it may happen that', effect: 'which leads to' },
}

/** A part of the sentence as it goes on after the words before it. */
function within(text: string): string {
  const trimmed = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.,;\s]+$/, '')
  return /^\p{Lu}\p{Ll}/u.test(trimmed) ? trimmed.charAt(0).toLowerCase() + trimmed.slice(1) : trimmed
}

/** The first words of a text, cut between words where it is longer than so many characters. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).replace(/[\s.,;:–-]+$/, '')}…`
}

/** The risk as one sentence: because of …, it may happen that …, which leads to …. Null where nobody has written it; each part may be cut to so many characters. */
export function riskSentence(risk: Told, language: Language, longestPart = Number.POSITIVE_INFINITY): string | null {
  const parts = (['cause', 'event', 'effect'] as const).flatMap((name) => {
    const text = risk[name]?.trim()
    return text ? [`${glue[language][name]} ${shortened(within(text), longestPart)}`] : []
  })
  if (!parts.length) return null
  const [first = ''] = parts
  const effect = risk.effect?.trim() && parts.length > 1 ? parts.pop() : null
  const said = [parts.join(' '), ...(effect ? [effect] : [])].join(', ')
  return `${first.charAt(0).toLocaleUpperCase('sv')}${said.slice(1)}${said.endsWith('…') ? '' : '.'}`
}
