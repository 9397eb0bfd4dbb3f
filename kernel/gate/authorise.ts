import { scopesFor } from '../access/access.ts'
import { say } from '../language/text.ts'
import { forbidden, notFound, problem } from '../problems/problem.ts'
import type { Command, Gate, Stored } from './command.ts'
import { staleVersion } from './stale.ts'

/**
 * Refuses what the actor may not do to the record as it is. One who may not read the record hears that it does not exist;
 * one who may read it hears that this action is not his.
 */
export function authorise(gate: Gate, command: Command, found: { record: Stored; may: readonly string[] } | undefined): void {
  const { register } = command
  if (command.do === 'create') {
    const scopes = scopesFor(register.access, 'create')
    if (gate.tx.actor.roles.some((role) => role === 'system' || role in scopes)) return
    throw forbidden({
      sv: `Din roll får inte lägga till något i registret ${say(register.label.many, 'sv').toLowerCase()}.`,
      en: `Your role may not add to the register ${say(register.label.many, 'en').toLowerCase()}.`,
    })
  }
  if (!found) throw notFound()
  const action = command.do === 'move' ? `move:${command.move}` : command.do
  const state = register.workflow?.states[found.record.state ?? '']
  if (command.do === 'update' && state?.locked && !gate.tx.actor.roles.includes('system')) {
    throw problem({
      status: 409,
      code: 'locked',
      title: {
        sv: `Posten är ${say(state.label, 'sv').toLowerCase()} och kan inte längre ändras.`,
        en: `The record is ${say(state.label, 'en').toLowerCase()} and can no longer be changed.`,
      },
    })
  }
  if (!found.may.includes(action)) {
    throw forbidden({
      sv: 'Du kan läsa posten men din roll får inte göra den här ändringen. Vänd dig till den som äger posten.',
      en: 'You can read the record, but your role may not make this change. Turn to its owner.',
    })
  }
  if (found.record.version !== command.version) throw staleVersion(command, found.record)
}
