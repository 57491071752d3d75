import { useSyncExternalStore } from 'react'

/** Under this width a meeting's screens need the room of the sidebar's words. */
const wanted = () => window.matchMedia('(max-width: 1340px)')

function subscribe(listener: () => void): () => void {
  const asked = wanted()
  asked.addEventListener('change', listener)
  return () => asked.removeEventListener('change', listener)
}

export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => wanted().matches)
}
