import type { Register } from '../../definition/register.ts'

/** A record as another refers to it. */
export interface RecordLink {
  readonly id: string
  readonly label: string
  readonly reference?: string | null
}

/** What this person may do to a record; sent along with it. */
export interface RecordMay {
  readonly update: boolean
  readonly withdraw: boolean
  readonly moves: readonly string[]
  /** Moves the person has the right to, but that someone other than the one who made the last is to make. */
  readonly needAnother?: readonly string[]
}

/** A record as the API gives it: the common columns, and the fields of its register. */
export interface RecordJson {
  readonly id: string
  readonly version: number
  readonly reference: string | null
  readonly state: string | null
  readonly createdAt: string
  readonly createdBy: RecordLink | null
  readonly changedAt: string
  readonly changedBy: RecordLink | null
  readonly may?: RecordMay
  readonly [field: string]: unknown
}

export interface RecordPage {
  readonly items: readonly RecordJson[]
  readonly next: string | null
  readonly total?: number
}

/** The name of a record in words; a register's title field is always a text. */
export const titleOf = (register: Register, record: RecordJson): string => {
  const title = record[register.title]
  return typeof title === 'string' && title !== '' ? title : (record.reference ?? record.id.slice(0, 8))
}

/** One field that differs between two versions. */
export interface FieldChange {
  readonly field: string
  readonly from: unknown
  readonly to: unknown
  /** The difference word by word, for running text. */
  readonly words?: readonly WordRun[]
}

export interface WordRun {
  readonly op: 'same' | 'added' | 'removed'
  readonly text: string
}

/** One version of a record, with what set it apart from the one before. */
export interface VersionJson {
  readonly version: number
  readonly at: string
  readonly by: RecordLink | null
  /** Made by the product itself, of what followed from other records or because a time had run out. */
  readonly bySystem: boolean
  readonly operation: 'create' | 'update' | 'move' | 'withdraw'
  readonly move: string | null
  readonly reason: string | null
  readonly changes: readonly FieldChange[]
}

/** Records connected to the one shown, in one sense and direction. */
export interface LinkGroup {
  /** camelCase plural of the register of the connected records. */
  readonly register: string
  readonly field: string
  readonly direction: 'in' | 'out'
  readonly label: { readonly sv: string; readonly en: string }
  readonly total: number
  readonly items: readonly (RecordLink & { readonly state?: string | null })[]
}

/** What a person has met with when someone else has saved first. */
export interface Conflict {
  readonly current: RecordJson
  readonly difference: readonly { readonly field: string; readonly base: unknown; readonly current: unknown; readonly yours?: unknown }[]
}
