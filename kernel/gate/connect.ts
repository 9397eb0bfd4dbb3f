import { sql } from 'kysely'
import type { AttachedFile } from '../fields/field.ts'
import { problemText } from '../fields/problems.ts'
import { quote, tableOf } from '../store/columns.ts'
import { isOneOf } from '../store/read.ts'
import type { Gate, Pending } from './command.ts'

const list = (value: unknown): string[] =>
  (Array.isArray(value) ? (value as string[]) : typeof value === 'string' ? [value] : []).map((id) => id.toLowerCase())

/** The identities among those given that the actor may see, and whether each still stands, per register: one statement for each register referred to. */
export async function visible(gate: Gate, wanted: ReadonlyMap<string, ReadonlySet<string>>): Promise<Map<string, Map<string, boolean>>> {
  const found = new Map<string, Map<string, boolean>>()
  for (const [name, ids] of wanted) {
    const table = sql.raw(quote(tableOf(gate.catalogue.register(name))))
    const rows = await gate.tx.rows<{ id: string; stands: boolean }>(
      sql`select id, withdrawn_at is null as stands from ${table} where ${isOneOf('id', [...ids])}`,
    )
    found.set(name, new Map(rows.map(({ id, stands }) => [id, stands])))
  }
  return found
}

/**
 * Finds fault with new links to records that do not exist or are not for the actor, which sound the same. Links he cannot see stay
 * when he changes the rest of the list, so that nobody removes what he does not know of.
 */
export async function connect(gate: Gate, pendings: readonly Pending[]): Promise<void> {
  const wanted = new Map<string, Set<string>>()
  const each = pendings.flatMap((pending) =>
    Object.keys(pending.given).flatMap((name) => {
      const field = pending.command.register.fields[name]
      return field?.kind === 'link' || field?.kind === 'links' ? [{ pending, name, field }] : []
    }),
  )
  for (const { pending, name, field } of each) {
    const ids = wanted.get(field.to) ?? new Set<string>()
    for (const id of [...list(pending.given[name]), ...list(pending.before?.[name])]) ids.add(id)
    if (ids.size) wanted.set(field.to, ids)
  }
  const seen = await visible(gate, wanted)
  for (const { pending, name, field } of each) {
    const known = seen.get(field.to)
    const before = list(pending.before?.[name])
    const given = list(pending.given[name])
    const strange = given.filter((id) => !known?.get(id) && !(known?.has(id) && before.includes(id)))
    if (strange.length) pending.faults.push({ field: name, code: 'unknown-link', message: problemText('unknown-link') })
    const hidden = before.filter((id) => !known?.has(id))
    if (field.kind === 'links') pending.after[name] = [...new Set([...given, ...hidden])]
    else pending.after[name] = given[0] ?? hidden[0] ?? null
  }
}

/** Completes attached files with type and size; a person may attach only what he has handed in or what is already there. */
export async function attach(gate: Gate, pendings: readonly Pending[]): Promise<void> {
  for (const pending of pendings) {
    for (const name of Object.keys(pending.given)) {
      if (pending.command.register.fields[name]?.kind !== 'attachments') continue
      const before = new Map(((pending.before?.[name] ?? []) as AttachedFile[]).map((file) => [file.sha256, file]))
      const given = pending.given[name] as { sha256: string; name: string }[]
      const rows = await gate.tx.rows<{ sha256: string; type: string; size: number }>(
        sql`select f.sha256, f.type, f.size from file f join upload u using (sha256)
          where u.person = ${gate.tx.actor.person}::uuid and f.sha256 = any (${given.map(({ sha256 }) => sha256)}::text[])`,
      )
      const uploaded = new Map(rows.map((row) => [row.sha256, row]))
      const after = given.map((file) => {
        const known = before.get(file.sha256) ?? uploaded.get(file.sha256)
        if (!known) pending.faults.push({ field: name, code: 'file', message: problemText('file') })
        return { sha256: file.sha256, name: file.name, type: known?.type ?? '', size: known?.size ?? 0 }
      })
      pending.after[name] = after
    }
  }
}
