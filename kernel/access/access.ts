import type { Role } from './roles.ts'

/**
 * To which records a right reaches: `own` are those where the person stands in one of the register's own-fields or
 * made the record (for a move only the former: who made a record does not thereby decide on it); `unit` those of the
 * unit the role is assigned for and every unit below it; `all` every record; `part` those that are part of another
 * record (`scope.partOf`): they are read by who may read the whole, and changed by who may change it.
 */
export type Scope = 'own' | 'unit' | 'all' | 'part'

export interface Grant {
  readonly read?: Scope
  /** The right to read reaches only records in these states, and in any state those that are the person's own. */
  readonly readIn?: readonly string[]
  /** Reading records with a secrecy marking, beside the right to read. */
  readonly secret?: Scope
  readonly create?: Scope
  readonly update?: Scope
  readonly withdraw?: Scope
  /** The right to make each move of the workflow. */
  readonly moves?: Readonly<Record<string, Scope>>
}

/** Who may do what, to which records. A role that is not named may nothing. Reading a record includes reading its history. */
export type Access = Readonly<Partial<Record<Role, Grant>>>

/** An action as a right names it; moves are written `move:<name>`. */
export type Action = 'read' | 'secret' | 'create' | 'update' | 'withdraw' | `move:${string}`

/** The scope each role has for an action; roles without the right are absent. */
export function scopesFor(access: Access, action: Action): Partial<Record<Role, Scope>> {
  const scopes: Partial<Record<Role, Scope>> = {}
  for (const [role, grant] of Object.entries(access) as [Role, Grant][]) {
    const scope = action.startsWith('move:')
      ? grant.moves?.[action.slice('move:'.length)]
      : grant[action as Exclude<Action, `move:${string}`>]
    if (scope) scopes[role] = scope
  }
  return scopes
}
