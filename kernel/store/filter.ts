import { type RawBuilder, sql } from 'kysely'
import { mayReadField, seen } from '../access/predicate.ts'
import { addDays, endOf } from '../clocks/clock.ts'
import type { Catalogue } from '../definition/catalogue.ts'
import { fieldOf, type Register } from '../definition/register.ts'
import { shapeOf } from '../fields/field.ts'
import { isDay, isMoment } from '../fields/schema.ts'
import { type FieldProblem, invalid } from '../problems/problem.ts'
import { quote, tableOf } from './columns.ts'

/** What conditions are judged against: the day of the question (today, or the day looked back to) and who asks. */
export interface Asking {
  readonly today: string
  readonly person: string | null
}

type Kind = 'text' | 'number' | 'date' | 'moment' | 'keys' | 'yesNo' | 'link' | 'links' | 'json'

interface Column {
  readonly sql: RawBuilder<unknown>
  readonly kind: Kind
  readonly keys?: readonly string[]
  readonly to?: string
  /** The column holds levels of a scale, small whole numbers. */
  readonly levels?: boolean
  readonly field: string
}

const commonKinds: ReadonlyMap<string, Kind> = new Map([
  ['reference', 'text'],
  ['createdAt', 'moment'],
  ['changedAt', 'moment'],
  ['createdBy', 'link'],
  ['changedBy', 'link'],
  ['version', 'number'],
  ['id', 'link'],
])

