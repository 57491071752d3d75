import { vi } from 'vitest'

type Entry = { target: Element; contentRect: { width: number } }

/** jsdom lays nothing out, so that nothing has a width. Returns how to end it. */
export function layOut(): () => void {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly tell: (entries: Entry[]) => void
      constructor(tell: (entries: Entry[]) => void) {
        this.tell = tell
      }
      observe(target: Element) {
        this.tell([{ target, contentRect: { width: 400 } }])
      }
      unobserve() {}
      disconnect() {}
    },
  )
  return () => vi.unstubAllGlobals()
}
