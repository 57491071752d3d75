import { startTransition, useEffect, useMemo, useState } from 'react'
import { dialogs } from '../ui/dialogs.ts'
import { href, type Place, readPlace } from './paths.ts'

/**
 * The place shown now; changes with back, forward, links and `navigate`.
 * Where a dialog is held, once that has gone.
 * As a transition: the screen one leaves stays until the next one's code is there, instead of a blink of grey lines.
 */
export function usePlace(): Place {
  const [hash, setHash] = useState(() => window.location.hash)
  useEffect(() => {
    const read = () => (dialogs.isHeld() ? undefined : startTransition(() => setHash(window.location.hash)))
    const stop = dialogs.subscribe(read)
    window.addEventListener('hashchange', read)
    return () => {
      stop()
      window.removeEventListener('hashchange', read)
    }
  }, [])
  return useMemo(() => readPlace(hash), [hash])
}

/** Goes to an address made by `href`. */
export function navigate(address: string): void {
  window.location.hash = address.replace(/^#/, '')
}

/** The address of the import review, for the meeting that is open in the window: a received file most likely is for it. */
export function importAddress(): string {
  const { id, params, focusId } = readPlace(window.location.hash)
  const meetingId = params.meetingId ?? (id === 'importReview' ? focusId : null)
  return meetingId === null || meetingId === undefined
    ? href('importReview')
    : href('importReview', {}, meetingId)
}
