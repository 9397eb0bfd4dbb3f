import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Notice } from '../notices/notice.ts'
import type { Transaction } from '../store/context.ts'

const columns = sql.raw('id, person, kind, register, record, words, by_person, gathers, records')

/**
 * Puts notices among those to be given, in the transaction of what they tell of: they go if and only if that was written. The same
 * thing is said once to each person, and not to the one who did it. One that gathers is added to where the person already has it.
 * @param tx in the name of the system
 * @param doer the one whose change gave rise to them
 */
export async function keepNotices(tx: Transaction, notices: readonly Notice[], doer: string | null): Promise<void> {
  const each = new Map<string, Notice>()
  for (const notice of notices) {
    if (notice.person === doer) continue
    const key = `${notice.person} ${notice.gathered?.key ?? `${notice.kind} ${notice.record} ${notice.say.sv}`}`
    if (!each.has(key)) each.set(key, notice)
  }
  if (!each.size) return
  const rows = [...each.values()].map(({ person, kind, register, record, say, gathered, by }) => ({
    id: v7(),
    person,
    kind,
    register,
    record,
    words: gathered ? { ...say, many: gathered.say } : say,
    by_person: by ?? doer,
    gathers: gathered?.key ?? null,
    records: gathered?.records ?? null,
  }))
  await tx.rows<object>(
    sql`insert into notice (${columns}, made_at) select ${columns}, moment_of_change()
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as n(id uuid, person uuid, kind text, register text, record uuid, words jsonb, by_person uuid, gathers text, records uuid[])
      on conflict (person, gathers) do update set read_at = null,
        records = (select array_agg(distinct one) from unnest(notice.records || excluded.records) one)`,
  )
}
