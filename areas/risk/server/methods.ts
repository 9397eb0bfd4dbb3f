import { sql } from 'kysely'
import { holdVersion } from '#kernel/gate/succession.ts'
import type { Transaction } from '#kernel/store/context.ts'
import type { RiskMethodContent } from '../risk-method.content.ts'

export interface Method {
  readonly id: string
  readonly reference: string
  readonly content: RiskMethodContent
}

/** The risk method that is in force, where one is: for reading. */
export async function methodInForce(tx: Transaction): Promise<Method | null> {
  const [method] = await tx.rows<Method>(
    sql`select m.id, m.reference, m.content from risk_method m where m.state = 'inForce' and m.content is not null and m.withdrawn_at is null
      order by m.valid_from desc, m.id desc limit 1`,
  )
  return method ?? null
}

/** The risk method in force, for working out what is to be kept: no other takes effect before that is. The records it is read for are locked first. */
export async function heldMethod(tx: Transaction): Promise<Method | null> {
  const [, method] = await Promise.all([holdVersion(tx, 'riskMethod'), methodInForce(tx)])
  return method
}
