import { useSyncExternalStore } from 'react'
import { ApiProblem } from '#web/api/client.ts'

/** Whether what has been done on the page is stored: under way, stored at a moment, or not. */
export type Saving =
  | { readonly kind: 'none' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'failed'; readonly unreachable: boolean }

let state: Saving = { kind: 'none' }
let underway = 0
const listeners = new Set<() => void>()
const set = (next: Saving) => {
  state = next
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useSaving = (): Saving => useSyncExternalStore(subscribe, () => state)

/** Begins anew: another classification is opened. */
export const forgetSaving = (): void => {
  if (underway === 0) set({ kind: 'none' })
}

/** Carries out something that stores, and lets the page tell how it went. A refusal is told where it belongs, not here. */
export async function track<T>(work: () => Promise<T>): Promise<T> {
  underway += 1
  set({ kind: 'saving' })
  let failed: Saving | null = null
  try {
    return await work()
  } catch (error) {
    failed = { kind: 'failed', unreachable: error instanceof ApiProblem && error.status === 0 }
    throw error
  } finally {
    underway -= 1
    if (failed) set(failed)
    else if (underway === 0) set({ kind: 'saved', at: new Date().toISOString() })
  }
}
