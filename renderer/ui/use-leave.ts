import { useEffect, useRef } from 'react'

/** Done when what shows a field goes: one that a key takes away, with its screen, hears of no blur. */
export function useLeave(leave: () => void): void {
  const latest = useRef(leave)
  latest.current = leave
  useEffect(() => () => latest.current(), [])
}
