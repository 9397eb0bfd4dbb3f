import pg from 'pg'
import { varnaCatalogue } from '#areas/catalogue.ts'
import { columnsOf, quote, tableOf } from '#kernel/store/columns.ts'
import { inSchemas } from '#kernel/store/schema/schemas.ts'
import { schemasOf } from '#server/start.ts'
import { benchSettings } from '../scale/prepare.ts'
import { dayNumber } from './http.ts'
import type { Act, Statement, Target } from './subject.ts'

/** Sends the statements through a plain pool of the `pg` driver, as one would without Värna. */
export function driverSubject(config: pg.ClientConfig, statements: readonly Statement[], callers: number): Act {
  const pool = new pg.Pool({ ...config, max: callers })
  let next = 0
  return async () => {
    const statement = statements[next++ % statements.length]
    const { rows } = await pool.query(statement?.text ?? '', [...(statement?.values ?? [])])
    if (!rows.length) throw new Error('the driver found nothing')
  }
}

/** The same change by hand: begin, update with the version checked, close the version before, write the new one, commit. */
export function driverWriteSubject(config: pg.ClientConfig, targets: readonly Target[], callers: number): Act {
  const pool = new pg.Pool({ ...config, max: callers })
  const register = varnaCatalogue.register('risk')
  const columns = columnsOf(register)
    .map(({ name }) => quote(name))
    .join(', ')
  const schemas = schemasOf(benchSettings())
  const table = quote(tableOf(register))
  const update = inSchemas(
    `update {live}.${table} set review_by = $3, version = version + 1, changed_at = clock_timestamp() where id = $1 and version = $2 returning version, changed_at`,
    schemas,
  )
  const close = inSchemas(`update {history}.${table} set version_to = $3 where id = $1 and version = $2`, schemas)
  const add = inSchemas(
    `insert into {history}.${table} (${columns}, version_from, version_operation, version_database_user) select ${columns}, changed_at, 'update', session_user from {live}.${table} where id = $1`,
    schemas,
  )
  const mine = Array.from({ length: callers }, (_, caller) =>
    targets.filter((_target, index) => index % callers === caller).map((target) => ({ ...target })),
  )
  const done = mine.map(() => 0)
  return async (caller) => {
    const count = done[caller] ?? 0
    done[caller] = count + 1
    const target = mine[caller]?.[count % (mine[caller]?.length ?? 1)]
    if (!target) throw new Error('nothing to change')
    const client = await pool.connect()
    try {
      await client.query('begin')
      const { rows } = await client.query<{ version: number; changed_at: Date }>(update, [
        target.id,
        target.version,
        dayNumber(count * callers + caller + target.version),
      ])
      if (!rows[0]) throw new Error('the record was changed by another')
      await client.query(close, [target.id, target.version, rows[0].changed_at])
      await client.query(add, [target.id])
      await client.query('commit')
      target.version = rows[0].version
    } finally {
      client.release()
    }
  }
}
