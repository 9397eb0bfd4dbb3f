import type { Text } from '../language/text.ts'
import type {
  AttachmentsField,
  ChoiceField,
  DateField,
  DerivedField,
  DerivedShape,
  FieldOf,
  FieldOptions,
  LinkField,
  LinksField,
  MomentField,
  MoneyField,
  NumberField,
  RichField,
  ScaleField,
  SecrecyField,
  StructureField,
  TextField,
  YesNoField,
} from './field.ts'

type RequiredOf<O extends FieldOptions> = O extends { readonly required: true } ? true : false

const basics = (label: Text, options: FieldOptions) => ({
  label,
  required: options.required ?? false,
  ...(options.help ? { help: options.help } : {}),
  ...(options.readers ? { readers: options.readers } : {}),
})

/** Text in one line, or in many with `lines`. At most 200 characters in one line and 4 000 in many, unless `max` says otherwise. */
export function text<const O extends FieldOptions & { lines?: number; max?: number }>(
  label: Text,
  options: O = {} as O,
): TextField<RequiredOf<O>> {
  const lines = options.lines ?? 1
  return { kind: 'text', ...basics(label, options), lines, max: options.max ?? (lines > 1 ? 4_000 : 200) } as TextField<RequiredOf<O>>
}

/** Rich text, stored as Markdown; at most 200 000 characters unless `max` says otherwise. */
export function rich<const O extends FieldOptions & { max?: number }>(label: Text, options: O = {} as O): RichField<RequiredOf<O>> {
  return { kind: 'rich', ...basics(label, options), max: options.max ?? 200_000 } as RichField<RequiredOf<O>>
}

/** A number, with its unit in words where it has one. */
export function number<const O extends FieldOptions & { unit?: Text; min?: number; max?: number; decimals?: number }>(
  label: Text,
  options: O = {} as O,
): NumberField<RequiredOf<O>> {
  const { unit = null, min = 0, max = 1_000_000_000, decimals = 0 } = options
  return { kind: 'number', ...basics(label, options), unit, min, max, decimals } as NumberField<RequiredOf<O>>
}

export function money<const O extends FieldOptions>(label: Text, options: O = {} as O): MoneyField<RequiredOf<O>> {
  return { kind: 'money', ...basics(label, options) } as MoneyField<RequiredOf<O>>
}

export function date<const O extends FieldOptions>(label: Text, options: O = {} as O): DateField<RequiredOf<O>> {
  return { kind: 'date', ...basics(label, options) } as DateField<RequiredOf<O>>
}

export function moment<const O extends FieldOptions>(label: Text, options: O = {} as O): MomentField<RequiredOf<O>> {
  return { kind: 'moment', ...basics(label, options) } as MomentField<RequiredOf<O>>
}

/** One of a few named alternatives. The key is stored, the text is shown. */
export function choice<const Key extends string, const O extends FieldOptions>(
  label: Text,
  options: Readonly<Record<Key, Text>>,
  more: O = {} as O,
): ChoiceField<Key, RequiredOf<O>> {
  return { kind: 'choice', ...basics(label, more), options } as ChoiceField<Key, RequiredOf<O>>
}

/** A level on an ordered scale, lowest first. */
export function scale<const O extends FieldOptions & { first?: 0 | 1; tone?: ScaleField['tone']; usedBy?: Text }>(
  label: Text,
  levels: readonly Text[],
  options: O = {} as O,
): ScaleField<RequiredOf<O>> {
  return {
    kind: 'scale',
    ...basics(label, options),
    levels,
    first: options.first ?? 1,
    tone: options.tone ?? 'neutral',
    ...(options.usedBy ? { usedBy: options.usedBy } : {}),
  } as ScaleField<RequiredOf<O>>
}

export function yesNo<const O extends FieldOptions>(label: Text, options: O = {} as O): YesNoField<RequiredOf<O>> {
  return { kind: 'yesNo', ...basics(label, options) } as YesNoField<RequiredOf<O>>
}

/** A reference to one record of the register `to`; `inverse` names the connection seen from there. */
export function link<const O extends FieldOptions & { to: string; inverse: Text }>(label: Text, options: O): LinkField<RequiredOf<O>> {
  return { kind: 'link', ...basics(label, options), to: options.to, inverse: options.inverse } as LinkField<RequiredOf<O>>
}

/** References to any number of records of the register `to`. */
export function links<const O extends FieldOptions & { to: string; inverse: Text }>(label: Text, options: O): LinksField {
  return { kind: 'links', ...basics(label, options), to: options.to, inverse: options.inverse }
}

/** A reference to one person. */
export const person = <const O extends FieldOptions & { inverse: Text }>(label: Text, options: O) =>
  link(label, { ...options, to: 'person' })

/** References to any number of persons. */
export const persons = <const O extends FieldOptions & { inverse: Text }>(label: Text, options: O) =>
  links(label, { ...options, to: 'person' })

export const attachments = (label: Text, options: FieldOptions = {}): AttachmentsField => ({
  kind: 'attachments',
  ...basics(label, options),
})

export const secrecy = (label: Text, options: FieldOptions = {}): SecrecyField => ({ kind: 'secrecy', ...basics(label, options) })

/** A value with a structure of its own, with its validator and its wording. */
export function structure<Value, const O extends FieldOptions>(
  label: Text,
  kind: Pick<StructureField<Value>, 'schema' | 'inWords' | 'example'>,
  options: O = {} as O,
): StructureField<Value, RequiredOf<O>> {
  return { kind: 'structure', ...basics(label, options), ...kind } as StructureField<Value, RequiredOf<O>>
}

type ShapeValue<S> = S extends FieldOf<string, infer Value> ? Value : never

/** A value that follows from the fields named in `from`, computed by a pure function at every write, shown and filtered as `shape`. */
export function derived<const S extends DerivedShape>(
  shape: S,
  options: { from: readonly string[]; by: (record: never) => ShapeValue<S> | null },
): DerivedField<ShapeValue<S>> {
  return {
    kind: 'derived',
    label: shape.label,
    ...(shape.help ? { help: shape.help } : {}),
    ...(shape.readers ? { readers: shape.readers } : {}),
    required: false,
    from: options.from,
    by: options.by as DerivedField<ShapeValue<S>>['by'],
    shape,
  }
}

/** A value that follows from other records, given by an effect of the gate when they change; shown and filtered as `shape`. */
export function calculated<const S extends DerivedShape>(shape: S): DerivedField<ShapeValue<S>> {
  return { kind: 'derived', ...basics(shape.label, { help: shape.help, readers: shape.readers }), from: [], shape }
}
