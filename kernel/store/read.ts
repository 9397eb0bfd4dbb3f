import { type RawBuilder, sql } from 'kysely'
import { seen } from '../access/predicate.ts'
import type { Catalogue } from '../definition/catalogue.ts'
import { commonColumns, fieldOf, type Register } from '../definition/register.ts'
import { shapeOf } from '../fields/field.ts'
import { invalid } from '../problems/problem.ts'
import { columnOf, quote, tableOf } from './columns.ts'
import type { Transaction } from './context.ts'
import { type Asking, conditions } from './filter.ts'
import { allNames, listNames, mayJson, mayReadRow, recordJson, rowJson } from './present.ts'
import { isSecret } from './secret.ts'
import { wordsOf } from './words.ts'

/** SQL for one or more identities. A single one is asked for as one: of a list of unknown length the database makes a new plan every time. */
export const isOneOf = (column: string, ids: readonly string[]): RawBuilder<unknown> =>
  ids.length === 1 ? sql`${sql.raw(column)} = ${ids[0]}::uuid` : sql`${sql.raw(column)} = any (${ids}::uuid[])`

/** A question to a register. */
export interface ListQuestion {
  /** Conditions by field, as the address has them; a field may stand more than once. */
  readonly filters?: readonly (readonly [string, string])[]
  /** Text to search for in the records. */
  readonly q?: string
  /** Field names, `-` before for falling order. */
  readonly sort?: readonly string[]
  readonly limit?: number
  readonly cursor?: string
  readonly fields?: readonly string[]
  readonly count?: boolean
  /** Only these records, of those that answer the rest. */
  readonly ids?: readonly string[]
}

export interface ListAnswer {
  /** The JSON of each record, as the database wrote it. */
  readonly items: string[]
  readonly next: string | null
  readonly total?: number
  /** The identities of those that have a secrecy marking. */
  readonly secret: string[]
}

export const mostPerPage = 500
const mostSortKeys = 8

const unknownField = (name: string) => ({
  field: name,
  code: 'unknown',
  message: { sv: `Registret har inget fält som heter "${name}".`, en: `The register has no field called "${name}".` },
})

interface SortKey {
  readonly sql: RawBuilder<unknown>
  readonly falling: boolean
  readonly cast: string
}

function sortKeys(catalogue: Catalogue, register: Register, sort: readonly string[]): SortKey[] {
  if (sort.length > mostSortKeys)
    throw invalid([
      {
        field: 'sort',
        code: 'sort',
        message: { sv: `Sortera på högst ${mostSortKeys} fält.`, en: `Sort by at most ${mostSortKeys} fields.` },
      },
    ])
  return sort.map((given) => {
    const name = given.replace(/^-/, '')
    const falling = given.startsWith('-')
    const field = fieldOf(register, name)
    if (!field && !(commonColumns as readonly string[]).includes(name)) throw invalid([unknownField(name)])
    const shape = field ? shapeOf(field) : null
    if (shape && ['links', 'attachments', 'secrecy', 'structure'].includes(shape.kind))
      throw invalid([
        {
          field: name,
          code: 'sort',
          message: { sv: 'Det går inte att sortera på det här fältet.', en: 'The list cannot be sorted by this field.' },
        },
      ])
    const column = seen(register, name, 't')
    const to = shape?.kind === 'link' ? shape.to : name === 'createdBy' || name === 'changedBy' ? 'person' : null
    if (to) {
      const target = catalogue.register(to)
      return {
        sql: sql.raw(`(select x.${columnOf(target.title)} from ${quote(tableOf(target))} x where x.id = ${column})`),
        falling,
        cast: 'text',
      }
    }
    const cast =
      shape === null
        ? name.endsWith('At')
          ? 'timestamptz'
          : name === 'version'
            ? 'integer'
            : 'text'
        : shape.kind === 'number' || shape.kind === 'money'
          ? 'numeric'
          : shape.kind === 'scale'
            ? 'smallint'
            : shape.kind === 'date'
              ? 'date'
              : shape.kind === 'moment'
                ? 'timestamptz'
                : shape.kind === 'yesNo'
                  ? 'boolean'
                  : 'text'
    return { sql: sql.raw(column), falling, cast }
  })
}

