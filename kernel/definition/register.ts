import type { Access, Scope } from '../access/access.ts'
import type { Field, Fields, RecordOf } from '../fields/field.ts'
import type { Text } from '../language/text.ts'
import type { GuardContext, Workflow } from '../workflow/workflow.ts'

/** A judgement on a whole record: says in words what is wrong, or nothing. Pure: the day is given. */
export interface Rule {
  /** Stable name in error answers, kebab-case. */
  readonly code: string
  /** The fields the words belong to; the first is where the form shows them. */
  readonly fields: readonly string[]
  readonly check: (record: never, context: GuardContext) => Text | null
}

/** A prepared question to a list: the same syntax as the address, `{ state: 'open', due: 'lt:today' }`. */
export interface View {
  readonly label: Text
  readonly where: Readonly<Record<string, string>>
  readonly sort?: readonly string[]
}

export interface FormSection {
  readonly title: Text
  readonly fields: readonly string[]
}

/** Everything there is to say about a register; table, API, permissions, history, screens, exchange and tests follow from it. */
export interface Register {
  /** camelCase, singular: `informationAsset`. */
  readonly name: string
  /** camelCase, plural: `informationAssets`; in addresses `information-assets`. */
  readonly plural: string
  readonly label: { readonly one: Text; readonly many: Text }
  /** What the register is for, in one or two sentences: shown when it is empty and in the handbook. */
  readonly purpose: Text
  /** Pattern of the reference number: `R-{year}-{number}`. */
  readonly reference?: string
  /** The field that is the record's name. */
  readonly title: string
  readonly fields: Fields
  readonly workflow?: Workflow
  readonly rules?: readonly Rule[]
  readonly access: Access
  /** Which link places a record in the organisation, which fields make it a person's own, and which link leads to the record it is part of. */
  readonly scope?: { readonly unit?: string; readonly own?: readonly string[]; readonly partOf?: string }
  /** Changes of these fields must be given a reason. */
  readonly askWhy?: readonly string[]
  /** Combinations of fields no two records share. */
  readonly unique?: readonly (readonly string[])[]
  /** Days and moments that clocks watch (`kernel/clocks/server/clock-rule.ts`); each has an index. */
  readonly deadlines?: readonly string[]
  readonly list: {
    readonly columns: readonly string[]
    readonly filters: readonly string[]
    readonly sort: readonly string[]
    readonly views?: readonly View[]
  }
  readonly form: readonly FormSection[]
  /**
   * The field by which an import recognises a record it has met before (the reference number where none is named); what the
   * fields are called in lists from elsewhere, and whether such a list, which knows no references, is recognised by the names in it.
   */
  readonly exchange?: {
    readonly key?: string
    readonly headings?: Readonly<Record<string, readonly string[]>>
    readonly byTitle?: boolean
  }
}

/** The field of that name, where the register has one: a name from outside may be any word. */
export const fieldOf = (register: Register, name: string): Field | undefined =>
  Object.hasOwn(register.fields, name) ? register.fields[name] : undefined

type NameOf<F extends Fields> = Extract<keyof F, string>

/** Columns every record has beside its fields. */
export const commonColumns = ['reference', 'state', 'version', 'createdAt', 'createdBy', 'changedAt', 'changedBy'] as const
export type CommonColumn = (typeof commonColumns)[number]

/** What the columns every record has are called. */
export const commonLabels: Readonly<Record<'id' | CommonColumn, Text>> = {
  id: { sv: 'Id', en: 'Id' },
  reference: { sv: 'Referens', en: 'Reference' },
  state: { sv: 'Status', en: 'Status' },
  version: { sv: 'Version', en: 'Version' },
  createdAt: { sv: 'Skapad', en: 'Created' },
  createdBy: { sv: 'Skapad av', en: 'Created by' },
  changedAt: { sv: 'Ändrad', en: 'Changed' },
  changedBy: { sv: 'Ändrad av', en: 'Changed by' },
}

type Sortable<F extends Fields> = NameOf<F> | CommonColumn
type MovesOf<W> = W extends { readonly moves: infer M } ? Extract<keyof M, string> : never

export interface RegisterInput<F extends Fields, W extends Workflow | undefined> {
  readonly name: string
  readonly plural: string
  readonly label: Register['label']
  readonly purpose: Text
  readonly reference?: string
  readonly title: NameOf<F>
  readonly fields: F
  readonly workflow?: W
  readonly rules?: readonly {
    readonly code: string
    readonly fields: readonly NameOf<F>[]
    readonly check: (record: RecordOf<F> & { readonly state: string | null }, context: GuardContext) => Text | null
  }[]
  readonly access: Readonly<{
    [R in keyof Access]: NonNullable<Access[R]> & { readonly moves?: Partial<Record<MovesOf<W>, Scope>> }
  }>
  readonly scope?: { readonly unit?: NameOf<F>; readonly own?: readonly NameOf<F>[]; readonly partOf?: NameOf<F> }
  readonly askWhy?: readonly NameOf<F>[]
  readonly unique?: readonly (readonly NameOf<F>[])[]
  readonly deadlines?: readonly NameOf<F>[]
  readonly list: {
    readonly columns: readonly Sortable<F>[]
    readonly filters: readonly Sortable<F>[]
    readonly sort: readonly (Sortable<F> | `-${Sortable<F>}`)[]
    readonly views?: readonly View[]
  }
  readonly form: readonly { readonly title: Text; readonly fields: readonly NameOf<F>[] }[]
  readonly exchange?: {
    readonly key?: NameOf<F>
    readonly headings?: Readonly<Partial<Record<NameOf<F>, readonly string[]>>>
    readonly byTitle?: boolean
  }
}

/** Declares a register. Misspelt columns, moves and fields are compile errors; links to other registers are checked when the catalogue is put together. */
export function defineRegister<const F extends Fields, const W extends Workflow | undefined = undefined>(input: RegisterInput<F, W>) {
  return input as RegisterInput<F, W> & Register
}
