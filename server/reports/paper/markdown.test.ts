import { describe, expect, test } from 'vitest'
import { readMarkdown } from './markdown.ts'

const textOf = (markdown: string): string =>
  readMarkdown(markdown)
    .flatMap((block) => (block.kind === 'paragraph' ? block.runs : []))
    .map((run) => run.text)
    .join('')

describe('Markdown on its way to paper', () => {
  test('keeps bold, italics and web links apart from the text', () => {
    expect(readMarkdown('Ett **viktigt** *ord* och [en länk](https://example.se/a).')).toEqual([
      {
        kind: 'paragraph',
        runs: [
          { text: 'Ett ' },
          { text: 'viktigt', bold: true },
          { text: ' ' },
          { text: 'ord', italic: true },
          { text: ' och ' },
          { text: 'en länk', link: 'https://example.se/a' },
          { text: '.' },
        ],
      },
    ])
  })

  test('never lets a link run a script, and keeps its words', () => {
    const [block] = readMarkdown('[klicka](javascript:alert(1)) och [läs](file:///etc/passwd)')
    expect(block).toMatchObject({
      runs: [{ text: 'klicka' }, { text: ' och ' }, { text: 'läs' }],
    })
    expect(JSON.stringify(block)).not.toContain('link')
  })

  test.each(['#import "x"', '#read("/etc/passwd")', '$x$', '<b>fet</b> text', 'a < b & c > d', '#set page(width: 1pt)'])(
    'keeps %s as it was written',
    (text) => expect(textOf(text)).toBe(text),
  )

  test('lets headings follow on each other without a gap', () => {
    const levels = readMarkdown('### A\n\n##### B\n\n### C\n\n# D\n\n## E').map((block) => block.kind === 'heading' && block.level)
    expect(levels).toEqual([2, 3, 2, 2, 3])
  })

  test('reads lists in lists, and tables with the alignment they ask for', () => {
    expect(readMarkdown('1. ett\n   - inre\n2. två')).toMatchObject([
      {
        kind: 'list',
        ordered: true,
        items: [[{ kind: 'paragraph' }, { kind: 'list', ordered: false }], [{}]],
      },
    ])
    expect(readMarkdown('| Namn | Antal |\n|---|---:|\n| Risk | 3 |')).toMatchObject([
      {
        kind: 'grid',
        columns: [{ align: 'left' }, { align: 'right' }],
        rows: [[[{ text: 'Risk' }], [{ text: '3' }]]],
      },
    ])
  })

  test('takes away control and direction-changing characters, which no reader sees', () => {
    expect(textOf('säker\u0000het \u202eabc\u202c')).toBe('säkerhet abc')
  })
})