const encode = (values: readonly (string | null)[]) => Buffer.from(JSON.stringify(values)).toString('base64url')

const wrongCursor = () =>
  invalid([
    {
      field: 'cursor',
      code: 'cursor',
      message: { sv: 'Bläddringsmärket hör inte till den här listan.', en: 'The cursor does not belong to this list.' },
    },
  ])

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The values of the last row of a page. Whether they suit their columns is for the database to say. */
function decode(cursor: string, length: number): (string | null)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const fits = Array.isArray(values) && values.length === length && values.every((value) => value === null || typeof value === 'string')
    if (fits && uuid.test(String(values.at(-1)))) return values
  } catch {
    // told below
  }
  throw wrongCursor()
}

/** A cursor whose values are of another kind than the columns is a fault of the one who asks. */
const orWrongCursor = (question: ListQuestion) => (error: unknown) => {
  throw question.cursor && /^22/.test(String((error as { code?: string }).code)) ? wrongCursor() : error
}

/** True for rows after the cursor, in an order where empty values come last. */
function after(keys: readonly SortKey[], values: readonly (string | null)[]): RawBuilder<unknown> {
  const steps: RawBuilder<unknown>[] = []
  const same: RawBuilder<unknown>[] = []
  for (const [index, key] of [...keys, { sql: sql.raw('t.id'), falling: false, cast: 'uuid' }].entries()) {
    const value = values[index] ?? null
    const cast = sql.raw(key.cast)
    if (value !== null) {
      const beyond = sql`(${key.sql} ${sql.raw(key.falling ? '<' : '>')} cast(${value} as ${cast}) or ${key.sql} is null)`
      steps.push(same.length ? sql`(${sql.join(same, sql` and `)} and ${beyond})` : beyond)
    }
    same.push(value === null ? sql`${key.sql} is null` : sql`${key.sql} = cast(${value} as ${cast})`)
  }
  return sql`(${sql.join(steps, sql` or `)})`
}

function narrowed(catalogue: Catalogue, register: Register, question: ListQuestion, asking: Asking): RawBuilder<unknown>[] {
  const where = [sql`t.withdrawn_at is null`, ...conditions(catalogue, register, question.filters ?? [], asking)]
  if (question.ids) where.push(sql`t.id = any (${question.ids}::uuid[])`)
  if (question.q !== undefined && question.q.trim() !== '') {
    const words = wordsOf(question.q)
    where.push(
      words
        ? sql`t.id in (select matching(${register.name}, to_tsquery('swedish', ${words.query}), ${words.firstPart}, ${words.otherParts}::text[]))`
        : sql`false`,
    )
  }
  return where
}

