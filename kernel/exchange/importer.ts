import type { Gate } from '../gate/command.ts'
import type { Text } from '../language/text.ts'
import type { Columns, ColumnTarget } from './columns.ts'
import type { ImportOutcome } from './import.ts'
import type { Sheet } from './sheet.ts'

/** A way of its own to bring a table into a register: for lists whose rows become more than one record. */
export interface Importer {
  /** The name of the register on whose page it stands. */
  readonly register: string
  readonly targets: readonly ColumnTarget[]
  /** Whether the file is one for it, by its headings; otherwise the register reads it as its own. */
  readonly concerns: (sheet: Sheet) => boolean
  /** Brings the rows in through the gate, all or none, as `importRows` does. */
  readonly bring: (gate: Gate, sheet: Sheet, columns: Columns | undefined, reason: string) => Promise<ImportOutcome>
}

/** What a cell says in words of the authority's own; a fault where it says something there is none for, null where there is nothing to add. */
export type CellReader = (field: string, text: string) => { readonly value: unknown } | { readonly fault: Text } | null

/** How the cells of a register are understood where that is data and not code: the levels of a scale by the names a method gives them. */
export interface Wording {
  readonly register: string
  readonly readerFor: (gate: Gate) => Promise<CellReader>
}
