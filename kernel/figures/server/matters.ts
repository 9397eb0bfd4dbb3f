import { sql } from 'kysely'
import type { Action } from '../../access/access.ts'
import { mayOn, rowOf } from '../../access/predicate.ts'
import type { Register } from '../../definition/register.ts'
import type { Text } from '../../language/text.ts'
import { columnOf, literal, quote, tableOf } from '../../store/columns.ts'
import type { Ask, Matter, Sql } from '../figure.ts'

/** Roles that follow up what others are to do, and so hear of everything that is late. */
const followUp = ['director-general', 'ciso', 'head-of-security', 'risk-function', 'internal-audit']

/** Records in a state from which the one who asks may make one of the moves; a move that takes two people is not offered to the one who brought the record there. */
export function waiting(register: Register, state: string, moves: readonly string[], words: { one: Text; many: Text }): Matter {
  const row = rowOf(register, 't')
  const may = moves.map((name) => {
    const right = mayOn(register, `move:${name}`, row)
    const two = register.workflow?.moves[name]?.fourEyes
    if (!two) return right
    const alone = two === true ? 'false' : `t.${quote(columnOf(two.where))} is not true`
    return `(${right} and (${alone} or t.moved_by is distinct from (select actor())))`
  })
  return {
    key: `waiting.${register.plural}.${state}`,
    kind: 'decide',
    register: register.plural,
    one: words.one,
    many: words.many,
    conditions: { state },
    records: () =>
      sql.raw(
        `select t.id, (t.moved_at at time zone 'Europe/Stockholm')::date as since from ${quote(tableOf(register))} t where t.withdrawn_at is null and t.state = ${literal(state)} and (${may.join(' or ')})`,
      ),
  }
}

/**
 * Records whose day has passed. They concern the one who may do something about them (`by`: the action that shows it),
 * and those whose task it is to follow up.
 */
export function late(
  register: Register,
  given: {
    key: string
    day: string
    where?: (ask: Ask) => Sql
    conditions: Readonly<Record<string, string>>
    by: Action
    one: Text
    many: Text
  },
): Matter {
  const right = `((select has_role(${literal(`{${followUp.join(',')}}`)})) or ${mayOn(register, given.by, rowOf(register, 't'))})`
  const day = sql.raw(`t.${quote(columnOf(given.day))}`)
  return {
    key: `late.${given.key}`,
    kind: 'late',
    register: register.plural,
    one: given.one,
    many: given.many,
    conditions: given.conditions,
    records: (ask) =>
      sql`select t.id, ${day} as since from ${sql.raw(quote(tableOf(register)))} t where t.withdrawn_at is null and ${day} < ${ask.today}::date and ${given.where?.(ask) ?? sql`true`} and ${sql.raw(right)}`,
  }
}
