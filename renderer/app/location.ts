import { startTransition, useEffect, useState } from 'react'
import { href, type Place, readPlace } from './paths.ts'

/**
 * The place shown now; changes with back, forward, links and `navigate`.
 * As a transition: the screen one leaves stays until the next one's code is there, instead of a blink of grey lines.
 */
export function usePlace(): Place {
  const [place, setPlace] = useState(() => readPlace(window.location.hash))
  useEffect(() => {
    const read = () => startTransition(() => setPlace(readPlace(window.location.hash)))
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [])
  return place
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
