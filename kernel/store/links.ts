import { sql } from 'kysely'
import { mayReadField, seen } from '../access/predicate.ts'
import type { Catalogue } from '../definition/catalogue.ts'
import type { Register } from '../definition/register.ts'
import { shapeOf } from '../fields/field.ts'
import type { Text } from '../language/text.ts'
import { columnOf, literal, quote, tableOf } from './columns.ts'
import type { Transaction } from './context.ts'

/** The records one is connected with through one field, seen from either end. */
export interface LinkGroup {
  readonly register: string
  readonly field: string
  readonly direction: 'out' | 'in'
  readonly label: Text
  readonly total: number
  readonly items: { readonly id: string; readonly label: string; readonly reference: string | null; readonly state: string | null }[]
}

const shown = 20

/** Everything a record is connected with, both ways, in one statement; only what the actor may see is counted. */
export async function linksOf(tx: Transaction, catalogue: Catalogue, register: Register, id: string): Promise<LinkGroup[]> {
  const parts: { facts: Omit<LinkGroup, 'total' | 'items'>; query: string; table: Register }[] = []
  for (const [name, given] of Object.entries(register.fields)) {
    const field = shapeOf(given)
    if (field.kind !== 'link' && field.kind !== 'links') continue
    const target = catalogue.register(field.to)
    const source = `select ${field.kind === 'links' ? `unnest(${seen(register, name, 's')})` : seen(register, name, 's')} from ${quote(tableOf(register))} s where s.id = $id`
    parts.push({
      facts: { register: target.plural, field: name, direction: 'out', label: field.label },
      table: target,
      query: `x.id in (${source})`,
    })
  }
  for (const reference of catalogue.references) {
    if (reference.to !== register) continue
    const given = reference.from.fields[reference.field]
    const field = given && shapeOf(given)
    if (field?.kind !== 'link' && field?.kind !== 'links') continue
    const condition = reference.many
      ? `${mayReadField(reference.from, reference.field, 'x')} and x.id in (select linked_from(${literal(reference.from.name)}, ${literal(reference.field)}, $id))`
      : `${seen(reference.from, reference.field, 'x')} = $id`
    parts.push({
      facts: { register: reference.from.plural, field: reference.field, direction: 'in', label: field.inverse },
      table: reference.from,
      query: condition,
    })
  }
  const statements = parts.map(({ query, table }, index) => {
    const [before, ...rest] = query.split('$id')
    const condition = rest.reduce((built, part) => sql`${built}${id}::uuid${sql.raw(part)}`, sql`${sql.raw(before ?? '')}`)
    const facts = `json_build_object('id', f.id, 'label', f.${columnOf(table.title)}, 'reference', f.reference, 'state', f.state)`
    return sql`(with found as (select x.* from ${sql.raw(quote(tableOf(table)))} x where x.withdrawn_at is null and ${condition} order by x.changed_at desc)
          select ${sql.raw(String(index))} as part, (select count(*)::integer from found) as total,
            coalesce((select json_agg(${sql.raw(facts)}) from (select * from found limit ${sql.raw(String(shown))}) f), '[]') as items)`
  })
  if (!statements.length) return []
  const rows = await tx.rows<{ part: number; total: number; items: LinkGroup['items'] }>(
    sql`${sql.join(statements, sql` union all `)} order by part`,
  )
  return rows.flatMap(({ part, total, items }) => {
    const facts = parts[part]?.facts
    return facts && total > 0 ? [{ ...facts, total, items }] : []
  })
}
