import { useCallback, useSyncExternalStore } from 'react'
import { isLanguage, type Language, type Text } from '#kernel/language/text.ts'

const cookieName = 'varna-lang'

function stored(): Language {
  const found = document.cookie
    .split('; ')
    .find((part) => part.startsWith(`${cookieName}=`))
    ?.slice(cookieName.length + 1)
  return isLanguage(found) ? found : 'sv'
}

let current: Language = typeof document === 'undefined' ? 'sv' : stored()
const listeners = new Set<() => void>()

/** The language the page stands in now, for code outside components. */
export const currentLanguage = (): Language => current

/** Chooses the language of the page and of the server's answers; remembered on this device for a year. */
export function setLanguage(language: Language): void {
  current = language
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store of browsers is not everywhere, and this is one plain cookie
  document.cookie = `${cookieName}=${language}; path=/; max-age=31536000; samesite=lax`
  document.documentElement.lang = language
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The language the page stands in. */
export const useLanguage = (): Language => useSyncExternalStore(subscribe, currentLanguage, () => 'sv')

/** Gives a function that picks the right language of a text: `say({ sv: 'Spara', en: 'Save' })`. */
export function useSay(): (text: Text) => string {
  const language = useLanguage()
  return useCallback((text: Text) => text[language], [language])
}
