import type { FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { dayIn } from '#kernel/clocks/clock.ts'
import { pathOf } from '#kernel/definition/catalogue.ts'
import type { Register } from '#kernel/definition/register.ts'
import { type Cell, type SheetColumn, writeCsv, writeXlsx } from '#kernel/exchange/spreadsheet.ts'
import { cellKind, toCell } from '#kernel/exchange/cells.ts'
import { importKey } from '#kernel/exchange/import.ts'
import { type Field } from '#kernel/fields/field.ts'
import { type Language, say, type Text } from '#kernel/language/text.ts'
import { columnOf, quote, tableOf } from '#kernel/store/columns.ts'
import type { Transaction } from '#kernel/store/context.ts'
import type { Asking } from '#kernel/store/filter.ts'
import { list, type ListQuestion } from '#kernel/store/read.ts'
import type { Services } from '../services.ts'
import { languageOf, signedIn } from './requests.ts'

const commonLabels: Record<string, Text> = {
  reference: { sv: 'Referens', en: 'Reference' },
  state: { sv: 'Tillstånd', en: 'State' },
  version: { sv: 'Version', en: 'Version' },
  createdAt: { sv: 'Skapad', en: 'Created' },
  changedAt: { sv: 'Ändrad', en: 'Changed' },
}

const perPage = 500

/** Names → what an import would recognise each linked record by, for one page of records. */
async function keysOf(tx: Transaction, services: Services, register: Register, names: readonly string[], records: readonly Record<string, unknown>[]) {
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
    const target = services.catalogue.register(to)
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

/** Sends a list as a table: the columns and rows the person sees, all of them. */
export async function sendTable(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  register: Register,
  format: 'csv' | 'xlsx',
  asOf: Date | null,
  asking: Asking,
  narrowed: (tx: Transaction) => Promise<ListQuestion>,
) {
  const language = languageOf(request)
  const { actor } = signedIn(request)
  const rows: Cell[][] = []
  let names: string[] = []
  await services.store.read(actor, asOf, async (tx) => {
    const question = await narrowed(tx)
    const chosen = question.fields?.includes('*') ? ['reference', ...Object.keys(register.fields), 'state'] : (question.fields ?? [...(register.reference ? ['reference'] : []), ...register.list.columns])
    names = [...new Set(chosen)].filter((name) => name !== 'id')
    let cursor: string | null = null
    do {
      const page = await list(tx, services.catalogue, register, { ...question, fields: names, limit: perPage, count: false, ...(cursor ? { cursor } : {}) }, asking)
      const records = page.items.map((item) => JSON.parse(item) as Record<string, unknown>)
      const keyOf = await keysOf(tx, services, register, names, records)
      for (const record of records) rows.push(names.map((name) => cellOf(register, name, record, language, keyOf)))
      cursor = page.next
    } while (cursor)
  })
  const columns = names.map((name): SheetColumn => {
    const field = register.fields[name]
    return { header: say(field?.label ?? commonLabels[name] ?? { sv: name, en: name }, language), kind: field ? cellKind(field) : name.endsWith('At') ? 'moment' : name === 'version' ? 'number' : 'text' }
  })
  const options = { language, sheet: say(register.label.many, language) }
  const stream = format === 'xlsx' ? writeXlsx(columns, rows, options) : writeCsv(columns, rows, options)
  const name = `${pathOf(register)}-${dayIn(asOf ?? services.clock.now())}.${format}`
  return reply
    .type(format === 'xlsx' ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(stream)
}
