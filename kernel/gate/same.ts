import { isDeepStrictEqual } from 'node:util'

/** Links have no order; everything else is compared as it stands. */
const plain = (value: unknown): unknown => (Array.isArray(value) && value.every((each) => typeof each === 'string') ? [...value].sort() : (value ?? null))

/** Whether two stored values of a field say the same thing. */
export const sameValue = (one: unknown, other: unknown): boolean => isDeepStrictEqual(plain(one), plain(other))
