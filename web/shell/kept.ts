import { useCallback, useState } from 'react'

const prefix = 'varna-kvar:'

export function readKept<T>(key: string): T | null {
  try {
    return JSON.parse(sessionStorage.getItem(prefix + key) ?? 'null') as T | null
  } catch {
    return null
  }
}

export function keep(key: string, value: unknown): void {
  try {
    if (value === null) sessionStorage.removeItem(prefix + key)
    else sessionStorage.setItem(prefix + key, JSON.stringify(value))
  } catch {
    // Without storage what is written still stands on the page.
  }
}

/** What is being written and not yet stored: it stays in this tab also when the page is left. `drop` after it has been stored. */
export function useKept<T>(key: string, initial: T): { value: T; isTouched: boolean; write: (next: T) => void; drop: () => void } {
  const [value, setValue] = useState<T>(() => readKept<T>(key) ?? initial)
  const [isTouched, setTouched] = useState(() => readKept(key) !== null)
  const write = useCallback(
    (next: T) => {
      setValue(next)
      setTouched(true)
      keep(key, next)
    },
    [key],
  )
  const drop = () => {
    setValue(initial)
    setTouched(false)
    keep(key, null)
  }
  return { value, isTouched, write, drop }
}
