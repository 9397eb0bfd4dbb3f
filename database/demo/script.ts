/** One thing done to a record. Links are written `@key`, requirements `@req:<key of the requirement>`. */
export type Step =
  | { readonly do: 'import-law' }
  | {
      /** Gives a key to the one record that followed from something else and has these values; links are written `@key`. */
      readonly do: 'adopt'
      readonly register: string
      readonly key: string
      readonly where: Readonly<Record<string, string>>
    }
  | { readonly do: 'create'; readonly register: string; readonly key: string; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly do: 'update'; readonly key: string; readonly fields: Readonly<Record<string, unknown>> }
  | {
      readonly do: 'move'
      readonly key: string
      readonly move: string
      readonly reason?: string
      readonly fields?: Readonly<Record<string, unknown>>
    }
  | { readonly do: 'withdraw'; readonly key: string; readonly reason: string }

/** What one person, or the system, did at one moment. */
export interface Moment {
  /** ISO 8601 with offset. */
  readonly at: string
  /** Key of a person, or `system`. */
  readonly actor: string
  readonly reason?: string
  readonly steps: readonly Step[]
}

const day = 86_400_000

const lastSunday = (year: number, month: number): string => {
  const last = new Date(Date.UTC(year, month, 0))
  return new Date(last.getTime() - last.getUTCDay() * day).toISOString().slice(0, 10)
}

/** Swedish local time as an instant with its offset: `2021-07-01`, `09:30` → `2021-07-01T09:30:00+02:00`. Not exact in the night the clocks change. */
export function swedish(date: string, time: string): string {
  const year = Number(date.slice(0, 4))
  const summer = date >= lastSunday(year, 3) && date < lastSunday(year, 10)
  return `${date}T${time}:00${summer ? '+02:00' : '+01:00'}`
}

/** The day some days later, or earlier. */
export const plus = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T12:00:00Z`) + days * day).toISOString().slice(0, 10)

/** The same date some years later; 29 February becomes 28 February. */
export function years(date: string, count: number): string {
  const moved = `${Number(date.slice(0, 4)) + count}${date.slice(4)}`
  return moved.endsWith('02-29') && new Date(`${moved}T00:00:00Z`).toISOString().slice(0, 10) !== moved ? `${moved.slice(0, 8)}28` : moved
}

/** The day itself, or the Monday after a weekend. */
export function workday(date: string): string {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay()
  return weekday === 6 ? plus(date, 2) : weekday === 0 ? plus(date, 1) : date
}

/** The day some days before another, on a weekday: from a Saturday or a Sunday it goes back to the Friday. */
export function back(date: string, days: number): string {
  const found = plus(date, -days)
  const weekday = new Date(`${found}T12:00:00Z`).getUTCDay()
  return weekday === 6 ? plus(found, -1) : weekday === 0 ? plus(found, -2) : found
}

/** A number in [0, 2³²) that always follows from the text (FNV-1a). */
export function hash(words: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < words.length; index += 1) value = Math.imul(value ^ words.charCodeAt(index), 0x01000193) >>> 0
  return value >>> 0
}

/** A source of numbers in [0, 1) that gives the same row for the same seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A moment in office hours on a day, the same every time for the same words. */
export function inOffice(date: string, words: string): string {
  const minutes = hash(`${date} ${words}`) % 450
  const hour = 8 + Math.floor((minutes + 20) / 60)
  return swedish(workday(date), `${String(hour).padStart(2, '0')}:${String((minutes + 20) % 60).padStart(2, '0')}`)
}

/** Something done in office hours on a day. */
export const did = (date: string, actor: string, steps: readonly Step[], reason?: string): Moment => {
  const first = steps[0]
  const words = first && 'key' in first ? `${first.key} ${first.do === 'move' ? first.move : first.do}` : actor
  return { at: inOffice(date, words), actor, steps, ...(reason ? { reason } : {}) }
}

export const create = (register: string, key: string, fields: Readonly<Record<string, unknown>>): Step => ({
  do: 'create',
  register,
  key,
  fields,
})
export const adopt = (register: string, key: string, where: Readonly<Record<string, string>>): Step => ({
  do: 'adopt',
  register,
  key,
  where,
})
export const update = (key: string, fields: Readonly<Record<string, unknown>>): Step => ({ do: 'update', key, fields })
export const withdraw = (key: string, reason: string): Step => ({ do: 'withdraw', key, reason })
export const move = (key: string, name: string, fields?: Readonly<Record<string, unknown>>, reason?: string): Step => ({
  do: 'move',
  key,
  move: name,
  ...(fields ? { fields } : {}),
  ...(reason ? { reason } : {}),
})

/** Keys as links: `['ciso']` → `['@ciso']`. */
export const to = (...keys: readonly string[]): string[] => keys.map((key) => `@${key}`)

/** Keys of requirements as links. */
export const req = (...keys: readonly string[]): string[] => keys.map((key) => `@req:${key}`)

/** What is given, without the fields that are left out. */
export const given = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