/** Answers a question to a register with a constant number of statements: one, or two with a count. */
export async function list(
  tx: Transaction,
  catalogue: Catalogue,
  register: Register,
  question: ListQuestion,
  asking: Asking,
): Promise<ListAnswer> {
  const table = sql.raw(quote(tableOf(register)))
  const names = question.fields
    ? question.fields.includes('*')
      ? allNames(register)
      : ['id', 'version', ...question.fields]
    : listNames(register)
  const unknown = names.filter((name) => !fieldOf(register, name) && !allNames(register).includes(name))
  if (unknown.length) throw invalid(unknown.map(unknownField))
  const limit = question.limit ?? 50
  const keys = sortKeys(catalogue, register, question.sort ?? register.list.sort)
  const where = narrowed(catalogue, register, question, asking)
  const paged = question.cursor ? [...where, after(keys, decode(question.cursor, keys.length + 1))] : where
  const order = sql.join([...keys.map((key) => sql`${key.sql} ${sql.raw(key.falling ? 'desc' : 'asc')} nulls last`), sql`t.id`])
  const marks = sql.join([
    ...keys.map((key, index) => sql`(${key.sql})::text as ${sql.raw(`k${index}`)}`),
    sql`t.id::text as ${sql.raw(`k${keys.length}`)}`,
  ])
  const page = tx.rows<{ json: string; secret: boolean } & Record<`k${number}`, string | null>>(
    sql`select ${sql.raw(rowJson(catalogue, register, names))} as json, ${sql.raw(isSecret(register))} as secret, ${marks} from (
      select t.* from ${table} t where ${sql.join(paged, sql` and `)} order by ${order} limit ${sql.raw(String(limit + 1))}) t order by ${order}`,
  )
  const counted = question.count
    ? tx.costlyRows<{ total: number }>(sql`select count(*)::integer as total from ${table} t where ${sql.join(where, sql` and `)}`)
    : null
  const [rows, totals] = await Promise.all([page, counted]).catch(orWrongCursor(question))
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const next = rows.length > limit && last ? encode([...keys, null].map((_, index) => last[`k${index}`] ?? null)) : null
  const secret = shown.flatMap((row) => (row.secret ? [row[`k${keys.length}`] ?? ''] : []))
  return { items: shown.map(({ json }) => json), next, secret, ...(totals ? { total: totals[0]?.total ?? 0 } : {}) }
}

/** How many records answer the conditions, of those the actor may see. */
export async function count(
  tx: Transaction,
  catalogue: Catalogue,
  register: Register,
  question: ListQuestion,
  asking: Asking,
): Promise<number> {
  const where = narrowed(catalogue, register, question, asking)
  const rows = await tx.rows<{ total: number }>(
    sql`select count(*)::integer as total from ${sql.raw(quote(tableOf(register)))} t where ${sql.join(where, sql` and `)}`,
  )
  return rows[0]?.total ?? 0
}

/** The identities of the records that answer the conditions, in a fixed order. */
export async function identities(
  tx: Transaction,
  catalogue: Catalogue,
  register: Register,
  question: ListQuestion,
  asking: Asking,
): Promise<string[]> {
  const where = narrowed(catalogue, register, question, asking)
  const rows = await tx.rows<{ id: string }>(
    sql`select t.id from ${sql.raw(quote(tableOf(register)))} t where ${sql.join(where, sql` and `)} order by t.created_at, t.id`,
  )
  return rows.map(({ id }) => id)
}

export interface RecordAnswer {
  readonly id: string
  readonly version: number
  readonly state: string | null
  readonly movedBy: string | null
  readonly secret: boolean
  readonly json: string
  /** `update`, `withdraw`, `move:<name>` as far as the actor's rights go. */
  readonly may: string[]
}

/**
 * Reads records with what the actor may do to them; those that are absent, withdrawn or not for the actor are left out. Also in the
 * transaction that has changed them, where the database shows him what he has just handed over.
 */
export function records(tx: Transaction, catalogue: Catalogue, register: Register, ids: readonly string[]): Promise<RecordAnswer[]> {
  const { roles } = tx.actor
  const secrecy = Object.entries(register.fields).find(([, field]) => field.kind === 'secrecy')
  const secret = secrecy ? `t.${columnOf(secrecy[0])} is not null` : 'false'
  return tx.rows<RecordAnswer>(
    sql`select t.id, t.version, t.state, t.moved_by as "movedBy", ${sql.raw(secret)} as secret, ${sql.raw(recordJson(catalogue, register))} as json, ${sql.raw(mayJson(register, roles))} as may
      from ${sql.raw(quote(tableOf(register)))} t where ${isOneOf('t.id', ids)} and t.withdrawn_at is null and ${sql.raw(mayReadRow(register, roles))}`,
  )
}

export const record = async (tx: Transaction, catalogue: Catalogue, register: Register, id: string): Promise<RecordAnswer | undefined> =>
  (await records(tx, catalogue, register, [id]))[0]
