import type { Catalogue } from '../definition/catalogue.ts'
import type { Register } from '../definition/register.ts'
import type { FieldProblem, Problem } from '../problems/problem.ts'
import type { Actor, Change, Transaction } from '../store/context.ts'
import type { Effect } from './effect.ts'

/**
 * A wish to change something. `values` are in the form of the API; `version` is the version the wish was made from;
 * `calculated` are what follows from other records, given by effects alone.
 */
export type Command =
  | {
      readonly do: 'create'
      readonly register: Register
      readonly id?: string
      readonly values: Readonly<Record<string, unknown>>
      readonly calculated?: Readonly<Record<string, unknown>>
      readonly reason?: string
    }
  | {
      readonly do: 'update'
      readonly register: Register
      readonly id: string
      readonly version: number
      readonly values: Readonly<Record<string, unknown>>
      readonly calculated?: Readonly<Record<string, unknown>>
      readonly reason?: string
    }
  | {
      readonly do: 'move'
      readonly register: Register
      readonly id: string
      readonly version: number
      readonly move: string
      readonly values?: Readonly<Record<string, unknown>>
      readonly calculated?: Readonly<Record<string, unknown>>
      readonly reason?: string
    }
  | { readonly do: 'withdraw'; readonly register: Register; readonly id: string; readonly version: number; readonly reason?: string }

/** A record in the form it is stored in: fields by name, links as identities. */
export type Stored = Record<string, unknown> & {
  readonly id: string
  readonly version: number
  readonly state: string | null
  readonly movedBy: string | null
}

/** A command on its way through the gate. */
export interface Pending {
  readonly command: Command
  /** Where the command stood among those given, for messages. */
  readonly index: number
  /** The record before; absent for a new one. */
  readonly before: Stored | null
  /** What the actor may do to the record as it was. */
  readonly may: readonly string[]
  /** What of that because the record was his own. */
  readonly asOwn: readonly string[]
  /** The checked values that were given. */
  given: Readonly<Record<string, unknown>>
  /** The record as it will be. */
  after: Record<string, unknown>
  /** What has been found wrong so far; a command with faults is refused with all of them. */
  readonly faults: FieldProblem[]
}

/** What every step of the gate is given. */
export interface Gate {
  readonly tx: Transaction
  readonly catalogue: Catalogue
  /** The day in Sweden. */
  readonly today: string
  /** Passed on to history with every change. */
  readonly change: Change
  /** What follows from a change, in other records. */
  readonly effects: readonly Effect[]
  /** In an effect, the one whose change it answers to: a refusal names nothing that is not for him. */
  readonly asker?: Actor
}

/** What came of a command. */
export interface Written {
  readonly register: Register
  readonly id: string
  readonly version: number
  readonly reference: string | null
  readonly did: Command['do']
}

/** Which of several commands is at fault, and why. */
export interface CommandFault {
  readonly index: number
  readonly problem: Problem
}
