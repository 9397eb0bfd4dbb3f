import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { BriefSheet } from './brief-sheet.ts'
import { PaperRefusal } from './refusal.ts'
import type { Sheet } from './sheet.ts'
import { words } from './words.ts'

const workspace = fileURLToPath(new URL('.', import.meta.url))
const templates = {
  report: fileURLToPath(new URL('report.typ', import.meta.url)),
  brief: fileURLToPath(new URL('brief.typ', import.meta.url)),
}

let compiler: NodeCompiler | undefined

/**
 * Sets a sheet as PDF/UA-1. The compiler itself refuses a document that could not be read aloud (a picture without
 * words, a character without a glyph); characters that no bundled typeface has are printed as their code points.
 */
export function setPdf(sheet: Sheet | BriefSheet): Uint8Array {
  const template = 'kind' in sheet ? templates.brief : templates.report
  const json = JSON.stringify(sheet, breakLongWords)
  const first = compile(template, json, sheet.made)
  if (first instanceof Uint8Array) return first
  const lacking = lackingCharacters(first.message)
  if (lacking.size === 0) throw new PaperRefusal(words.failed, false, first.message)
  const second = compile(template, JSON.stringify(sheet, withoutCharacters(lacking)), sheet.made)
  if (second instanceof Uint8Array) return second
  throw new PaperRefusal(words.failed, false, second.message)
}

function compile(template: string, json: string, made: number): Uint8Array | { message: string } {
  compiler ??= NodeCompiler.create({ workspace })
  try {
    const compiled = compiler.compile({
      mainFilePath: template,
      inputs: { sheet: json },
      resetRead: true,
    })
    const document = compiled.result
    if (!document)
      return {
        message: JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? 'no document'),
      }
    return new Uint8Array(compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp: made }))
  } catch (error) {
    return { message: messageOf(error) }
  } finally {
    compiler.evictCache(0)
  }
}

/** Some faults of the compiler stand in `code`, with an empty message. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.message || ('code' in error ? String(error.code) : error.name)
}

function lackingCharacters(message: string): Set<string> {
  const found = message.matchAll(/the text `\\?"((?:\\\\?u\{[0-9a-f]+\}|[^"\\])+)\\?"` could not be displayed/g)
  const lacking = new Set<string>()
  for (const [, text = ''] of found) {
    const plain = text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    for (const character of plain) lacking.add(character)
  }
  return lacking
}

const notPrinted = new Set(['link', 'kind', 'key', 'locale', 'language', 'form', 'unit', 'align'])

/** Lets a word longer than any column (an address, an identifier) break where it must. */
function breakLongWords(key: string, value: unknown): unknown {
  if (typeof value !== 'string' || notPrinted.has(key) || key === 'alt') return value
  return value.replace(/\S{33,}/gu, (word) => (word.match(/.{1,16}/gsu) ?? [word]).join('\u200b'))
}

const withoutCharacters = (lacking: Set<string>) => (key: string, value: unknown) => {
  if (typeof value !== 'string' || notPrinted.has(key)) return value
  const codes = Array.from(value, (one) => (lacking.has(one) ? `[U+${one.codePointAt(0)?.toString(16).toUpperCase()}]` : one))
  return breakLongWords(key, codes.join(''))
}
