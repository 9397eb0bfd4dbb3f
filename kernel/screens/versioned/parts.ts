/** How a method is cut into parts, each under a key of its own, and put together again: so that two drafts are compared part by part. */
export interface Cutting<Content> {
  readonly partsOf: (content: Content) => ReadonlyMap<string, unknown>
  readonly whole: (parts: ReadonlyMap<string, unknown>) => Content
}

/** The same whatever the order in which the keys of an object were written. */
const written = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  ) ?? 'undefined'

export const isSame = (one: unknown, other: unknown): boolean => written(one ?? null) === written(other ?? null)

/** A part that differs; undefined where it is not there. */
export interface PartChange {
  readonly key: string
  readonly from: unknown
  readonly to: unknown
}

/** What differs between two versions, part by part. */
export function differenceOf<Content>({ partsOf }: Cutting<Content>, from: Content, to: Content): PartChange[] {
  const before = partsOf(from)
  const after = partsOf(to)
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
    isSame(before.get(key), after.get(key)) ? [] : [{ key, from: before.get(key), to: after.get(key) }],
  )
}

/** A part that both have changed, each in another way. */
export interface Collision {
  readonly key: string
  readonly base: unknown
  readonly mine: unknown
  readonly theirs: unknown
}

export type Choices = Readonly<Record<string, 'mine' | 'theirs'>>

/** Puts together what two have changed since the same version. What only one has changed is taken as it is; where both have, the choice decides, and until then mine stands. */
export function merge<Content>(
  { partsOf, whole }: Cutting<Content>,
  base: Content,
  mine: Content,
  theirs: Content,
  choices: Choices = {},
): { readonly merged: Content; readonly collisions: readonly Collision[]; readonly taken: readonly PartChange[] } {
  const [was, my, their] = [partsOf(base), partsOf(mine), partsOf(theirs)]
  const merged = new Map<string, unknown>()
  const collisions: Collision[] = []
  const taken: PartChange[] = []
  for (const key of new Set([...my.keys(), ...their.keys(), ...was.keys()])) {
    const [before, one, other] = [was.get(key), my.get(key), their.get(key)]
    const iChanged = !isSame(before, one)
    const theyChanged = !isSame(before, other)
    if (theyChanged && !iChanged) taken.push({ key, from: before, to: other })
    if (iChanged && theyChanged && !isSame(one, other)) collisions.push({ key, base: before, mine: one, theirs: other })
    merged.set(key, theyChanged && (!iChanged || choices[key] === 'theirs') ? other : one)
  }
  return { merged: whole(merged), collisions, taken }
}

/** The parts of a kind, as a list again. */
export const partsOfKind = (parts: ReadonlyMap<string, unknown>, kind: string): unknown[] =>
  [...parts].flatMap(([key, value]) => (key.startsWith(`${kind} `) && value !== undefined ? [value] : []))

/** A key made of a name: small letters, digits, a capital where a new word begins. */
export function keyOf(name: string, taken: readonly string[]): string {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  const made = words.map((word, index) => (index ? word.charAt(0).toUpperCase() + word.slice(1) : word)).join('')
  const key = (/^[a-z]/.test(made) ? made : `x${made}`).slice(0, 36)
  let free = key
  for (let number = 2; taken.includes(free); number += 1) free = `${key}${number}`
  return free
}