function columnFor(register: Register, name: string): Column | null {
  const reference = sql.raw(seen(register, name, 't'))
  if (name === 'state')
    return register.workflow ? { sql: reference, kind: 'keys', keys: Object.keys(register.workflow.states), field: name } : null
  const commonKind = commonKinds.get(name)
  if (commonKind) return { sql: reference, kind: commonKind, field: name, ...(name.endsWith('By') ? { to: 'person' } : {}) }
  const field = fieldOf(register, name)
  if (!field) return null
  const shape = shapeOf(field)
  switch (shape.kind) {
    case 'text':
    case 'rich':
      return { sql: reference, kind: 'text', field: name }
    case 'number':
    case 'money':
      return { sql: reference, kind: 'number', field: name }
    case 'scale':
      return { sql: reference, kind: 'number', levels: true, field: name }
    case 'date':
    case 'moment':
    case 'yesNo':
      return { sql: reference, kind: shape.kind, field: name }
    case 'choice':
      return { sql: reference, kind: 'keys', keys: Object.keys(shape.options), field: name }
    case 'link':
    case 'links':
      return { sql: reference, kind: shape.kind, to: shape.to, field: name }
    default:
      return { sql: reference, kind: 'json', field: name }
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const comparisons = { gte: '>=', lte: '<=', gt: '>', lt: '<' } as const

/** More conditions than anybody asks at a time; each may cost the database work. */
const mostConditions = 60

const bad = (field: string, sv: string, en: string): FieldProblem => ({ field, code: 'filter', message: { sv, en } })

function dayFrom(value: string, asking: Asking): string | null {
  const relative = /^today([+-]\d{1,5})?$/.exec(value)
  if (relative) return addDays(asking.today, Number(relative[1] ?? 0))
  return isDay(value) ? value : null
}

/** The first moment of a day in Sweden. */
const startOf = (day: string): string => new Date(endOf(addDays(day, -1)).getTime() + 1).toISOString()

/** The value as the column holds it, or the fault in it. A day asked of a moment is all the time until the next one begins. */
function valueFor(column: Column, value: string, asking: Asking): { value: unknown; until?: string } | { fault: FieldProblem } {
  const fault = (sv: string, en: string) => ({ fault: bad(column.field, sv, en) })
  switch (column.kind) {
    case 'number': {
      const parsed = Number(value)
      return value.trim() !== '' && Number.isFinite(parsed)
        ? { value: parsed }
        : fault(`"${value}" är inget tal.`, `"${value}" is not a number.`)
    }
    case 'date': {
      const day = dayFrom(value, asking)
      return day
        ? { value: day }
        : fault(
            `"${value}" är inget datum. Skriv till exempel 2023-12-31 eller today+30.`,
            `"${value}" is not a date. Write for example 2023-12-31 or today+30.`,
          )
    }
    case 'moment': {
      const day = dayFrom(value, asking)
      if (day) return { value: startOf(day), until: startOf(addDays(day, 1)) }
      return !/^\d{4}-\d{2}-\d{2}T/.test(value) || !isMoment(value)
        ? fault(`"${value}" är ingen tidpunkt.`, `"${value}" is not a moment.`)
        : { value: new Date(value).toISOString() }
    }
    case 'keys':
      return column.keys?.includes(value)
        ? { value }
        : fault(
            `"${value}" finns inte. Välj bland ${column.keys?.join(', ')}.`,
            `"${value}" does not exist. Choose among ${column.keys?.join(', ')}.`,
          )
    case 'yesNo':
      return value === 'true' || value === 'false' ? { value: value === 'true' } : fault('Skriv true eller false.', 'Write true or false.')
    case 'link':
    case 'links':
      if (value === 'me' && column.to === 'person')
        return asking.person ? { value: asking.person } : { value: '00000000-0000-0000-0000-000000000000' }
      return uuid.test(value) ? { value: value.toLowerCase() } : fault(`"${value}" är ingen identitet.`, `"${value}" is not an identity.`)
    default:
      return { value }
  }
}

/** Whether everyone may read every record of the register, so that no link to it can be hidden from anybody. */
const isOpen = (register: Register): boolean =>
  register.access.employee?.read === 'all' &&
  !register.access.employee.readIn &&
  !Object.values(register.fields).some(({ kind }) => kind === 'secrecy')

/** The register a link leads to, where its records may be hidden from the one who asks. A link he cannot see is one he cannot ask about. */
function mayHide(catalogue: Catalogue, column: Column): RawBuilder<unknown> | null {
  const target = column.to ? catalogue.register(column.to) : null
  return target && !isOpen(target) ? sql.raw(quote(tableOf(target))) : null
}

/** A value in a statement. A level is compared as the column holds it, so that an index answers; any other number as one. */
function parameter({ kind, levels }: Column, value: unknown): RawBuilder<unknown> {
  if (kind !== 'number') return sql`${value}`
  const isLevel = levels && Number.isInteger(value) && Math.abs(Number(value)) < 32_768
  return isLevel ? sql`cast(${value} as smallint)` : sql`cast(${value} as numeric)`
}

function conditionFor(catalogue: Catalogue, column: Column, raw: string, asking: Asking): RawBuilder<unknown> | FieldProblem {
  if (raw === 'empty' || raw === 'filled') {
    const target = mayHide(catalogue, column)
    const empty = target
      ? sql`not exists (select 1 from ${target} x where x.id = ${column.kind === 'links' ? sql`any (${column.sql})` : column.sql})`
      : column.kind === 'links'
        ? sql`cardinality(${column.sql}) = 0`
        : column.kind === 'json'
          ? sql`(${column.sql} is null or ${column.sql} = '[]')`
          : sql`${column.sql} is null`
    return raw === 'empty' ? empty : sql`not (${empty})`
  }
  const under = /^under:(.*)$/.exec(raw)
  if (under && column.kind === 'link' && column.to) {
    const target = catalogue.register(column.to)
    if (!('parent' in target.fields))
      return bad(column.field, 'Det här fältet leder inte till ett träd.', 'This field does not lead to a tree.')
    if (!uuid.test(under[1] ?? '')) return bad(column.field, `"${under[1]}" är ingen identitet.`, `"${under[1]}" is not an identity.`)
    const table = sql.raw(quote(tableOf(target)))
    return sql`${column.sql} in (with recursive below as (select ${under[1]}::uuid as id union select u.id from ${table} u join below b on u.parent = b.id) select id from below)`
  }
  const comparison = /^(gte|lte|gt|lt):(.*)$/s.exec(raw)
  if (comparison && ['number', 'date', 'moment'].includes(column.kind)) {
    const found = valueFor(column, comparison[2] ?? '', asking)
    if ('fault' in found) return found.fault
    const sign = comparison[1] as keyof typeof comparisons
    if (found.until && sign === 'lte') return sql`${column.sql} < ${found.until}`
    if (found.until && sign === 'gt') return sql`${column.sql} >= ${found.until}`
    return sql`${column.sql} ${sql.raw(comparisons[sign])} ${parameter(column, found.value)}`
  }
  const contains = /^contains:(.*)$/s.exec(raw)
  if (contains && column.kind === 'text') {
    const pattern = `%${(contains[1] ?? '').toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    return sql`lower(${column.sql}) like ${pattern}`
  }
  if (column.kind === 'json')
    return bad(
      column.field,
      'Fältet går bara att fråga om det är ifyllt eller tomt.',
      'The field can only be asked whether it is filled or empty.',
    )
  const negated = raw.startsWith('not:')
  const plain = raw.replace(/^(not|is):/, '')
  const given = column.kind === 'text' ? [plain] : plain.split(',')
  const alternatives: RawBuilder<unknown>[] = []
  const values: RawBuilder<unknown>[] = []
  for (const one of given) {
    const found = valueFor(column, one, asking)
    if ('fault' in found) return found.fault
    if (found.until) alternatives.push(sql`(${column.sql} >= ${found.value} and ${column.sql} < ${found.until})`)
    else values.push(parameter(column, found.value))
  }
  const target = mayHide(catalogue, column)
  if (target) alternatives.push(sql`${column.sql} in (select x.id from ${target} x where x.id in (${sql.join(values)}))`)
  else if (values.length)
    alternatives.unshift(values.length === 1 ? sql`${column.sql} = ${values[0]}` : sql`${column.sql} in (${sql.join(values)})`)
  const hit = alternatives.length === 1 ? sql`${alternatives[0]}` : sql`(${sql.join(alternatives, sql` or `)})`
  return negated ? sql`(${column.sql} is null or not ${hit})` : hit
}

/** Turns the conditions of an address into SQL on alias `t`; every fault is named before anything is asked. */
export function conditions(
  catalogue: Catalogue,
  register: Register,
  filters: readonly (readonly [string, string])[],
  asking: Asking,
): RawBuilder<unknown>[] {
  const faults: FieldProblem[] = []
  const built: RawBuilder<unknown>[] = []
  if (filters.length > mostConditions)
    faults.push(bad('', `Ställ högst ${mostConditions} villkor åt gången.`, `Ask at most ${mostConditions} conditions at a time.`))
  for (const [name, raw] of filters.slice(0, mostConditions)) {
    const column = columnFor(register, name)
    if (!column) {
      faults.push({
        field: name,
        code: 'unknown',
        message: { sv: `Registret har inget fält som heter "${name}".`, en: `The register has no field called "${name}".` },
      })
      continue
    }
    if (raw.length > 2_000) {
      faults.push(bad(name, 'Villkoret är för långt.', 'The condition is too long.'))
      continue
    }
    const condition =
      column.kind === 'links' && !['empty', 'filled'].includes(raw)
        ? linkCondition(catalogue, register, column, raw, asking)
        : conditionFor(catalogue, column, raw, asking)
    if ('code' in condition) faults.push(condition)
    else built.push(condition)
  }
  if (faults.length) throw invalid(faults, { sv: 'Frågan går inte att förstå.', en: 'The question cannot be understood.' })
  return built
}

/** A condition on many-links goes through the index of links, which row-level security lets a query use. */
function linkCondition(
  catalogue: Catalogue,
  register: Register,
  column: Column,
  raw: string,
  asking: Asking,
): RawBuilder<unknown> | FieldProblem {
  const negated = raw.startsWith('not:')
  const values: unknown[] = []
  for (const one of raw.replace(/^(not|is):/, '').split(',')) {
    const found = valueFor(column, one, asking)
    if ('fault' in found) return found.fault
    values.push(found.value)
  }
  const target = mayHide(catalogue, column)
  const given = target
    ? sql`(select x.id as given from ${target} x where x.id = any (${values}::uuid[])) g`
    : sql`unnest(${values}::uuid[]) given`
  const linked = sql`t.id in (select linked_from(${register.name}, ${column.field}, given) from ${given})`
  const hit = register.fields[column.field]?.readers ? sql`(${sql.raw(mayReadField(register, column.field, 't'))} and ${linked})` : linked
  return negated ? sql`not (${hit})` : hit
}
