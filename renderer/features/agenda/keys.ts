import type { Direction } from './tree.ts'

/** Minutes that one press of + or - adds or takes. */
export const DURATION_STEP = 5

export type RowCommand =
  | { type: 'add-below' }
  | { type: 'rename' }
  | { type: 'remove' }
  | { type: 'move'; direction: Direction }
  | { type: 'lengthen'; minutes: number }

type Keystroke = { key: string; altKey: boolean; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'indent',
  ArrowLeft: 'outdent',
}

/** The command of a keystroke made on the row itself (never while typing in it), or null. */
export function rowCommand(stroke: Keystroke): RowCommand | null {
  if (stroke.ctrlKey || stroke.metaKey) return null
  const direction = arrows[stroke.key]
  if (direction !== undefined) {
    return stroke.altKey && stroke.shiftKey ? { type: 'move', direction } : null
  }
  if (stroke.altKey) return null
  // « + » needs Shift on most French keyboards, so Shift is not looked at here.
  if (stroke.key === '+') return { type: 'lengthen', minutes: DURATION_STEP }
  if (stroke.key === '-') return { type: 'lengthen', minutes: -DURATION_STEP }
  if (stroke.shiftKey) return null
  if (stroke.key === 'Enter') return { type: 'add-below' }
  if (stroke.key === 'F2') return { type: 'rename' }
  if (stroke.key === 'Delete') return { type: 'remove' }
  return null
}

/** A duration after + or -: never under zero nor over a day; an unset duration counts as zero. */
export function lengthened(minutes: number | null, by: number): number {
  return Math.min(24 * 60, Math.max(0, (minutes ?? 0) + by))
}
