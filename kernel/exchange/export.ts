import { sql } from 'kysely'
import type { Catalogue } from '../definition/catalogue.ts'
import { commonLabels, type Register } from '../definition/register.ts'
import type { Field } from '../fields/field.ts'
import { type Language, say } from '../language/text.ts'
import { columnOf, quote, tableOf } from '../store/columns.ts'
import type { Transaction } from '../store/context.ts'
import type { Asking } from '../store/filter.ts'
import { type ListQuestion, list } from '../store/read.ts'
import { cellKind, toCell } from './cells.ts'
import { importKey } from './import.ts'
import type { Cell, SheetColumn } from './spreadsheet.ts'

const perPage = 500

/** Names → what an import would recognise each linked record by, for one page of records: its key, or its identity where others share the key. */
async function keysOf(
  tx: Transaction,
  catalogue: Catalogue,
  register: Register,
  names: readonly string[],
  records: readonly Record<string, unknown>[],
) {
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
    const table = sql.raw(quote(tableOf(target)))
    const name = sql.raw(quote(column))
    const shared =
      column === 'reference'
        ? sql`false`
        : sql`exists (select 1 from ${table} o where o.id <> t.id and lower(o.${name}) = lower(t.${name}))`
    const rows = await tx.rows<{ id: string; key: string | null; shared: boolean }>(
      sql`select t.id, t.${name}::text as key, ${shared} as shared from ${table} t where t.id = any (${[...ids]}::uuid[])`,
    )
    for (const row of rows) keys.set(`${to} ${row.id}`, row.shared || !row.key ? row.id : row.key)
  }
  return (to: string, id: string) => keys.get(`${to} ${id}`) ?? ''
}

function cellOf(
  register: Register,
  name: string,
  record: Readonly<Record<string, unknown>>,
  language: Language,
  keyOf: (to: string, id: string) => string,
): Cell {
  const field: Field | undefined = register.fields[name]
  if (field) return toCell(field, record[name], language, keyOf)
  if (name === 'state')
    return register.workflow?.states[String(record.state)]
      ? say(register.workflow.states[String(record.state)]?.label ?? { sv: '', en: '' }, language)
      : null
  if (name === 'createdBy' || name === 'changedBy') return (record[name] as { label: string } | null)?.label
  return record[name] as Cell
}

/** A list as a table: the columns and rows the question gives, all of them, in the words of the language, and which records of it are secret. */
export async function tableFor(
  tx: Transaction,
  catalogue: Catalogue,
  register: Register,
  question: ListQuestion,
  asking: Asking,
  language: Language,
): Promise<{ columns: SheetColumn[]; rows: Cell[][]; secret: string[] }> {
  const rows: Cell[][] = []
  const secret: string[] = []
  const reference = register.reference ? ['reference'] : []
  // What nothing else recognises is recognised by its identity, so that the table can be brought in again.
  const identity = register.reference || importKey(register) ? [] : ['id']
  const whole = [...reference, ...Object.keys(register.fields), ...(register.workflow ? ['state'] : [])]
  const usual = [...reference, ...register.list.columns]
  const chosen = question.fields?.includes('*') ? whole : (question.fields ?? usual)
  const names = [...new Set([...chosen, ...identity])]
  let cursor: string | null = null
  do {
    const page = await list(
      tx,
      catalogue,
      register,
      { ...question, fields: names, limit: perPage, count: false, ...(cursor ? { cursor } : {}) },
      asking,
    )
    const records = page.items.map((item) => JSON.parse(item) as Record<string, unknown>)
    const keyOf = await keysOf(tx, catalogue, register, names, records)
    for (const record of records) rows.push(names.map((name) => cellOf(register, name, record, language, keyOf)))
    secret.push(...page.secret)
    cursor = page.next
  } while (cursor)
  const columns = names.map((name): SheetColumn => {
    const field = register.fields[name]
    const kind = field ? cellKind(field) : name.endsWith('At') ? 'moment' : name === 'version' ? 'number' : 'text'
    return { header: say(field?.label ?? commonLabels[name as keyof typeof commonLabels] ?? { sv: name, en: name }, language), kind }
  })
  return { columns, rows, secret }
}
