import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Notice } from '../notices/notice.ts'
import type { Transaction } from '../store/context.ts'

/**
 * Puts notices among those to be given, in the transaction of what they tell of: they go if and only if that was written. The same
 * thing is said once to each person, and not to the one who did it.
 * @param tx in the name of the system
 * @param doer the one whose change gave rise to them
 */
export async function keepNotices(tx: Transaction, notices: readonly Notice[], doer: string | null): Promise<void> {
  const each = new Map<string, Notice>()
  for (const notice of notices) {
    if (notice.person === doer) continue
    const key = `${notice.person} ${notice.kind} ${notice.record} ${notice.say.sv}`
    if (!each.has(key)) each.set(key, notice)
  }
  if (!each.size) return
  const rows = [...each.values()].map(({ person, kind, register, record, say, by }) => ({
    id: v7(),
    person,
    kind,
    register,
    record,
    words: say,
    by_person: by ?? doer,
  }))
  await tx.rows<object>(
    sql`insert into notice (id, person, kind, register, record, words, by_person, made_at)
      select n.id, n.person, n.kind, n.register, n.record, n.words, n.by_person, moment_of_change()
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, person uuid, kind text, register text, record uuid, words jsonb, by_person uuid)`,
  )
}
