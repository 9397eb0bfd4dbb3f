import { snake } from '../definition/names.ts'
import type { Register } from '../definition/register.ts'
import { type Field, type Fields, shapeOf } from '../fields/field.ts'

/** Sorts å, ä, ö as Swedes do; equality stays exact. */
const swedish = 'text collate "sv-SE-x-icu"'

/** The column type a field is stored in. */
export function columnType(field: Field): string {
  const shape = shapeOf(field)
  switch (shape.kind) {
    case 'text':
      return shape.lines > 1 ? 'text' : swedish
    case 'rich':
    case 'choice':
      return 'text'
    case 'number':
      return 'numeric'
    case 'money':
      return 'numeric(15,2)'
    case 'date':
      return 'date'
    case 'moment':
      return 'timestamptz'
    case 'scale':
      return 'smallint'
    case 'yesNo':
      return 'boolean'
    case 'link':
      return 'uuid'
    case 'links':
      return 'uuid[]'
    case 'attachments':
    case 'secrecy':
    case 'structure':
      return 'jsonb'
  }
}

/** Columns whose empty value is an empty collection rather than null. */
export const isCollection = (field: Field): boolean => field.kind === 'links' || field.kind === 'attachments'

/** The columns every register has beside its fields, with their types. `moved_*` tell who brought the record into its state. */
export const commonColumnTypes = {
  id: 'uuid',
  version: 'integer',
  reference: 'text',
  state: 'text',
  created_at: 'timestamptz',
  created_by: 'uuid',
  changed_at: 'timestamptz',
  changed_by: 'uuid',
  moved_at: 'timestamptz',
  moved_by: 'uuid',
  withdrawn_at: 'timestamptz',
} as const

export const tableOf = (register: Register): string => snake(register.name)
export const columnOf = (name: string): string => snake(name)

/** All columns of a register's table, in the order the table has them. */
export const columnsOf = (register: Register): { name: string; type: string }[] => [
  ...Object.entries(commonColumnTypes).map(([name, type]) => ({ name, type })),
  ...fieldColumns(register.fields),
]

export const fieldColumns = (fields: Fields): { name: string; type: string }[] =>
  Object.entries(fields).map(([name, field]) => ({ name: columnOf(name), type: columnType(field) }))

/** Quotes a name for SQL. Names come from definitions, never from requests. */
export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Quotes a text constant for SQL in generated schema. Constants come from definitions, never from requests. */
export const literal = (value: string): string => `'${value.replaceAll("'", "''")}'`
