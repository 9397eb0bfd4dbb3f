import { inflateSync } from 'node:zlib'
import { readArchive } from './archive.ts'

/** A PDF read back object by object: what is in the file, not what the one who wrote it meant. For tests. */
export interface ReadPdf {
  /** the file as Latin-1 text, streams and all */
  raw: string
  /** all words on all pages, in the order they are drawn, without white space */
  text: string
  pages: number
  titles: string[]
  alts: string[]
}

/** Reads a PDF whose objects are not packed together, as the typesetter writes them. */
export function readPdf(file: Uint8Array): ReadPdf {
  const raw = Buffer.from(file).toString('latin1')
  const objects = new Map<string, string>()
  for (const [, id = '', body = ''] of raw.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)\nendobj/g)) objects.set(id, body)
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\s/.test(body))
  const text = pages.map((page) => pageText(page, objects)).join('\n')
  return {
    raw,
    text: text.replace(/\s/gu, ''),
    pages: pages.length,
    titles: [...raw.matchAll(/\/Title (\((?:\\.|[^\\)])*\)|<[0-9A-F]+>)/g)].map(([, value = '']) => pdfString(value)),
    alts: [...raw.matchAll(/\/Alt (\((?:\\.|[^\\)])*\)|<[0-9A-F]+>)/g)].map(([, value = '']) => pdfString(value)),
  }
}

function pageText(page: string, objects: Map<string, string>): string {
  const fonts = new Map<string, Map<string, string>>()
  for (const [, name = '', id = ''] of page.matchAll(/\/(f\d+) (\d+) 0 R/g)) {
    const map = objects.get(id)?.match(/\/ToUnicode (\d+) 0 R/)?.[1]
    fonts.set(name, glyphs(streamOf(objects.get(map ?? ''))))
  }
  const content = streamOf(objects.get(page.match(/\/Contents (\d+) 0 R/)?.[1] ?? ''))
  let font = new Map<string, string>()
  let text = ''
  for (const [, name, shown] of content.matchAll(/\/(f\d+) [\d.]+ Tf|\(((?:\\[\s\S]|[^\\)])*)\)/g)) {
    if (name) font = fonts.get(name) ?? font
    const bytes = Buffer.from(plainString(shown ?? ''), 'latin1')
    for (let at = 0; at + 1 < bytes.length; at += 2) {
      text += font.get(bytes.readUInt16BE(at).toString(16).padStart(4, '0').toUpperCase()) ?? '\ufffd'
    }
  }
  return text
}

const escapes: Record<string, string> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
}

const plainString = (value: string): string =>
  value.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, one: string) =>
    /^[0-7]/.test(one) ? String.fromCharCode(Number.parseInt(one, 8)) : (escapes[one] ?? one),
  )

function streamOf(body = ''): string {
  const start = body.match(/stream\r?\n/)
  if (!start || start.index === undefined) return ''
  const bytes = Buffer.from(body.slice(start.index + start[0].length), 'latin1')
  return body.includes('/FlateDecode') ? inflateSync(bytes).toString('latin1') : bytes.toString('latin1')
}

function glyphs(map: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, code = '', unicode = ''] of map.matchAll(/^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>$/gm)) {
    found.set(code.toUpperCase(), utf16(unicode))
  }
  return found
}

const utf16 = (hex: string): string => String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)))

const pdfString = (value: string): string =>
  value.startsWith('<') ? utf16(value.slice(1, -1)).replace('\ufeff', '') : plainString(value.slice(1, -1))

/** One part of a Word file as text. For tests. */
export function readPart(file: Uint8Array, name: string): string {
  const part = readArchive(file).find((one) => one.name === name)
  if (!part) throw new Error(`The file has no ${name}.`)
  return new TextDecoder().decode(part.content)
}

/** The words of a Word part, without white space. For tests. */
export const wordText = (xml: string): string =>
  [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text = '']) => text)
    .join('')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s/gu, '')
