import { useCapturedKeys } from '../../ui/use-captured-keys.ts'

export type MinutesActs = {
  decision?: () => void
  action?: () => void
  link?: () => void
  table?: () => void
  picture?: () => void
  move?: (step: 1 | -1) => void
}

/** Each part of the screen gives the acts that it knows. */
export function useMinutesKeys(acts: MinutesActs): void {
  useCapturedKeys((event) => actFor(event, acts))
}

function actFor(event: KeyboardEvent, acts: MinutesActs): (() => void) | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return null
  const key = event.key.toLowerCase()
  const { move } = acts
  if (event.shiftKey) {
    if (key === 'k') return acts.link ?? null
    if (key === 't') return acts.table ?? null
    return key === 'p' ? (acts.picture ?? null) : null
  }
  if (key === 'd') return acts.decision ?? null
  if (key === 'j') return acts.action ?? null
  if (move === undefined) return null
  if (key === 'arrowdown') return () => move(1)
  return key === 'arrowup' ? () => move(-1) : null
}
