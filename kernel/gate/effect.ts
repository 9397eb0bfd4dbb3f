import type { Notice } from '../notices/notice.ts'
import { asSystem } from '../store/context.ts'
import type { Command, CommandFault, Gate, Stored, Written } from './command.ts'
import { keepNotices } from './notices.ts'

/** A change that has just been carried out, in a transaction that is still open. */
export interface Changed {
  /** Where its command stood among those given. */
  readonly index: number
  readonly written: Written
  /** Who did it; nobody where the system did. */
  readonly by: string | null
  /** By which step of the workflow it came about, where it was one. */
  readonly move: string | null
  /** The record before; absent for a new one. */
  readonly before: Stored | null
  readonly after: Readonly<Record<string, unknown>>
}

/** What an effect answers: what is wrong with the changes taken together, or what else is to be done, and who is to be told. */
export interface Following {
  readonly faults?: readonly CommandFault[]
  readonly commands?: readonly Command[]
  /** Kept in the same transaction. The one whose change it is is told nothing of it. */
  readonly notices?: readonly Notice[]
}

/**
 * What follows in other records when some have changed, in the same transaction: an inherited need, a state that ends when
 * another begins. It sees all records, whoever made the change, and acts in the name of the system; the reason it gives stands in history.
 */
export interface Effect {
  /** The registers whose changes it answers to. */
  readonly on: readonly string[]
  readonly follow: (gate: Gate, changed: readonly Changed[]) => Promise<Following>
}

/** How far one change may lead to another before it must be a mistake. */
const mostSteps = 12

/**
 * Lets every effect answer to the changes, and the effects of those effects, until nothing more follows.
 * @throws Error when there is no end to it
 */
export async function follow(
  gate: Gate,
  changes: readonly Changed[],
  carryOn: (gate: Gate, commands: readonly Command[]) => Promise<{ changed: Changed[]; written: Written[] }>,
): Promise<{ written: Written[]; faults: CommandFault[] }> {
  const concerned = gate.effects.filter(({ on }) => changes.some(({ written }) => on.includes(written.register.name)))
  if (!concerned.length) return { written: [], faults: [] }
  const actor = gate.tx.actor
  const system: Gate = { ...gate, tx: await gate.tx.acting(asSystem('follows from a change')), asker: actor }
  const written: Written[] = []
  const notices: Notice[] = []
  let latest = changes
  for (let step = 0; latest.length; step += 1) {
    if (step === mostSteps) throw new Error('the effects of a change have no end')
    const next: Changed[] = []
    for (const effect of gate.effects) {
      const mine = latest.filter((change) => effect.on.includes(change.written.register.name))
      if (!mine.length) continue
      const { faults = [], commands = [], notices: told = [] } = await effect.follow(system, mine)
      if (faults.length && step === 0) return { written: [], faults: [...faults] }
      if (faults.length) throw new Error(`an effect led to what may not be: ${faults[0]?.problem.code}`)
      notices.push(...told)
      if (!commands.length) continue
      const done = await carryOn(system, commands)
      next.push(...done.changed)
      written.push(...done.written)
    }
    latest = next
  }
  await keepNotices(system.tx, notices, actor.person)
  await gate.tx.acting(actor)
  return { written, faults: [] }
}
