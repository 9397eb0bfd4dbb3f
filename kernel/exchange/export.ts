import { sql } from 'kysely'
import type { Catalogue } from '../definition/catalogue.ts'
import type { Register } from '../definition/register.ts'
import type { Field } from '../fields/field.ts'
import { type Language, say, type Text } from '../language/text.ts'
import { columnOf, quote, tableOf } from '../store/columns.ts'
import type { Transaction } from '../store/context.ts'
import type { Asking } from '../store/filter.ts'
import { list, type ListQuestion } from '../store/read.ts'
import { cellKind, toCell } from './cells.ts'
import { importKey } from './import.ts'
import type { Cell, SheetColumn } from './spreadsheet.ts'

const commonLabels: Record<string, Text> = {
  reference: { sv: 'Referens', en: 'Reference' },
  state: { sv: 'Status', en: 'Status' },
  version: { sv: 'Version', en: 'Version' },
  createdAt: { sv: 'Skapad', en: 'Created' },
  changedAt: { sv: 'Ändrad', en: 'Changed' },
}

const perPage = 500

/** Names → what an import would recognise each linked record by, for one page of records. */
async function keysOf(tx: Transaction, catalogue: Catalogue, register: Register, names: readonly string[], records: readonly Record<string, unknown>[]) {
  const wanted = new Map<string, Set<string>>()
  for (const name of names) {
    const field = register.fields[name]
    if (field?.kind !== 'link' && field?.kind !== 'links') continue
    const ids = wanted.get(field.to) ?? new Set<string>()
    for (const record of records) for (const link of [record[name] ?? []].flat() as { id: string }[]) ids.add(link.id)
    wanted.set(field.to, ids)
  }
  const keys = new Map<string, string>()
  for (const [to, ids] of wanted) {
    if (!ids.size) continue
    const target = catalogue.register(to)
    const key = importKey(target)
    const column = key ? columnOf(key) : target.reference ? 'reference' : columnOf(target.title)
    const rows = await tx.rows<{ id: string; key: string | null }>(
      sql`select id, ${sql.raw(quote(column))}::text as key from ${sql.raw(quote(tableOf(target)))} where id = any (${[...ids]}::uuid[])`,
    )
    for (const row of rows) keys.set(`${to} ${row.id}`, row.key ?? '')
  }
  return (to: string, id: string) => keys.get(`${to} ${id}`) ?? ''
}

function cellOf(register: Register, name: string, record: Readonly<Record<string, unknown>>, language: Language, keyOf: (to: string, id: string) => string): Cell {
  const field: Field | undefined = register.fields[name]
  if (field) return toCell(field, record[name], language, keyOf)
  if (name === 'state') return register.workflow?.states[String(record.state)] ? say(register.workflow.states[String(record.state)]?.label ?? { sv: '', en: '' }, language) : null
  return record[name] as Cell
}

/** A list as a table: the columns and rows the question gives, all of them, in the words of the language. */
export async function tableFor(
  tx: Transaction,
  catalogue: Catalogue,
  register: Register,
  question: ListQuestion,
  asking: Asking,
  language: Language,
): Promise<{ columns: SheetColumn[]; rows: Cell[][] }> {
  const rows: Cell[][] = []
  const whole = ['reference', ...Object.keys(register.fields), 'state']
  const usual = [...(register.reference ? ['reference'] : []), ...register.list.columns]
  const chosen = question.fields?.includes('*') ? whole : (question.fields ?? usual)
  const names = [...new Set(chosen)].filter((name) => name !== 'id')
  let cursor: string | null = null
  do {
    const page = await list(tx, catalogue, register, { ...question, fields: names, limit: perPage, count: false, ...(cursor ? { cursor } : {}) }, asking)
    const records = page.items.map((item) => JSON.parse(item) as Record<string, unknown>)
    const keyOf = await keysOf(tx, catalogue, register, names, records)
    for (const record of records) rows.push(names.map((name) => cellOf(register, name, record, language, keyOf)))
    cursor = page.next
  } while (cursor)
  const columns = names.map((name): SheetColumn => {
    const field = register.fields[name]
    const kind = field ? cellKind(field) : name.endsWith('At') ? 'moment' : name === 'version' ? 'number' : 'text'
    return { header: say(field?.label ?? commonLabels[name] ?? { sv: name, en: name }, language), kind }
  })
  return { columns, rows }
}
