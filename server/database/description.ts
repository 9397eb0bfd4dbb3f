import pg from 'pg'
import type { Database } from './launcher.ts'

/** What one needs to know of a database to judge whether Värna can use it. */
export interface DatabaseDescription {
  /** Such as `18.4`. */
  readonly version: string
  /** Whether å, ä and ö count as letters in searches; decided by LC_CTYPE when the database was made. */
  readonly knowsSwedishLetters: boolean
  /** Whether text can be sorted in Swedish order. */
  readonly hasSwedishOrder: boolean
}

/** Asks the database what it is. */
export async function describeDatabase(database: Database): Promise<DatabaseDescription> {
  const client = new pg.Client(database.config('owner'))
  await client.connect()
  try {
    const { rows } = await client.query<DatabaseDescription>(
      `select split_part(current_setting('server_version'), ' ', 1) as version,
              (select datctype not in ('C', 'POSIX') and pg_encoding_to_char(encoding) = 'UTF8'
                 from pg_database where datname = current_database()) as "knowsSwedishLetters",
              exists (select from pg_collation where collname = 'sv-SE-x-icu') as "hasSwedishOrder"`,
    )
    return rows[0] ?? { version: '', knowsSwedishLetters: false, hasSwedishOrder: false }
  } finally {
    await client.end()
  }
}
