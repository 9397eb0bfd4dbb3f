import type { Role } from '../access/roles.ts'
import type { Text } from '../language/text.ts'

/** How serious or settled a state is, shown by word, shape and colour. */
export type StateTone = 'neutral' | 'waiting' | 'active' | 'good' | 'bad' | 'ended'

export interface State {
  readonly label: Text
  readonly tone: StateTone
  /** What has come here stands: its fields, and the parts of it, are no longer changed, only moved on. */
  readonly locked?: boolean
}

/** What a guard may know: the day it is, and who wants to move the record. Never a clock or a database. */
export interface GuardContext {
  /** The day in Sweden, `2023-12-31`. */
  readonly today: string
  readonly actor: string | null
  readonly roles: readonly (Role | 'system')[]
}

/** A step from one state to another. */
export interface Move<StateName extends string = string> {
  /** A verb with its object: *Besluta om risken*. */
  readonly label: Text
  /** What will happen: who is told, what clock starts. */
  readonly explain?: Text
  readonly from: readonly StateName[]
  readonly to: StateName
  /** Fields that must have a value before the move, asked for on the spot. */
  readonly needs?: readonly string[]
  /** Whether the person must, or may, say why. */
  readonly reason?: 'required' | 'optional'
  /** The person must be another than the one who brought the record into its present state: always, or where a yes-or-no field of the record says so. */
  readonly fourEyes?: true | { readonly where: string }
  /** Only the person whom this field of the record names may make the move, beside the right to it. */
  readonly only?: string
  /** By which of the register's own-fields the record is a person's own for this move, where that is not by all of them: to take part is not to lead. */
  readonly own?: readonly string[]
  /** Says in words why the record is not ready for the move, or nothing. */
  readonly guard?: (record: never, context: GuardContext) => Text | null
}

/** A table of states and the moves between them. */
export interface Workflow<StateName extends string = string> {
  readonly initial: StateName
  readonly states: Readonly<Record<StateName, State>>
  readonly moves: Readonly<Record<string, Move<StateName>>>
}

/** Declares a workflow; the names of states in moves are checked by the compiler. */
export function workflow<const StateName extends string, const Moves extends Record<string, Move<NoInfer<StateName>>>>(table: {
  readonly initial: NoInfer<StateName>
  readonly states: Readonly<Record<StateName, State>>
  readonly moves: Moves
}) {
  return table
}

/** Whether the move of this record takes another person than the one who brought it here. */
export const takesTwo = (move: Pick<Move, 'fourEyes'>, record: Readonly<Record<string, unknown>>): boolean =>
  typeof move.fourEyes === 'object' ? record[move.fourEyes.where] === true : move.fourEyes === true

/** The moves that leave a state, in the order they are declared. */
export const movesFrom = (flow: Workflow, state: string): string[] =>
  Object.entries(flow.moves).flatMap(([name, move]) => (move.from.includes(state) ? [name] : []))
