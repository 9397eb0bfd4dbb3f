import type { Catalogue } from '#kernel/definition/catalogue.ts'
import { pathOf } from '#kernel/definition/catalogue.ts'
import { type Language, say, type Text } from '#kernel/language/text.ts'
import { type NoticeWords, noticeInWords } from '#kernel/notices/notice.ts'

/** One thing said in a letter. */
export interface Said {
  readonly id: string
  readonly register: string
  readonly record: string
  readonly words: NoticeWords
  /** How many records it stands for. */
  readonly count: number
}

const words = {
  one: { sv: 'Värna: ', en: 'Värna: ' },
  many: (count: number): Text => ({ sv: `Värna: ${count} aviseringar`, en: `Värna: ${count} notices` }),
  open: { sv: 'Öppna i Värna', en: 'Open in Värna' },
  why: {
    sv: 'Vad det gäller visas bara i Värna, för den som får se det. Du väljer själv vad som ska komma som e-post, och när:',
    en: 'What it concerns is shown only in Värna, to those who may see it. You choose what comes by e-mail, and when:',
  },
} as const

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign)

/** The e-mail about some notices, in a person's language, in plain text and as a page. It holds what the notices say and where to read on. */
export function letterOf(catalogue: Catalogue, said: readonly Said[], language: Language, url: string) {
  const lines = said.map(({ id, register, record, words: text, count }) => ({
    text: say(noticeInWords(text, count), language),
    href: `${url}/${pathOf(catalogue.register(register))}${count > 1 ? `?notice=${id}` : `/${record}`}`,
  }))
  const choices = `${url}/aviseringar`
  const [first] = lines
  const subject =
    lines.length === 1 && first ? `${words.one[language]}${first.text.replace(/\.$/, '')}` : say(words.many(lines.length), language)
  const text = [...lines.flatMap((line) => [line.text, line.href, '']), '--', words.why[language], choices, ''].join('\n')
  const items = lines
    .map(
      (line) =>
        `<p style="margin:0 0 1.2em">${escaped(line.text)}<br><a href="${escaped(line.href)}" style="color:#0b5394">${words.open[language]}</a></p>`,
    )
    .join('\n')
  const html = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escaped(subject)}</title></head>
<body style="font:16px/1.5 system-ui,sans-serif;max-width:38em;margin:1.5em;">
${items}
<hr style="border:0;border-top:1px solid #888">
<p style="font-size:14px">${escaped(words.why[language])} <a href="${escaped(choices)}" style="color:#0b5394">${escaped(choices)}</a></p>
</body></html>`
  return { subject, text, html }
}
