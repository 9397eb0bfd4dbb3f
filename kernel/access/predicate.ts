import { snake } from '../definition/names.ts'
import type { Register } from '../definition/register.ts'
import { columnOf, isCollection, literal, quote } from '../store/columns.ts'
import { type Action, type Scope, scopesFor } from './access.ts'
import type { Role } from './roles.ts'

/** Where the facts that decide access stand: in the register's own table, or in the index of search. */
export interface AccessRow {
  readonly unit: string
  /** SQL that is true where the actor is among those whose own the record is. */
  readonly mine: string
  /** SQL that is true where the record is the actor's own by one of the register's own-fields; `mine` where it has none. */
  readonly held?: string
  /** SQL that is true where the record has a secrecy marking. */
  readonly secret: string
  /** The identity of the record this one is part of. */
  readonly whole?: string
  /** The state of the record's workflow. */
  readonly state?: string
  /** SQL that is true where this field of the record names the actor; absent where only an index of search is at hand. */
  readonly names?: (field: string) => string
}

/** The register whose records those of this one are parts of. */
export function wholeOf(register: Register): string | null {
  const field = register.fields[register.scope?.partOf ?? '']
  return field?.kind === 'link' ? field.to : null
}

/** The function of the database that says whether the actor may do this to the whole, given its identity. */
export const wholeFunction = (whole: string, action: 'read' | 'change') => quote(`may_${action}_${snake(whole)}`)

/** The secrecy marking of a register, where it has one. */
export const secrecyColumn = (register: Register): string | null => {
  const found = Object.entries(register.fields).find(([, field]) => field.kind === 'secrecy')
  return found ? columnOf(found[0]) : null
}

/** The access facts of a row of the register's table (or of its history, which has the same columns). */
export function rowOf(register: Register, alias: string, { eachRow }: Judging = {}): AccessRow {
  const actor = eachRow ? 'actor()' : '(select actor())'
  const names = (name: string) => {
    const many = register.fields[name]?.kind === 'links'
    return many ? `${actor} = any (${alias}.${columnOf(name)})` : `${alias}.${columnOf(name)} = ${actor}`
  }
  const held = (register.scope?.own ?? []).map(names)
  const mine = `(${[`${alias}.created_by = ${actor}`, ...held].join(' or ')})`
  const secrecy = secrecyColumn(register)
  return {
    unit: register.scope?.unit ? `${alias}.${columnOf(register.scope.unit)}` : 'null::uuid',
    mine,
    held: held.length ? `(${held.join(' or ')})` : mine,
    secret: secrecy ? `(${alias}.${secrecy} is not null)` : 'false',
    state: `${alias}.state`,
    names,
    ...(register.scope?.partOf ? { whole: `${alias}.${columnOf(register.scope.partOf)}` } : {}),
  }
}

const rolesWith = (scopes: Partial<Record<Role, Scope>>, scope: Scope): string[] =>
  Object.entries(scopes).flatMap(([role, given]) => (given === scope ? [role] : []))

/** The roles whose right to read reaches only records in certain states, and the person's own. */
const limitedReaders = (register: Register): { role: string; states: readonly string[] }[] =>
  Object.entries(register.access).flatMap(([role, grant]) => (grant.readIn ? [{ role, states: grant.readIn }] : []))

const moveOf = (register: Register, action: Action) =>
  action.startsWith('move:') ? register.workflow?.moves[action.slice('move:'.length)] : undefined

/** What makes a record the actor's own for an action. To have made it is not enough to decide on it: a move takes one whom the record names. */
function ownFor(register: Register, action: Action, row: AccessRow): string {
  const move = moveOf(register, action)
  if (!move) return row.mine
  return move.own && row.names ? anyOf(move.own.map((name) => row.names?.(name) ?? 'false')) : (row.held ?? row.mine)
}

const array = (names: readonly string[]) => literal(`{${names.join(',')}}`)

/** How a right is asked for. */
export interface Judging {
  /** The record as it will be: a right to what is his own does not end with the change that hands it over. */
  readonly after?: boolean
  /**
   * The roles of the actor, where the statement is written for him: a question about one record then costs a fraction, and people
   * with the same roles share its plan.
   */
  readonly roles?: readonly string[] | undefined
  /** Asks of each row by itself, for statements about few rows: to prepare for many costs more than to ask again. */
  readonly eachRow?: boolean
}

/** SQL that is true where the actor has one of the roles. */
const holds = (names: readonly string[], { roles, eachRow }: Judging = {}): string => {
  if (roles) return String(names.some((name) => roles.includes(name)))
  const asked = `has_role(${array(names)})`
  return eachRow ? asked : `(select ${asked})`
}

const anyOf = (parts: readonly string[]): string => {
  const open = parts.filter((part) => part !== 'false')
  return open.includes('true') ? 'true' : open.length ? `(${open.join(' or ')})` : 'false'
}

const allOf = (parts: readonly string[]): string => {
  const open = parts.filter((part) => part !== 'true')
  return open.includes('false') ? 'false' : open.length ? `(${open.join(' and ')})` : 'true'
}

