// The keys of the live screen, taken before the field sees them; the focus stays in the line.
import { useCapturedKeys } from '../../ui/use-captured-keys.ts'

export type SessionActs = {
  move?: (step: 1 | -1) => void
  pause?: () => void
  position?: () => void
  attendance?: () => void
}

export function useSessionKeys(acts: SessionActs): void {
  useCapturedKeys((event) => actFor(event, acts))
}

function actFor(event: KeyboardEvent, acts: SessionActs): (() => void) | null {
  if (event.isComposing) return null
  if (event.key === 'F4' && !event.altKey && !event.ctrlKey) return acts.attendance ?? null
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return null
  if (event.key.toLowerCase() === 'm') return acts.pause ?? null
  if (event.key.toLowerCase() === 'p') return acts.position ?? null
  const { move } = acts
  if (move === undefined) return null
  if (event.key === 'ArrowDown') return () => move(1)
  return event.key === 'ArrowUp' ? () => move(-1) : null
}
