// Use minutes keys: the keys of the minutes' screen, taken before the text sees them.
import { useEffect, useRef } from 'react'

export type MinutesActs = {
  decision: () => void
  action: () => void
  link: () => void
  move: (step: 1 | -1) => void
}

export function useMinutesKeys(acts: MinutesActs): void {
  const latest = useRef(acts)
  latest.current = acts
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = actFor(event, latest.current)
      if (act === null) return
      event.preventDefault()
      event.stopPropagation()
      act()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [])
}

function actFor(event: KeyboardEvent, acts: MinutesActs): (() => void) | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return null
  const key = event.key.toLowerCase()
  if (event.shiftKey) return key === 'k' ? acts.link : null
  if (key === 'd') return acts.decision
  if (key === 'j') return acts.action
  if (key === 'arrowdown') return () => acts.move(1)
  if (key === 'arrowup') return () => acts.move(-1)
  return null
}
