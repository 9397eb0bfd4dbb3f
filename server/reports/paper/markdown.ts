import type { Token, Tokens } from 'marked'
import { lexer } from 'marked'
import { type ColumnWidth, columnWidths } from './columns.ts'

/** A stretch of text set in one way. The text is literal: whatever it looks like, it is never read as markup again. */
export interface Run {
  text: string
  bold?: true
  italic?: true
  struck?: true
  code?: true
  /** web or mail address; other kinds of link are set as plain text */
  link?: string
  /** a new line follows, inside the same paragraph */
  lineBreak?: true
}

/** A part of a text, free of any format: what PDF and Word are both set from. */
export type Block =
  | { kind: 'paragraph'; runs: Run[] }
  | { kind: 'heading'; level: number; runs: Run[] }
  | { kind: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { kind: 'grid'; columns: GridColumn[]; rows: Run[][][] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'code'; lines: string[] }

/** A column of a table inside the text. */
export interface GridColumn extends ColumnWidth {
  runs: Run[]
  align: 'left' | 'right'
}

/** Reads Markdown into blocks. The shallowest heading gets `topHeading`, and no level is skipped below it. */
export function readMarkdown(markdown: string, topHeading = 2): Block[] {
  return levelHeadings(blocksOf(lexer(markdown)), topHeading)
}

/** Literal text fit for paper: one line, well formed, without control and direction-changing characters. */
export function literal(text: string): string {
  return text
    .toWellFormed()
    .replace(/\s*[\r\n\t\v\f\u2028\u2029]+\s*/g, ' ')
    .replace(/[\p{Cc}\ufffe\uffff\u202a-\u202e\u2066-\u2069]/gu, '')
}

function blocksOf(tokens: Token[]): Block[] {
  return tokens.flatMap((token) => blockOf(token))
}

function blockOf(token: Token): Block[] {
  switch (token.type) {
    case 'heading': {
      const runs = runsOf(token.tokens ?? [])
      return wording(runs).trim() === '' ? [] : [{ kind: 'heading', level: token.depth, runs }]
    }
    case 'paragraph':
    case 'text':
      return paragraph(token.tokens ? runsOf(token.tokens) : plain(token.text))
    case 'list':
      return [listOf(token as Tokens.List)]
    case 'table':
      return [gridOf(token as Tokens.Table)]
    case 'blockquote':
      return [{ kind: 'quote', blocks: blocksOf(token.tokens ?? []) }]
    case 'code':
      return [
        {
          kind: 'code',
          lines: String(token.text)
            .split('\n')
            .map((line) => literal(line)),
        },
      ]
    case 'space':
    case 'hr':
    case 'def':
      return []
    default:
      return paragraph(plain(token.raw))
  }
}

function listOf(list: Tokens.List): Block {
  return {
    kind: 'list',
    ordered: list.ordered,
    start: list.start === '' ? 1 : list.start,
    items: list.items.map((item) => {
      const mark = item.task ? `[${item.checked ? 'x' : ' '}] ` : ''
      const blocks = blocksOf(item.tokens.filter((token) => token.type !== 'checkbox'))
      const first = blocks[0]
      if (mark && first?.kind === 'paragraph') first.runs.unshift({ text: mark })
      return blocks
    }),
  }
}

function gridOf(table: Tokens.Table): Block {
  const header = table.header.map((cell) => runsOf(cell.tokens))
  const rows = table.rows.map((row) => row.map((cell) => runsOf(cell.tokens)))
  const widths = columnWidths(
    header.map(wording),
    rows.map((row) => row.map(wording)),
  ).columns
  return {
    kind: 'grid',
    columns: header.map((runs, index) => ({
      ...(widths[index] ?? {
        fits: false,
        share: 1 / header.length,
        weight: 1,
      }),
      runs,
      align: table.header[index]?.align === 'right' ? 'right' : 'left',
    })),
    rows,
  }
}

/** The words of some runs, without their looks. */
export const wording = (runs: Run[]): string => runs.map((run) => run.text).join('')

type Look = Omit<Run, 'text' | 'lineBreak'>

function runsOf(tokens: Token[], look: Look = {}): Run[] {
  return tokens.flatMap((token): Run[] => {
    switch (token.type) {
      case 'strong':
        return runsOf(token.tokens ?? [], { ...look, bold: true })
      case 'em':
        return runsOf(token.tokens ?? [], { ...look, italic: true })
      case 'del':
        return runsOf(token.tokens ?? [], { ...look, struck: true })
      case 'link': {
        const link = safeAddress(token.href)
        return runsOf(token.tokens ?? [], link ? { ...look, link } : look)
      }
      case 'codespan':
        return [{ text: literal(token.text), ...look, code: true }]
      case 'br':
        return [{ text: '', ...look, lineBreak: true }]
      case 'image':
        return plain(token.text, look)
      case 'text':
        return token.tokens ? runsOf(token.tokens, look) : plain(unescaped(token.text), look)
      case 'escape':
        return plain(token.text, look)
      default:
        return plain(token.raw, look)
    }
  })
}

const plain = (text: string, look: Look = {}): Run[] => {
  const clean = literal(text)
  return clean === '' ? [] : [{ text: clean, ...look }]
}

const paragraph = (runs: Run[]): Block[] => (runs.length === 0 ? [] : [{ kind: 'paragraph', runs }])

/** Only addresses a reader can follow from paper's digital twin, and none that runs anything. */
function safeAddress(address: string): string | undefined {
  const clean = literal(address).trim()
  if (!/^(https?:\/\/|mailto:)/i.test(clean) || !URL.canParse(clean)) return undefined
  return new URL(clean).href
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
}

const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,6})|(amp|lt|gt|quot|apos|nbsp));/g, (whole, code: string | undefined, name: string) =>
    code === undefined ? (entities[name] ?? whole) : String.fromCodePoint(Math.min(Number(code), 0x10ffff)),
  )

/** Headings as a reader of the outline needs them: none skipped, whatever levels the writer chose. */
function levelHeadings(blocks: Block[], top: number): Block[] {
  const open: number[] = []
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block
    while (open.length > 0 && (open.at(-1) ?? 0) >= block.level) open.pop()
    open.push(block.level)
    return { ...block, level: Math.min(top + open.length - 1, 6) }
  })
}
