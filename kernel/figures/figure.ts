import type { RawBuilder } from 'kysely'
import type { AccessRow } from '../access/predicate.ts'
import type { Text } from '../language/text.ts'

/** A piece of SQL with its values apart from the text. */
export type Sql = RawBuilder<unknown>

/**
 * What a figure is counted in. A `share` is 0–1, rounded to four decimals; `days` are calendar days, rounded to one
 * decimal; `sek` is kronor with two decimals; a `count` and a `level` are never rounded.
 */
export type Unit = 'share' | 'count' | 'days' | 'sek' | 'level'

/** Which way is good. */
export type Better = 'higher' | 'lower' | 'neither'

/** What the definition of a figure may use. It never says *when* it is asked: the same question is put to today and to any day that has been. */
export interface Ask {
  /** The day of the question in Sweden, `2023-12-31`. */
  readonly today: string
  /** The first day of that calendar year. */
  readonly yearStart: string
  /** The records of a register that answer conditions written as in an address; a query with one column, `id`. */
  readonly where: (register: string, conditions?: Readonly<Record<string, string | readonly string[]>>) => Sql
  /** The records that made one of the moves from one day through another, first to last move; columns `id`, `at` (the first time) and `last` . */
  readonly moved: (register: string, moves: readonly string[], from: string, to: string) => Sql
  /** True for a row whose facts are given, where the one who asks may read such a record of the register. */
  readonly readable: (register: string, row: AccessRow) => Sql
  /** The moment a day begins, and the last of it, in Sweden. */
  readonly startOf: (day: string) => Sql
  readonly endOf: (day: string) => Sql
}

/** One figure, defined once: what it says, which records it is counted from, and its value. */
export interface Figure {
  /** Area and figure, `awareness.completion-share`: stands in texts and addresses. */
  readonly key: string
  readonly label: Text
  /** In words and complete: what is counted, of what, on which day. */
  readonly definition: Text
  readonly unit: Unit
  readonly better: Better
  /** The register of the records counted, camelCase plural. */
  readonly register: string
  /** The records counted: a query with one column, `id`, each record once. */
  readonly records: (ask: Ask) => Sql
  /** The value as a scalar, given the number of records counted. Null, never zero, where there is nothing to count from. */
  readonly value: (ask: Ask, total: Sql) => Sql
}

/** A figure on one day. */
export interface Measured {
  readonly value: number | null
  /** How many records it was counted from. */
  readonly total: number
  /** Which they were, in a fixed order; filled only when asked for. */
  readonly ids: readonly string[]
}

/** Records that want something done: what waits for a decision, or what is late. Counted like a figure, said as a sentence. */
export interface Matter {
  /** `waiting.risks.analysed`, `late.actions`: stands in addresses. */
  readonly key: string
  readonly kind: 'decide' | 'late'
  readonly register: string
  /** `{count}` stands for the number and `{days}` for how many days the oldest has waited or been late. */
  readonly one: Text
  readonly many: Text
  /** Conditions that show in the list beside the matter itself. */
  readonly conditions: Readonly<Record<string, string>>
  /** A query with the columns `id` and `since`, the day from which the record has waited or been late. */
  readonly records: (ask: Ask) => Sql
}
