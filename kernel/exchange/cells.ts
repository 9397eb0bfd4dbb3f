import { type Field, type Secrecy, shapeOf } from '../fields/field.ts'
import { type Language, say } from '../language/text.ts'
import type { Cell, SheetColumn } from './write-sheet.ts'

/** How a field's values stand in a table. */
export function cellKind(field: Field): SheetColumn['kind'] {
  const { kind } = shapeOf(field)
  if (kind === 'number' || kind === 'money') return 'number'
  if (kind === 'date') return 'day'
  if (kind === 'moment') return 'moment'
  if (kind === 'yesNo') return 'truth'
  return 'text'
}

/** Between several values in one cell. */
const separator = '; '

/** A name among several in a cell, in quotation marks where it holds what stands between them. */
const listed = (name: string): string => (/[;\n"]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name)

/** The names in a cell, as `listed` writes them. */
const namesIn = (cell: string): string[] =>
  [...cell.matchAll(/\s*(?:"((?:[^"]|"")*)"|([^;\n]+?))\s*(?:[;\n]|$)/g)]
    .map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '')
    .filter(Boolean)

/** A value of the API as a cell. `keyOf` gives what an import recognises a linked record by. */
export function toCell(field: Field, value: unknown, language: Language, keyOf: (register: string, id: string) => string): Cell {
  const shape = shapeOf(field)
  if (value === null || value === undefined) return null
  switch (shape.kind) {
    case 'choice':
      return say(shape.options[value as string] ?? { sv: String(value), en: String(value) }, language)
    case 'scale': {
      const level = shape.levels[(value as number) - shape.first]
      return level ? `${value} ${say(level, language)}` : String(value)
    }
    case 'link':
      return keyOf(shape.to, (value as { id: string }).id)
    case 'links':
      return (value as { id: string }[]).map(({ id }) => listed(keyOf(shape.to, id))).join(separator)
    case 'attachments':
      return (value as { name: string }[]).map(({ name }) => name).join(separator)
    case 'secrecy': {
      const { provision, markedOn, authority } = value as Secrecy
      return [provision, markedOn, authority].join(separator)
    }
    case 'structure':
      return JSON.stringify(value)
    default:
      return value as Cell
  }
}

/** What is written as JSON; the text itself where it is not, so that the validator says so. */
function jsonIn(given: string): unknown {
  try {
    return JSON.parse(given) as unknown
  } catch {
    return given
  }
}

const yes = new Set(['ja', 'yes', 'true', 'sant', '1', 'x'])
const no = new Set(['nej', 'no', 'false', 'falskt', '0'])

/** The key of a choice whose label, in either language, or else whose key is the text. */
const optionFor = (options: Readonly<Record<string, { sv: string; en: string }>>, text: string): string | undefined => {
  const wanted = text.toLowerCase()
  const labelled = Object.entries(options).find(([, label]) => [label.sv, label.en].some((known) => known.toLowerCase() === wanted))
  return labelled?.[0] ?? Object.keys(options).find((key) => key.toLowerCase() === wanted)
}

const numberIn = (text: string): number | null => {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

/** A moment as a wall clock in Sweden shows it, or ISO 8601, as an instant. */
function momentIn(text: string): string {
  const wall = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?$/.exec(text)
  if (!wall) return text
  const guess = new Date(`${wall[1]}T${wall[2]}:${wall[3]}:${wall[4] ?? '00'}Z`)
  if (Number.isNaN(guess.getTime())) return text
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short', timeStyle: 'medium' }).format(guess)
  const ahead = Date.parse(`${shown.replace(' ', 'T')}Z`) - guess.getTime()
  return new Date(guess.getTime() - ahead).toISOString()
}

const wallClock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short', timeStyle: 'medium' })

/** A stored value as it comes back from a table: a moment there has no parts of a second, and one hour a year stands twice on the clock. */
export const throughCell = (field: Field | undefined, stored: unknown): unknown =>
  field?.kind === 'moment' && typeof stored === 'string' ? momentIn(wallClock.format(new Date(stored))) : stored

/**
 * A cell as a value of the API, before the validator has judged it. Links are left as the texts they are found by
 * (`links` as a list). What cannot be read is passed on as it stands, so that the validator says what is wrong.
 */
export function fromCell(field: Field, text: string): unknown {
  const shape = shapeOf(field)
  const given = text.trim()
  if (given === '') return shape.kind === 'links' || shape.kind === 'attachments' ? [] : null
  switch (shape.kind) {
    case 'number':
    case 'money':
      return numberIn(given) ?? given
    case 'scale': {
      const lead = /^\d+/.exec(given)?.[0]
      if (lead !== undefined) return Number(lead)
      const index = shape.levels.findIndex((level) => [level.sv.toLowerCase(), level.en.toLowerCase()].includes(given.toLowerCase()))
      return index < 0 ? given : index + shape.first
    }
    case 'yesNo':
      return yes.has(given.toLowerCase()) ? true : no.has(given.toLowerCase()) ? false : given
    case 'choice':
      return optionFor(shape.options, given) ?? given
    case 'date':
      return /^\d{4}-\d{2}-\d{2}T00:00/.test(given) ? given.slice(0, 10) : given
    case 'moment':
      return momentIn(given)
    case 'links':
      return namesIn(given)
    case 'secrecy': {
      const [, provision, markedOn, authority] = /^(.*?)\s*;\s*(\d{4}-\d{2}-\d{2})\s*;\s*(.*)$/s.exec(given) ?? [
        '',
        ...given.split(/\s*;\s*/),
      ]
      return { provision: provision ?? '', markedOn: markedOn ?? '', authority: authority ?? '' }
    }
    case 'structure':
      return jsonIn(given)
    case 'text':
    case 'rich':
      return text
    default:
      return given
  }
}
