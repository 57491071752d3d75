import { useCallback, useSyncExternalStore } from 'react'

/** Up to this width, in pixels of the window's own measure, nothing stands beside anything else. */
export const ONE_COLUMN = 900

/** Whether the window is at most so wide. */
export function useWidthWithin(width: number): boolean {
  const asked = `(max-width: ${width}px)`
  const subscribe = useCallback(
    (listener: () => void) => {
      const query = window.matchMedia(asked)
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    [asked],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(asked).matches)
}
