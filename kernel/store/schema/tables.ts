import type { Catalogue } from '../../definition/catalogue.ts'
import { snake } from '../../definition/names.ts'
import type { Register } from '../../definition/register.ts'
import { shapeOf } from '../../fields/field.ts'
import { columnOf, columnsOf, columnType, isCollection, quote, tableOf } from '../columns.ts'

/** What the migrations have built so far: the columns and their types per table. Committed beside the migrations. */
export type Snapshot = Record<string, Record<string, string>>

/** The tables as the definitions want them. */
export const wanted = (catalogue: Catalogue): Snapshot =>
  Object.fromEntries(
    catalogue.registers.map((register) => [
      tableOf(register),
      Object.fromEntries(columnsOf(register).map(({ name, type }) => [name, type])),
    ]),
  )

/** Columns of history beside those of the record: when the version was valid, and who made it, how and why. */
const historyColumns = `
  version_from timestamptz not null,
  version_to timestamptz not null default 'infinity',
  version_sequence bigint generated always as identity,
  version_operation text not null,
  version_move text,
  version_reason text,
  version_request uuid,
  version_database_user text not null,
  primary key (id, version)`

const liveConstraints: Record<string, string> = {
  id: 'primary key',
  version: 'not null default 1',
  reference: 'unique',
  created_at: 'not null default now()',
  changed_at: 'not null default now()',
}

function columnLine(register: Register, name: string, type: string): string {
  const field = Object.entries(register.fields).find(([fieldName]) => columnOf(fieldName) === name)?.[1]
  if (!field) return `  ${quote(name)} ${type}${liveConstraints[name] ? ` ${liveConstraints[name]}` : ''}`
  const empty = isCollection(field) ? ` not null default '${field.kind === 'links' ? '{}' : '[]'}'` : ''
  return `  ${quote(name)} ${type}${empty || (field.required && field.kind !== 'derived' ? ' not null' : '')}`
}

/** Makes the table of a register and of its history. */
function createTables(register: Register): string {
  const table = quote(tableOf(register))
  const live = columnsOf(register).map(({ name, type }) => columnLine(register, name, type))
  const history = columnsOf(register).map(({ name, type }) => `  ${quote(name)} ${type}`)
  return `create table {live}.${table} (\n${live.join(',\n')}\n) with (fillfactor = 85);
create table {history}.${table} (\n${history.join(',\n')},${historyColumns}\n) with (fillfactor = 85);`
}

/** Foreign keys, added when every table stands. */
const foreignKeys = (register: Register): string[] =>
  Object.entries(register.fields).flatMap(([name, field]) => {
    const shape = shapeOf(field)
    return shape.kind === 'link' ? [foreignKey(register, name, shape.to)] : []
  })

const foreignKey = (register: Register, name: string, to: string) =>
  `alter table {live}.${quote(tableOf(register))} add foreign key (${quote(columnOf(name))}) references {live}.${quote(snake(to))} (id);`

/**
 * The script that takes the tables from what the migrations have built to what the definitions want: new tables and new columns.
 * A column that disappears or changes type is refused with its name: such a change moves records and is written by hand.
 */
export function difference(catalogue: Catalogue, built: Snapshot): { script: string; refused: string[] } {
  const created: string[] = []
  const keys: string[] = []
  const refused: string[] = []
  for (const register of catalogue.registers) {
    const table = tableOf(register)
    const before = built[table]
    if (!before) {
      created.push(createTables(register))
      keys.push(...foreignKeys(register))
      continue
    }
    const now = new Map(columnsOf(register).map(({ name, type }) => [name, type]))
    for (const [name, type] of Object.entries(before)) {
      if (!now.has(name)) refused.push(`${table}.${name} has left the definition`)
      else if (now.get(name) !== type) refused.push(`${table}.${name} was ${type} and is now ${now.get(name)}`)
    }
    for (const [name, field] of Object.entries(register.fields)) {
      const column = columnOf(name)
      if (column in before) continue
      const empty = isCollection(field) ? ` not null default '${field.kind === 'links' ? '{}' : '[]'}'` : ''
      created.push(
        `alter table {live}.${quote(table)} add column ${quote(column)} ${columnType(field)}${empty};
alter table {history}.${quote(table)} add column ${quote(column)} ${columnType(field)}${empty.replace(' not null', '')};`,
      )
      const shape = shapeOf(field)
      if (shape.kind === 'link') keys.push(foreignKey(register, name, shape.to))
    }
  }
  for (const table of Object.keys(built)) {
    if (!catalogue.registers.some((register) => tableOf(register) === table))
      refused.push(`the register behind ${table} has left the catalogue`)
  }
  return { script: [...created, ...keys].join('\n\n'), refused }
}
