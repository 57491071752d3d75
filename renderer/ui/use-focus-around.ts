import { useEffect } from 'react'
import { giveScreenFocus } from './no-focus.ts'

/** A review takes its buttons away with it; so does what it is opened from. */
export function useFocusAround(isReviewed: boolean): void {
  useEffect(() => (isReviewed ? undefined : giveScreenFocus()), [isReviewed])
}
