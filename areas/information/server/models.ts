import { sql } from 'kysely'
import type { Transaction } from '#kernel/store/context.ts'
import type { ModelContent } from '../classification-model.content.ts'

export interface Model {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly state: string
  readonly version: number
  readonly content: ModelContent | null
}

const facts = sql.raw('m.id, m.reference, m.name, m.state, m.version, m.content')

/** Models by identity. */
export async function modelsOf(tx: Transaction, ids: readonly string[]): Promise<Map<string, Model>> {
  if (!ids.length) return new Map()
  const rows = await tx.rows<Model>(sql`select ${facts} from classification_model m where m.id = any (${[...new Set(ids)]}::uuid[])`)
  return new Map(rows.map((model) => [model.id, model]))
}

/** The model that is in force, where one is. */
export async function modelInForce(tx: Transaction): Promise<Model | null> {
  const [model] = await tx.rows<Model>(
    sql`select ${facts} from classification_model m where m.state = 'inForce' and m.withdrawn_at is null order by m.valid_from desc, m.id desc limit 1`,
  )
  return model ?? null
}
