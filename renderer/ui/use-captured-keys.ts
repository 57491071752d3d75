import { useEffect, useRef } from 'react'

/** @param actFor what a key does; null leaves it to the field. The latest one given is asked. */
export function useCapturedKeys(actFor: (event: KeyboardEvent) => (() => void) | null): void {
  const latest = useRef(actFor)
  latest.current = actFor
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = latest.current(event)
      if (act === null) return
      event.preventDefault()
      event.stopPropagation()
      act()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [])
}
