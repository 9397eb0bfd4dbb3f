import type { Changed } from './effect.ts'
import { sameValue } from './same.ts'

/** The identities in a stored link or list of links. */
export const idsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : typeof value === 'string' ? [value] : []

/** Whether one of the fields has another value than before; a new record has changed in every field that has a value. */
export const differs = ({ before, after }: Changed, names: readonly string[]): boolean =>
  names.some((name) => {
    const is = after[name] ?? null
    const was = before?.[name] ?? null
    const empty = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0)
    return !(empty(is) && empty(was)) && !sameValue(was, is)
  })

export const isNew = ({ written }: Changed): boolean => written.did === 'create'
export const isWithdrawn = ({ written }: Changed): boolean => written.did === 'withdraw'
export const isOf = (name: string) => (change: Changed) => change.written.register.name === name

/** The reason that stands in the history of what follows from changes. */
export function followsFrom(changed: readonly Changed[]): string {
  const named = [...new Set(changed.flatMap(({ written }) => written.reference ?? []))]
  if (named.length && named.length <= 3) return `Följer av ${named.join(', ')}`
  return named.length ? `Följer av ${named.length} ändringar, däribland ${named[0]}` : 'Följer av en annan ändring'
}
