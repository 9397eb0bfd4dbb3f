import { useCallback, useState } from 'react'

export type Theme = 'system' | 'light' | 'dark'
export type Density = 'airy' | 'dense'

const themeKey = 'varna-theme'
const densityKey = 'varna-density'

const read = (key: string) => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
const write = (key: string, value: string) => {
  try {
    localStorage.setItem(key, value)
  } catch {
    // A browser that stores nothing still shows what was chosen until the page closes.
  }
}

const themeNow = (): Theme => {
  const found = read(themeKey)
  return found === 'light' || found === 'dark' ? found : 'system'
}
const densityNow = (): Density => (read(densityKey) === 'dense' ? 'dense' : 'airy')

/** Puts what has been chosen on this device on the page; called once before the first drawing. */
export function applyAppearance(theme: Theme = themeNow(), density: Density = densityNow()): void {
  const root = document.documentElement
  if (theme === 'system') delete root.dataset.theme
  else root.dataset.theme = theme
  if (density === 'dense') root.dataset.density = 'dense'
  else delete root.dataset.density
}

/** Light or dark, airy or dense: chosen on this device. */
export function useAppearance() {
  const [theme, setThemeState] = useState(themeNow)
  const [density, setDensityState] = useState(densityNow)
  const setTheme = useCallback(
    (next: Theme) => {
      write(themeKey, next)
      applyAppearance(next, density)
      setThemeState(next)
    },
    [density],
  )
  const setDensity = useCallback(
    (next: Density) => {
      write(densityKey, next)
      applyAppearance(theme, next)
      setDensityState(next)
    },
    [theme],
  )
  return { theme, setTheme, density, setDensity }
}
