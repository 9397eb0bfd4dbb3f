import { sql } from 'kysely'
import type { Gate } from '#kernel/gate/command.ts'

/** What the one who made a change may read of some actions, by identity: what a refusal may name. */
export async function titlesFor(gate: Gate, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { tx, asker } = gate
  const question = sql<{ id: string; title: string }>`select id, title from action where id = any (${[...ids]}::uuid[])`
  if (!asker) return new Map((await tx.rows(question)).map(({ id, title }) => [id, title]))
  const theirs = await tx.acting(asker)
  const rows = await theirs.rows(question)
  await tx.acting(tx.actor)
  return new Map(rows.map(({ id, title }) => [id, title]))
}

/** An action as a sentence names it: by its title too, for the one who may read it. */
export const named = (reference: string, title: string | undefined): string =>
  title === undefined ? reference : `”${title}” (${reference})`
