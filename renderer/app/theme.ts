// Light, dark or high contrast, as this desk chose or as its system asks; kept on this desk, not in the data.
import { useSyncExternalStore } from 'react'

export const themeChoices = ['system', 'clair', 'sombre', 'contraste'] as const
export type ThemeChoice = (typeof themeChoices)[number]

const KEY = 'theme'
const listeners = new Set<() => void>()
const dark = () => window.matchMedia('(prefers-color-scheme: dark)')
const moreContrast = () => window.matchMedia('(prefers-contrast: more)')

function chosen(): ThemeChoice {
  const stored = localStorage.getItem(KEY)
  return themeChoices.find((choice) => choice === stored) ?? 'system'
}

function apply(): void {
  const choice = chosen()
  const asked = moreContrast().matches ? 'contraste' : dark().matches ? 'sombre' : 'clair'
  document.documentElement.dataset.theme = choice === 'system' ? asked : choice
  for (const listener of listeners) listener()
}

/** Puts the theme on the page and follows the system's changes for as long as the window lives. */
export function followTheme(): void {
  apply()
  dark().addEventListener('change', apply)
  moreContrast().addEventListener('change', apply)
}

export function setTheme(choice: ThemeChoice): void {
  localStorage.setItem(KEY, choice)
  apply()
}

export function useTheme(): ThemeChoice {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, chosen)
}

/** Whether this desk chose high contrast, or its system asks for it. */
export function wantsContrast(): boolean {
  const choice = chosen()
  return choice === 'contraste' || (choice === 'system' && moreContrast().matches)
}
