import type { ClientConfig } from 'pg'
import type { Actor } from '#kernel/store/context.ts'

/** A statement as it was sent: the same text and values are given to the bare driver. */
export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** A record to change and the version it stands in. */
export interface Target {
  readonly id: string
  readonly version: number
}

/** What the kernel is asked, in words a process can be sent. */
export type Question =
  | { readonly do: 'list' | 'count' | 'record'; readonly ids: readonly string[]; readonly asOf: string | null }
  | { readonly do: 'write'; readonly targets: readonly Target[] }

/** One way of doing the thing that is compared. Each runs in a process of its own. */
export type Subject =
  | { readonly kind: 'http'; readonly port: number; readonly requests: readonly string[] }
  | { readonly kind: 'http-write'; readonly port: number; readonly cookie: string; readonly targets: readonly Target[] }
  | { readonly kind: 'driver'; readonly config: ClientConfig; readonly statements: readonly Statement[] }
  | { readonly kind: 'driver-write'; readonly config: ClientConfig; readonly targets: readonly Target[] }
  | { readonly kind: 'kernel'; readonly config: ClientConfig; readonly actor: Actor; readonly question: Question }

/** What one round came to. */
export interface Round {
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
}

/** Does the thing once, as caller number so-and-so. */
export type Act = (caller: number) => Promise<void>
