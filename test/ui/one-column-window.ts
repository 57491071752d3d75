import { vi } from 'vitest'
import { ONE_COLUMN } from '../../renderer/ui/window-width.ts'

/** A window in which nothing stands beside anything else, until `vi.unstubAllGlobals`. */
export function inOneColumn(): void {
  const usual = window.matchMedia
  vi.stubGlobal('matchMedia', (query: string) => ({
    ...usual(query),
    matches: query === `(max-width: ${ONE_COLUMN}px)`,
  }))
}
