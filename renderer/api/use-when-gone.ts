import { useEffect, useRef } from 'react'
import { errorCode } from './api-error.ts'

/** Taken back, or taken out on another desk: nothing of it is to be shown. */
export function useWhenGone(error: unknown, onGone: () => void): void {
  const isGone = error !== null && errorCode(error) === 'not-found'
  const leave = useRef(onGone)
  leave.current = onGone
  useEffect(() => {
    if (isGone) leave.current()
  }, [isGone])
}
