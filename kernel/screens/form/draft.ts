import type { FormValues } from './payload.ts'

/** Something typed and not yet saved, kept in this tab of the browser. */
export interface Draft {
  /** The version it was written on; `null` for a new record. */
  readonly version: number | null
  /** When it was last written in, ISO 8601. */
  readonly at: string
  readonly values: FormValues
}

const keyOf = (register: string, id: string | null) => `varna-draft:${register}:${id ?? 'new'}`

const isDraft = (value: unknown): value is Draft => typeof value === 'object' && value !== null && 'at' in value && 'values' in value

export function readDraft(register: string, id: string | null): Draft | null {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(keyOf(register, id)) ?? 'null')
    return isDraft(found) ? found : null
  } catch {
    return null
  }
}

/** Keeps what has been typed. A browser without room, or without storage, keeps nothing and says nothing: the page still holds it. */
export function keepDraft(register: string, id: string | null, draft: Draft): void {
  try {
    sessionStorage.setItem(keyOf(register, id), JSON.stringify(draft))
  } catch {
    // The form itself still holds every word.
  }
}

export function dropDraft(register: string, id: string | null): void {
  try {
    sessionStorage.removeItem(keyOf(register, id))
  } catch {
    // Nothing was kept.
  }
}
