import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { dayIn } from '#kernel/clocks/clock.ts'
import type { Command, Written } from '#kernel/gate/command.ts'
import { carryOut } from '#kernel/gate/gate.ts'
import { problem } from '#kernel/problems/problem.ts'
import type { Actor, Transaction } from '#kernel/store/context.ts'
import { type RecordAnswer, record } from '#kernel/store/read.ts'
import type { Services } from './services.ts'

/** What makes a retried request recognisable. */
export interface Retry {
  readonly key: string
  /** The request itself; the same key with another request is a mistake. */
  readonly request: string
}

type Answer = Pick<Written, 'id' | 'version' | 'reference' | 'did'>[]

/** Claims the key, or gives the answer of the time it was first used. */
async function claim(tx: Transaction, actor: Actor, retry: Retry): Promise<Answer | null> {
  const fingerprint = createHash('sha256').update(retry.request).digest('hex')
  const claimed = await tx.rows<{ key: string }>(
    sql`insert into request (key, actor, fingerprint) values (${retry.key}, ${actor.person}::uuid, ${fingerprint}) on conflict do nothing returning key`,
  )
  if (claimed.length) return null
  const [known] = await tx.rows<{ fingerprint: string; answer: Answer | null }>(
    sql`select fingerprint, answer from request where key = ${retry.key} and actor = ${actor.person}::uuid`,
  )
  if (known?.fingerprint === fingerprint && known.answer) return known.answer
  throw problem({
    status: 422,
    code: 'idempotency-key-reused',
    title: {
      sv: 'Nyckeln i Idempotency-Key har redan använts för en annan begäran.',
      en: 'The key in Idempotency-Key has already been used for another request.',
    },
  })
}

/**
 * Carries out one command for an actor with all that follows from it, in one transaction, and announces what was done.
 * A request with the same key is carried out once; its retry gets the same answer.
 * @returns the record as it has become; absent where it is withdrawn or no longer for the actor
 */
export async function write(
  services: Services,
  actor: Actor,
  command: Command,
  request: string | null,
  retry?: Retry,
): Promise<RecordAnswer | undefined> {
  const change = { request }
  const { catalogue } = services
  const { shown, fresh } = await services.store.write(actor, change, async (tx) => {
    const show = ([one]: Answer) => {
      const found = one ? record(tx, catalogue, command.register, one.id) : Promise.resolve(undefined)
      // Its fault is that of the transaction.
      found.catch(() => undefined)
      return found
    }
    const before = retry && actor.person ? await claim(tx, actor, retry) : null
    if (before) return { shown: show(before), fresh: [] as Written[] }
    const done = await carryOut({ tx, catalogue, today: dayIn(services.clock.now()), change, effects: services.effects }, [command])
    const answer: Answer = done.map(({ id, version, reference, did }) => ({ id, version, reference, did }))
    if (retry && actor.person)
      await tx.rows<object>(
        sql`update request set answer = ${JSON.stringify(answer)}::jsonb where key = ${retry.key} and actor = ${actor.person}::uuid`,
      )
    return { shown: show(answer), fresh: done }
  })
  if (fresh.length) services.announce(fresh)
  return shown
}
