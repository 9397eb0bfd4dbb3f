import { isDeepStrictEqual } from 'node:util'
import type { Field } from '../fields/field.ts'

/** Links have no order and a moment may be written with any offset; everything else is compared as it stands. */
const plain = (value: unknown, field: Field | undefined): unknown =>
  field?.kind === 'moment' && typeof value === 'string'
    ? Date.parse(value)
    : Array.isArray(value) && value.every((each) => typeof each === 'string')
      ? [...value].sort()
      : (value ?? null)

/** Whether two stored values of a field say the same thing. */
export const sameValue = (one: unknown, other: unknown, field?: Field): boolean =>
  one === other || isDeepStrictEqual(plain(one, field), plain(other, field))
