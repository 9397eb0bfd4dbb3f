import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { secrecyColumn } from '../access/predicate.ts'
import type { Catalogue } from '../definition/catalogue.ts'
import type { Register } from '../definition/register.ts'
import { columnOf, quote, tableOf } from './columns.ts'

/**
 * SQL for what a record of alias `t` is called where it stands by itself. One whose title follows from days or choices is called by what it
 * connects: a person's enrolment by the person (unless it is the one who asks) and the course, as far as he may see them. A part that nobody
 * has named is called by its whole: that a risk was handed over, by the risk. Of a whole with a secrecy marking only the reference is told.
 */
export function called(catalogue: Catalogue, register: Register): RawBuilder<unknown> {
  const title = register.fields[register.title]
  const named = title?.kind === 'derived' && title.by !== undefined
  const parts = Object.entries(register.fields).flatMap(([name, field]) => {
    if (!named || field.kind !== 'link' || !field.required) return []
    const to = catalogue.register(field.to)
    return [
      `(select x.${quote(columnOf(to.title))}::text from ${quote(tableOf(to))} x where x.id = t.${quote(columnOf(name))} and x.id is distinct from (select actor()))`,
    ]
  })
  const own = `t.${quote(columnOf(register.title))}::text`
  const whole = register.fields[register.scope?.partOf ?? '']
  if (title?.kind === 'derived' && !named && whole?.kind === 'link') {
    const to = catalogue.register(whole.to)
    const secrecy = secrecyColumn(to)
    const its = `x.${quote(columnOf(to.title))}::text`
    const name = `concat_ws(' ', ${to.reference ? 'x.reference' : 'null'}, ${secrecy ? `case when x.${quote(secrecy)} is null then ${its} end` : its})`
    const column = columnOf(register.scope?.partOf ?? '')
    return sql.raw(`coalesce((select ${name} from ${quote(tableOf(to))} x where x.id = t.${quote(column)}), ${own})`)
  }
  return sql.raw(parts.length ? `coalesce(nullif(concat_ws(', ', ${parts.join(', ')}), ''), ${own})` : own)
}
