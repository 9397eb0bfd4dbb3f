import { parseDocument } from 'yaml'
import { type FormatFault, formatError } from '#kernel/exchange/format-error.ts'

/** A JSON object of unknown shape. */
export type Plain = { readonly [key: string]: unknown }

export const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The text at a key, trimmed; empty when there is none. */
export const textAt = (value: unknown, key: string): string => {
  const found = isPlain(value) ? value[key] : undefined
  return typeof found === 'string' ? found.trim() : typeof found === 'number' ? String(found) : ''
}

/** The list at a key; empty when there is none. */
export const listAt = (value: unknown, key: string): readonly unknown[] => {
  const found = isPlain(value) ? value[key] : undefined
  return Array.isArray(found) ? found : []
}

/** Largest YAML file read, in bytes: the parser keeps every sign, and no library known is half as large. */
const largestYaml = 8_000_000

/** Deepest nesting of lists and maps; no catalogue known goes beyond 20. */
const deepest = 100

const refuse = (fault: FormatFault): never => {
  throw formatError(fault)
}

/** Text of a file that must be UTF-8, as JSON and YAML must. */
export function decodeUtf8(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse({
      code: 'not-utf8',
      message: {
        sv: 'Filen är inte text i teckenkodningen UTF-8. Spara om den som UTF-8.',
        en: 'The file is not text in UTF-8. Save it again as UTF-8.',
      },
      at: name,
    })
  }
}

/** Parses JSON and refuses what could harm: keys that reach for prototypes, and endless nesting. */
export function parseJson(text: string, name: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return refuse({
      code: 'json-broken',
      message: {
        sv: 'Filen är inte giltig JSON. Den är skadad eller avhuggen.',
        en: `The file is not valid JSON: ${error instanceof Error ? error.message : ''}`,
      },
      at: jsonPlace(text, error) ?? name,
    })
  }
  checkPlain(value, name)
  return value
}

/** Line and column of a JSON fault, when the parser told the position. */
function jsonPlace(text: string, error: unknown): string | undefined {
  const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined
  if (position === undefined) return undefined
  const before = text.slice(0, Number(position)).split('\n')
  return `rad ${before.length}, tecken ${(before.at(-1)?.length ?? 0) + 1}`
}

/** Parses YAML 1.2 without own types, and refuses double keys, exploding aliases and what `parseJson` refuses. */
export function parseYaml(text: string, name: string): unknown {
  if (text.length > largestYaml) {
    return refuse({
      code: 'file-too-large',
      message: { sv: 'YAML-filen är större än 8 MB.', en: 'The YAML file is larger than 8 MB.' },
      at: name,
    })
  }
  checkYamlDepth(text, name)
  let value: unknown
  try {
    const document = parseDocument(text, { schema: 'core', uniqueKeys: true, merge: false, logLevel: 'silent' })
    const fault = document.errors[0]
    if (fault) {
      return refuse({
        code: 'yaml-broken',
        message: { sv: 'Filen är inte giltig YAML.', en: `The file is not valid YAML: ${fault.code}` },
        at: fault.linePos ? `rad ${fault.linePos[0].line}, tecken ${fault.linePos[0].col}` : name,
      })
    }
    value = document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    if (!(error instanceof ReferenceError || error instanceof RangeError)) throw error
    return refuse({
      code: 'yaml-explodes',
      message: {
        sv: 'Filen hänvisar till sig själv så många gånger att den inte går att läsa in.',
        en: 'The file refers to itself so many times that it cannot be read.',
      },
      at: name,
    })
  }
  checkPlain(value, name)
  return value
}

/** Nesting can be seen before parsing: by brackets opened, or by how far a line is indented. */
function checkYamlDepth(text: string, name: string): void {
  const indented = /^[ -]{400}/m.test(text)
  const opened = /(?:[[{]\s*){100}/.test(text)
  if (indented || opened) refuse(tooDeep(name))
}

const tooDeep = (at: string): FormatFault => ({
  code: 'too-deep',
  message: {
    sv: 'Filen har fler nivåer inuti varandra än vad som går att läsa.',
    en: 'The file is nested deeper than can be read.',
  },
  at,
})

const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

/** Goes through parsed data without recursion. */
function checkPlain(root: unknown, name: string): void {
  const waiting: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next
    if (typeof value !== 'object' || value === null) continue
    if (depth > deepest) refuse(tooDeep(name))
    for (const key of Object.getOwnPropertyNames(value)) {
      if (forbidden.has(key)) {
        refuse({
          code: 'forbidden-key',
          message: {
            sv: `Filen innehåller nyckeln ”${key}”, som inte tas emot.`,
            en: `The file contains the key “${key}”, which is not accepted.`,
          },
          at: name,
        })
      }
    }
    for (const inner of Object.values(value)) waiting.push({ value: inner, depth: depth + 1 })
  }
}
