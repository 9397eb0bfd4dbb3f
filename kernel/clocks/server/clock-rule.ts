import type { Role } from '../../access/roles.ts'
import type { Sql } from '../../figures/figure.ts'
import type { Command, Gate } from '../../gate/command.ts'
import type { Following } from '../../gate/effect.ts'
import type { Text } from '../../language/text.ts'

/** A record as a clock sees it: fields by name, in the form they are stored in. */
export type ClockRecord = Readonly<Record<string, unknown>> & { readonly id: string }

/** Whom a clock tells. Each person once, whatever the number of grounds; the one who has left is passed over, and who is away has a deputy told too. */
export interface Recipients {
  /** Fields of the record that lead to persons, one or many. */
  readonly fields?: readonly string[]
  /** The head of the record's unit. Where there is none, or it is the one already told by `fields`, the head of the nearest unit above. */
  readonly manager?: true
  /** Those who have one of the roles for the record's unit or one above it; for a record without a unit, everyone who has it. */
  readonly roles?: readonly Role[]
}

/** What a clock has come to: soon due, run out, or long since run out. Of several that are passed at once only the last is told. */
export type ClockStage = 'warn' | 'due' | 'late'

/** How many calendar days before its day a clock warns, in SQL over the record of alias `t`: a method may say so, and change it. */
export interface WarnFrom {
  readonly calendarDays: Sql
}

/** What happens when nothing has happened. Either working days, for a day as for a moment, or hours, for a moment. */
export type After = ({ readonly days: number } | { readonly hours: number }) & {
  readonly tell: Recipients
  /** Each of those it climbs to is told once of all that one look finds, in these words; `{count}` is how many. */
  readonly gather?: Text
}

/**
 * A clock: a definition over a register, so that none drifts from its record. It runs in every record that answers the conditions and
 * has a day (or moment) in `due`; a changed day is a new clock. A day runs out when it has ended in Sweden, a moment when it comes.
 */
export interface ClockRule {
  /** Area and clock, `actions.due`: never changed, since what has fired is remembered by it. */
  readonly key: string
  /** The register, by its name: `riskDecision`. The field `due` is among the register's `deadlines`. */
  readonly on: string
  /** What is to be ready: *Beslut om risken*. */
  readonly label: Text
  /** Why the day was set: the paragraph of law, or the authority's own rule. */
  readonly basis: Text | ((record: ClockRecord) => Text)
  /** The field with the day or the moment. */
  readonly due: string
  /** How many hours after the moment in `due` it runs out: 24 hours from when it became known. They are whole hours, also when the clocks are changed. */
  readonly hours?: number
  /** When the clock runs, in the syntax of addresses: `{ state: 'analysed' }`. */
  readonly where?: Readonly<Record<string, string | readonly string[]>>
  /** How long before it is warned: working days for a day, hours for a moment, or as the records say. No warning where absent. */
  readonly warn?: number | WarnFrom
  /** Who is warned, and told when it has run out. */
  readonly tell: Recipients
  /** It concerns the very persons named, as their training does: for one who has left nobody is told in his place. */
  readonly personal?: true
  /** How long after it has run out it is said again, and to whom it climbs. */
  readonly after?: After
  /** What is said; `{reference}` and `{due}` are filled in. Nothing of what the record holds, since it may be sent by e-mail. */
  readonly say: { readonly warn?: Text; readonly due: Text; readonly late?: Text }
  /** What is done when the clock has run out: carried out as the system, in the same transaction as the notices, once for each record and day. */
  readonly act?: (gate: Gate, ids: readonly string[]) => Promise<readonly Command[]>
}

/** Something to be done once a day, once across all servers, as the system. */
export interface DailyDuty {
  /** Area and duty, `risk.reroute`. */
  readonly key: string
  /** The reason that stands in the history of what it does. */
  readonly reason: string
  readonly act: (gate: Gate) => Promise<Pick<Following, 'commands' | 'notices'>>
}