/**
 * The one translation of a register's access table into SQL: true for the rows on which the actor of the transaction
 * may carry out the action. Lists, counts, search, row-level security and the right to each move all use it.
 *
 * Whether a record that is judged as it will be was the actor's own before is for the gate to say (`mayAsOwn`), since row-level
 * security sees one version at a time.
 */
export function mayOn(register: Register, action: Action, row: AccessRow, judging: Judging = {}): string {
  const { after = false, roles } = judging
  const scopes = scopesFor(register.access, action)
  const limited = action === 'read' ? limitedReaders(register) : []
  const everywhere = [...rolesWith(scopes, 'all').filter((name) => !limited.some(({ role }) => role === name)), 'system']
  const inUnit = register.scope?.unit ? rolesWith(scopes, 'unit').filter((name) => roles?.includes(name) ?? true) : []
  const own = rolesWith(scopes, 'own')
  const parts = [holds(everywhere, judging)]
  if (inUnit.length) parts.push(`${row.unit} = any ((select units_of(${array(inUnit)}))::uuid[])`)
  if (own.length) parts.push(allOf([holds(own, judging), after ? 'true' : ownFor(register, action, row)]))
  const whole = wholeOf(register)
  const inWhole =
    whole && row.whole ? `${wholeFunction(whole, action === 'read' || action === 'secret' ? 'read' : 'change')}(${row.whole})` : 'false'
  for (const { role, states } of limited) {
    const reach = scopes[role as Role] === 'part' ? inWhole : 'true'
    parts.push(allOf([holds([role], judging), `(${row.state ?? 'null'} = any (${array(states)}) or ${row.mine})`, reach]))
  }
  const ofParts = rolesWith(scopes, 'part').filter((name) => !limited.some(({ role }) => role === name))
  if (ofParts.length) parts.push(allOf([holds(ofParts, judging), inWhole]))
  return allOf([anyOf(parts), reserved(register, action, row, judging)])
}

/** A move that only one person may make, whom the record names; the system may make it too. After the move the record may name another. */
function reserved(register: Register, action: Action, row: AccessRow, judging: Judging): string {
  const only = moveOf(register, action)?.only
  if (!only || judging.after || !row.names) return 'true'
  return anyOf([row.names(only), holds(['system'], judging)])
}

/** True for the rows whose state lets their fields be changed; what is locked only follows from other records. */
export function open(register: Register, alias: string, judging: Judging = {}): string {
  const locked = Object.entries(register.workflow?.states ?? {}).flatMap(([name, state]) => (state.locked ? [name] : []))
  return locked.length ? anyOf([`${alias}.state <> all (${array(locked)})`, holds(['system'], judging)]) : 'true'
}

/** True for the rows on which the actor may carry out the action because they are his own: who hands such a record over acts within his right. */
export function mayAsOwn(register: Register, action: Action, row: AccessRow, judging: Judging = {}): string {
  const own = rolesWith(scopesFor(register.access, action), 'own')
  return own.length ? allOf([holds(own, judging), ownFor(register, action, row), reserved(register, action, row, judging)]) : 'false'
}

/** True for the rows the actor may read: the right to read and, for a record with a secrecy marking, the right to read such records. */
export function mayRead(register: Register, row: AccessRow, judging: Judging = {}): string {
  const read = mayOn(register, 'read', row, judging)
  return row.secret === 'false' ? read : allOf([read, anyOf([`not ${row.secret}`, mayOn(register, 'secret', row, judging)])])
}

/** True where the actor may read every record of the register, whatever it holds: nothing need then be asked of each. */
export function mayReadAll(register: Register): string {
  const limited = new Set(limitedReaders(register).map(({ role }) => role))
  const everywhere = (action: Action) => {
    const all = rolesWith(scopesFor(register.access, action), 'all').filter((role) => action !== 'read' || !limited.has(role))
    return `(select has_role(${array([...all, 'system'])}))`
  }
  return secrecyColumn(register) ? `(${everywhere('read')} and ${everywhere('secret')})` : everywhere('read')
}

/** True for the rows in which the actor may see the value of a field that has readers of its own: he is one of them, or the record is his own. */
export function mayReadField(register: Register, name: string, alias: string): string {
  const readers = register.fields[name]?.readers
  if (!readers) return 'true'
  const held = register.scope?.own?.length ? ` or ${rowOf(register, alias).held}` : ''
  return `((select has_role(${array([...readers, 'system'])})) or ${alias}.id = (select actor())${held})`
}

/**
 * SQL for the value of a field as the actor may see it: empty where the field has readers and he is none of them. Whatever is shown,
 * filtered or sorted by goes through here, so that no question tells what the answer does not.
 */
export function seen(register: Register, name: string, alias: string): string {
  const field = register.fields[name]
  const column = `${alias}.${quote(columnOf(name))}`
  if (!field?.readers) return column
  const empty = field.kind === 'links' ? "'{}'" : isCollection(field) ? "'[]'" : 'null'
  return `(case when ${mayReadField(register, name, alias)} then ${column} else ${empty} end)`
}

/** The actions by which a person may change an existing record. */
export const changingActions = (register: Register): Action[] => [
  'update',
  'withdraw',
  ...Object.keys(register.workflow?.moves ?? {}).map((name): Action => `move:${name}`),
]
