import { sql } from 'kysely'
import { scopesFor } from '../access/access.ts'
import { shapeOf } from '../fields/field.ts'
import { say } from '../language/text.ts'
import { forbidden, notFound, problem } from '../problems/problem.ts'
import { columnOf, quote, tableOf } from '../store/columns.ts'
import type { Command, Gate, Stored } from './command.ts'
import { staleVersion } from './stale.ts'

interface Found {
  readonly record: Stored
  readonly may: readonly string[]
}

/** Who is to take the step that is asked for, where it is for one person alone and that is not the actor. */
function takerOf(gate: Gate, command: Command, { record, may }: Found): string | null {
  if (command.do !== 'move' || may.includes(`move:${command.move}`)) return null
  const person = record[command.register.workflow?.moves[command.move]?.only ?? '']
  return typeof person === 'string' && person !== gate.tx.actor.person ? person : null
}

/** The names of those who are to take the steps that are asked for, as far as the actor may see them; nothing is asked where all is as it should. */
export async function takers(
  gate: Gate,
  commands: readonly Command[],
  found: ReadonlyMap<string, Found>,
): Promise<ReadonlyMap<string, string>> {
  const ids = commands.flatMap((command) => {
    const one = command.do === 'create' ? undefined : found.get(command.id)
    return (one && takerOf(gate, command, one)) ?? []
  })
  const [first] = commands
  const only = first?.do === 'move' ? first.register.fields[first.register.workflow?.moves[first.move]?.only ?? ''] : undefined
  const shape = only && shapeOf(only)
  if (!ids.length || shape?.kind !== 'link') return new Map()
  const persons = gate.catalogue.register(shape.to)
  const rows = await gate.tx.rows<{ id: string; name: string }>(
    sql`select id, ${sql.raw(quote(columnOf(persons.title)))} as name from ${sql.raw(quote(tableOf(persons)))} where id = any (${ids}::uuid[])`,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/**
 * Refuses what the actor may not do to the record as it is. One who may not read the record hears that it does not exist;
 * one who may read it hears that this action is not his, and whose it is where a step is for one person alone.
 * @param names the names of those persons
 */
export function authorise(gate: Gate, command: Command, found: Found | undefined, names: ReadonlyMap<string, string> = new Map()): void {
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
    const only = command.do === 'move' ? register.workflow?.moves[command.move]?.only : undefined
    const label = register.fields[only ?? '']?.label
    const name = names.get(takerOf(gate, command, found) ?? '')
    if (label && name)
      throw forbidden({
        sv: `Det här steget är inte ditt att ta. ${label.sv}: ${name}.`,
        en: `This step is not yours to take. ${label.en}: ${name}.`,
      })
    throw forbidden({
      sv: 'Du kan läsa posten men din roll får inte göra den här ändringen. Vänd dig till den som äger posten.',
      en: 'You can read the record, but your role may not make this change. Turn to its owner.',
    })
  }
  if (found.record.version !== command.version) throw staleVersion(command, found.record)
}
