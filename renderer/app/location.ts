// Location: where the window is, in the address's fragment, so that back and forward are the browser's own.
import { useMemo, useSyncExternalStore } from 'react'
import { type Place, readPlace } from './paths.ts'

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

/** The place shown now; changes with back, forward, links and `navigate`. */
export function usePlace(): Place {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash)
  return useMemo(() => readPlace(hash), [hash])
}

/** Goes to an address made by `href`. */
export function navigate(address: string): void {
  window.location.hash = address.replace(/^#/, '')
}

/** Goes to an address in place of the present one: back does not return here. */
export function replacePlace(address: string): void {
  window.location.replace(address)
}
