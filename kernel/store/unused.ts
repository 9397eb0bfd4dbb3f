import pg from 'pg'
import { inSchemas, type Schemas } from './schema/schemas.ts'

/** Whether nothing has been entered in the database yet. */
export async function isUnused(config: pg.ClientConfig, schemas: Schemas): Promise<boolean> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    const { rows } = await client.query(
      inSchemas('select exists (select 1 from {live}.authority) or exists (select 1 from {live}.unit) as used', schemas),
    )
    return !rows[0]?.used
  } finally {
    await client.end()
  }
}
