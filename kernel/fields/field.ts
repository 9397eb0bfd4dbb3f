import type { z } from 'zod'
import type { Role } from '../access/roles.ts'
import type { Language, Text } from '../language/text.ts'

/** What every field carries, whatever its kind. `Value` is the type a stored, non-empty value has in TypeScript and JSON. */
export interface FieldOf<Kind extends string, Value, Required extends boolean = boolean> {
  readonly kind: Kind
  readonly label: Text
  /** Why the field is asked for, in a sentence, with the paragraph where law asks for it. */
  readonly help?: Text
  readonly required: Required
  /** Only these roles see the value, and the one whose own the record is; to others the field looks empty. Everybody where absent. */
  readonly readers?: readonly Role[]
  /** Exists for the type only. */
  readonly value?: Value
}

/** Choices every field builder takes. */
export interface FieldOptions {
  readonly help?: Text
  readonly required?: boolean
  readonly readers?: readonly Role[]
}

export interface TextField<R extends boolean = boolean> extends FieldOf<'text', string, R> {
  /** Height of the input in lines; 1 is a single line where line breaks are refused. */
  readonly lines: number
  /** Longest allowed text, in characters. */
  readonly max: number
}

/** Rich text, stored as Markdown. */
export interface RichField<R extends boolean = boolean> extends FieldOf<'rich', string, R> {
  readonly max: number
}

export interface NumberField<R extends boolean = boolean> extends FieldOf<'number', number, R> {
  readonly unit: Text | null
  readonly min: number
  readonly max: number
  readonly decimals: number
}

/** Whether the number is a year: whole, and always of four figures, so that it is written without spaces or commas. */
export const isYear = ({ min, max, decimals }: NumberField): boolean => decimals === 0 && min >= 1000 && max <= 9999

/** An amount in Swedish kronor with two decimals. */
export type MoneyField<R extends boolean = boolean> = FieldOf<'money', number, R>

/** A calendar day, `2023-12-31`. */
export type DateField<R extends boolean = boolean> = FieldOf<'date', string, R>

/** A moment, ISO 8601 with offset; stored in UTC. */
export type MomentField<R extends boolean = boolean> = FieldOf<'moment', string, R>

export interface ChoiceField<Key extends string = string, R extends boolean = boolean> extends FieldOf<'choice', Key, R> {
  readonly options: Readonly<Record<Key, Text>>
}

/** An ordered scale; the value is the number of the level, the first of which is `first`. */
export interface ScaleField<R extends boolean = boolean> extends FieldOf<'scale', number, R> {
  readonly levels: readonly Text[]
  readonly first: 0 | 1
  /** What says which of the levels are used, where not all of them are: *riskmetoden*. */
  readonly usedBy?: Text
  /** Which of the four colour scales shows the level. */
  readonly tone: 'risk' | 'protection' | 'neutral'
}

export type YesNoField<R extends boolean = boolean> = FieldOf<'yesNo', boolean, R>

/** A typed reference to one record of another register, named by register. Persons are links to the register of persons. */
export interface LinkField<R extends boolean = boolean> extends FieldOf<'link', string, R> {
  readonly to: string
  /** What the connection is called when seen from the other side: a risk's *owner* is, seen from the person, *äger risken*. */
  readonly inverse: Text
}

/** Typed references to any number of records of another register, without order or duplicates. */
export interface LinksField extends FieldOf<'links', string[], boolean> {
  readonly to: string
  readonly inverse: Text
}

/** A stored file as a record refers to it. */
export interface AttachedFile {
  /** SHA-256 of the content, lower-case hexadecimal. */
  readonly sha256: string
  readonly name: string
  /** Media type found in the content, never the one the sender claims. */
  readonly type: string
  /** Size in bytes. */
  readonly size: number
}
export type AttachmentsField = FieldOf<'attachments', AttachedFile[], boolean>

/** Secrecy marking according to 5 kap. 5 § OSL (2009:400): the provision, the day of the note and the authority that made it. */
export interface Secrecy {
  /** For example `18 kap. 8 § 3 OSL`. */
  readonly provision: string
  readonly markedOn: string
  readonly authority: string
}
export type SecrecyField = FieldOf<'secrecy', Secrecy, boolean>

/**
 * A value with a structure of its own, stored as JSON: a method or a model that is decided as one whole. It is edited on a page
 * written for it; everywhere else it is read in words.
 */
export interface StructureField<Value = unknown, R extends boolean = boolean> extends FieldOf<'structure', Value, R> {
  readonly schema: z.ZodType<Value>
  /** The whole value as Markdown, for reading, for search and for the difference between versions. */
  inWords(value: Value, language: Language): string
  /** A valid value, for those who need to see one. */
  readonly example: Value
}

/** The kinds of field a derived value may look and behave like. */
export type DerivedShape = NumberField | ScaleField | ChoiceField | YesNoField | TextField | DateField | LinkField

/** A value that follows from others; never accepted from outside. */
export interface DerivedField<Value = unknown> extends FieldOf<'derived', Value, boolean> {
  /** The fields of the same record it follows from, at every write. */
  readonly from: readonly string[]
  /** Absent where it follows from other records: then an effect of the gate gives it (`kernel/gate/effect.ts`). */
  readonly by?: (record: Readonly<Record<string, unknown>>) => Value | null
  readonly shape: DerivedShape
}

export type Field =
  | TextField
  | RichField
  | NumberField
  | MoneyField
  | DateField
  | MomentField
  | ChoiceField
  | ScaleField
  | YesNoField
  | LinkField
  | LinksField
  | AttachmentsField
  | SecrecyField
  | StructureField
  | DerivedField

export type Fields = Readonly<Record<string, Field>>

/** The field as it is stored, shown, filtered and sorted: for a derived field, the kind of its value. */
export const shapeOf = (field: Field): Exclude<Field, DerivedField> => (field.kind === 'derived' ? field.shape : field)

type ValueOf<F> = F extends FieldOf<string, infer Value, infer Required> ? (Required extends true ? Value : Value | null) : never

/** The values of a record, inferred from its fields. */
export type RecordOf<F extends Fields> = {
  readonly [Name in keyof F]: F[Name] extends LinksField ? string[] : F[Name] extends AttachmentsField ? AttachedFile[] : ValueOf<F[Name]>
}
