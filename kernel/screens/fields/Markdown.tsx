// biome-ignore-all lint/suspicious/noArrayIndexKey: the parts of a text have no other identity than their place
import { lexer, type Token, type Tokens } from 'marked'
import { Fragment, type ReactNode, useMemo } from 'react'
import { Link } from '#web/design/Link.tsx'
import { isSafeAddress } from './plain.ts'

const inside = (href: string) => href.startsWith('/') || href.startsWith('#')

function each(tokens: readonly Token[] | undefined): ReactNode[] {
  return (tokens ?? []).map((token, index) => <Fragment key={`${index}${token.type}`}>{render(token)}</Fragment>)
}

/** Characters that Markdown had to write as entities; HTML is never interpreted, so they are put back by hand. */
const plain = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&amp;', '&')

const headings = ['h3', 'h4', 'h5', 'h6'] as const

/** Headings start just below the page's own, whatever the depth the writer began at. */
const lifted = (tokens: readonly Token[]): Token[] => {
  const highest = Math.min(6, ...tokens.map((token) => (token.type === 'heading' ? (token as Tokens.Heading).depth : 6)))
  return tokens.map((token) => (token.type === 'heading' ? { ...token, depth: (token as Tokens.Heading).depth - highest + 1 } : token))
}

function table(token: Tokens.Table): ReactNode {
  return (
    <div className="v-markdown-table">
      <table>
        <thead>
          <tr>
            {token.header.map((cell, index) => (
              <th key={index} scope="col" style={{ textAlign: cell.align ?? 'left' }}>
                {each(cell.tokens)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {token.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, index) => (
                <td key={index} style={{ textAlign: cell.align ?? 'left' }}>
                  {each(cell.tokens)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function list(token: Tokens.List): ReactNode {
  const items = token.items.map((item, index) => <li key={index}>{each(item.tokens)}</li>)
  return token.ordered ? <ol start={token.start === '' ? 1 : token.start}>{items}</ol> : <ul>{items}</ul>
}

function anchor(token: Tokens.Link): ReactNode {
  if (!isSafeAddress(token.href)) return each(token.tokens)
  if (inside(token.href)) return <Link href={token.href}>{each(token.tokens)}</Link>
  return (
    <a href={token.href} rel="noreferrer noopener">
      {each(token.tokens)}
    </a>
  )
}

function render(token: Token): ReactNode {
  switch (token.type) {
    case 'heading': {
      const Heading = headings[(token as Tokens.Heading).depth - 1] ?? 'h6'
      return <Heading>{each(token.tokens)}</Heading>
    }
    case 'paragraph':
      return <p>{each(token.tokens)}</p>
    case 'strong':
      return <strong>{each(token.tokens)}</strong>
    case 'em':
      return <em>{each(token.tokens)}</em>
    case 'del':
      return <s>{each(token.tokens)}</s>
    case 'codespan':
      return <code>{plain((token as Tokens.Codespan).text)}</code>
    case 'code':
      return (
        <pre>
          <code>{(token as Tokens.Code).text}</code>
        </pre>
      )
    case 'blockquote':
      return <blockquote>{each(token.tokens)}</blockquote>
    case 'list':
      return list(token as Tokens.List)
    case 'table':
      return table(token as Tokens.Table)
    case 'link':
      return anchor(token as Tokens.Link)
    case 'image':
      return (token as Tokens.Image).text
    case 'br':
      return <br />
    case 'hr':
      return <hr />
    case 'space':
    case 'def':
      return null
    case 'text':
    case 'escape':
      return 'tokens' in token && token.tokens ? each(token.tokens) : plain((token as Tokens.Text).text)
    default:
      return plain(token.raw)
  }
}

/** A text written in Markdown. HTML in it is shown as it is written, never interpreted; images stay outside. */
export function Markdown({ text }: { text: string }) {
  const tokens = useMemo(() => lifted(lexer(text, { gfm: true })), [text])
  return <div className="v-prose v-markdown">{each(tokens)}</div>
}
