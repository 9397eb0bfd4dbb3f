import type { Clock } from '#kernel/clocks/clock.ts'
import type { Catalogue } from '#kernel/definition/catalogue.ts'
import type { Written } from '#kernel/gate/command.ts'
import type { Effect } from '#kernel/gate/effect.ts'
import type { Store } from '#kernel/store/context.ts'
import type { Identity } from './identity/identity.ts'

/** What the parts of the server share. Made once at start. */
export interface Services {
  readonly catalogue: Catalogue
  readonly store: Store
  readonly clock: Clock
  readonly identity: Identity
  /** What follows in other records when some have changed. */
  readonly effects: readonly Effect[]
  /** Tells the rest of the server what has been written, after it is safe. */
  readonly announce: (written: readonly Written[]) => void
  /** The server is reached from this machine only. */
  readonly loopback: boolean
  readonly metricsToken: string | null
  /** The address people use, for links; and whether notices are also sent by e-mail. */
  readonly url: string
  readonly mails: boolean
}
