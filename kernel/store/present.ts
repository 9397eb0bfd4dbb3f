import { changingActions, mayAsOwn, mayOn, mayRead, mayReadField, open, rowOf, seen } from '../access/predicate.ts'
import type { Catalogue } from '../definition/catalogue.ts'
import type { Register } from '../definition/register.ts'
import { type Field, shapeOf } from '../fields/field.ts'
import { columnOf, literal, quote, tableOf } from './columns.ts'

/** SQL for a link as the outside sees it: identity, name and reference. Null where the actor may not see the record it leads to. */
function linkTo(target: Register, condition: string, many: boolean): string {
  const facts = `json_build_object('id', x.id, 'label', x.${columnOf(target.title)}${target.reference ? `, 'reference', x.reference` : ''})`
  const table = quote(tableOf(target))
  return many
    ? `(select coalesce(json_agg(${facts} order by x.${columnOf(target.title)}, x.id), '[]') from ${table} x where ${condition})`
    : `(select ${facts} from ${table} x where ${condition})`
}

/** SQL for one field as the outside sees it. */
function outside(catalogue: Catalogue, register: Register, name: string, field: Field): string {
  const column = seen(register, name, 't')
  const shape = shapeOf(field)
  if (shape.kind === 'link') return linkTo(catalogue.register(shape.to), `x.id = ${column}`, false)
  if (shape.kind === 'links') return linkTo(catalogue.register(shape.to), `x.id = any (${column})`, true)
  return column
}

const personLink = (catalogue: Catalogue, column: string) => linkTo(catalogue.register('person'), `x.id = t.${column}`, false)

const common: Record<string, (catalogue: Catalogue) => string> = {
  id: () => 't.id',
  version: () => 't.version',
  reference: () => 't.reference',
  state: () => 't.state',
  createdAt: () => 't.created_at',
  createdBy: (catalogue) => personLink(catalogue, 'created_by'),
  changedAt: () => 't.changed_at',
  changedBy: (catalogue) => personLink(catalogue, 'changed_by'),
}

/** SQL that makes the JSON of one row of alias `t`, with the named fields and the common facts. The database writes the JSON; nothing is parsed on the way out. */
export function rowJson(catalogue: Catalogue, register: Register, names: readonly string[]): string {
  const columns = [...new Set(names)].map((name) => {
    const field = register.fields[name]
    const sql = field ? outside(catalogue, register, name, field) : common[name]?.(catalogue)
    return `${sql} as ${quote(name)}`
  })
  return `(select row_to_json(j)::text from (select ${columns.join(', ')}) j)`
}

/** The facts a list shows when nobody has chosen others. */
export const listNames = (register: Register): string[] => ['id', 'version', 'reference', 'state', register.title, ...register.list.columns]

const whole = new WeakMap<Catalogue, Map<Register, string>>()

/** SQL that makes the JSON of a whole record of alias `t`, remembered. */
export function recordJson(catalogue: Catalogue, register: Register): string {
  const texts = whole.get(catalogue) ?? new Map<Register, string>()
  whole.set(catalogue, texts)
  const text = texts.get(register) ?? rowJson(catalogue, register, allNames(register))
  texts.set(register, text)
  return text
}

/** Everything about a record. */
export const allNames = (register: Register): string[] => [...Object.keys(common), ...Object.keys(register.fields)]

/** Remembers the SQL that is the same for everyone with the same roles. */
function oncePerRoles(write: (register: Register, roles: readonly string[]) => string): typeof write {
  const known = new WeakMap<Register, Map<string, string>>()
  return (register, roles) => {
    const texts = known.get(register) ?? new Map<string, string>()
    known.set(register, texts)
    const key = roles.join()
    const text = texts.get(key) ?? write(register, roles)
    texts.set(key, text)
    return text
  }
}

/** SQL for a list of the names whose condition holds. */
const namesWhere = (cases: readonly (readonly [string, string])[]): string => {
  const possible = cases.filter(([, condition]) => condition !== 'false')
  if (!possible.length) return `'{}'::text[]`
  return `array_remove(array[${possible.map(([name, condition]) => `case when ${condition} then ${literal(name)} end`).join(', ')}]::text[], null)`
}

/** SQL for the names of what an actor with these roles may do to the row of alias `t`: `update`, `withdraw`, `move:analyse`. */
export const mayJson = oncePerRoles((register, roles) => {
  const row = rowOf(register, 't')
  return namesWhere(
    changingActions(register).map((action) => {
      const may = mayOn(register, action, row, { roles })
      return [action, action === 'update' && may !== 'false' ? `${may} and ${open(register, 't', { roles })}` : may]
    }),
  )
})

/** SQL for the names of what an actor with these roles may do to the row of alias `t` because it is his own. */
export const mayAsOwnJson = oncePerRoles((register, roles) => {
  const row = rowOf(register, 't')
  return namesWhere(changingActions(register).map((action) => [action, mayAsOwn(register, action, row, { roles })]))
})

/** SQL that is true for the rows of alias `t` that an actor with these roles may read. */
export const mayReadRow = oncePerRoles((register, roles) => mayRead(register, rowOf(register, 't'), { roles }))

/** SQL for the names of the fields of the row of alias `t` whose value is not for the actor. */
export function hiddenJson(register: Register): string {
  return namesWhere(
    Object.entries(register.fields).flatMap(([name, field]) => (field.readers ? [[name, `not ${mayReadField(register, name, 't')}`]] : [])),
  )
}
