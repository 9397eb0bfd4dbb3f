import { v5 } from 'uuid'

/** Names the demonstration's records apart from all others. */
const namespace = '5d3c1f0e-7a52-4b8e-9c64-2f1a8e6b7d90'

/** The identity of the record a story calls by a key; the same every time. */
export const idOfKey = (key: string): string => v5(key, namespace)
