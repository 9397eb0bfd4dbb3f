import { useSyncExternalStore } from 'react'

const query = () => window.matchMedia('(max-width: 47.99rem)')
const subscribe = (listener: () => void) => {
  const media = query()
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}

/** Whether the window is too narrow for a table: a phone, or a page enlarged many times. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => query().matches,
    () => false,
  )
