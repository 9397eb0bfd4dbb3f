import { useSyncExternalStore } from 'react'
import { useSay } from '#web/language/useSay.ts'
import './Banner.css'
import { Button } from './Button.tsx'

interface ToastFacts {
  readonly id: number
  readonly text: string
  readonly action?: { readonly label: string; readonly onPress: () => void }
}

let toasts: readonly ToastFacts[] = []
let next = 1
const listeners = new Set<() => void>()
const set = (changed: readonly ToastFacts[]) => {
  toasts = changed
  for (const listener of listeners) listener()
}
const close = (id: number) => set(toasts.filter((toast) => toast.id !== id))

/** Says in passing that something has been done; gone by itself after eight seconds. Never for errors: they stay in the page. */
export function toast(text: string, action?: ToastFacts['action']): void {
  const id = next
  next += 1
  set([...toasts.slice(-2), { id, text, ...(action ? { action } : {}) }])
  setTimeout(() => close(id), 8000)
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const words = { region: { sv: 'Meddelanden', en: 'Messages' }, close: { sv: 'Stäng meddelandet', en: 'Close the message' } }

/** Where passing messages appear; stands once, in the shell. */
export function ToastRegion() {
  const say = useSay()
  const shown = useSyncExternalStore(subscribe, () => toasts)
  return (
    <section aria-label={say(words.region)}>
      <div className="v-toasts" role="status" aria-live="polite">
        {shown.map((one) => (
          <div key={one.id} className="v-toast">
            <span>{one.text}</span>
            {one.action ? (
              <Button variant="quiet" size="small" onPress={one.action.onPress}>
                {one.action.label}
              </Button>
            ) : null}
            <Button variant="quiet" size="small" icon="close" aria-label={say(words.close)} onPress={() => close(one.id)} />
          </div>
        ))}
      </div>
    </section>
  )
}
