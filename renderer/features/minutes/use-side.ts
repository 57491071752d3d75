import { useState } from 'react'
import type { HistoryField } from '../../../electron/contract/history.ts'

/** `history` is of one field; the others are of the minutes as a whole. */
export type Side =
  | { readonly type: 'preview' | 'notes' | 'versions' | 'life' }
  | { readonly type: 'history'; readonly of: HistoryField; readonly name: string }

/** Under this width the panes would follow one another: the preview is then shown on demand only. */
const ROOM_PX = 1100
/** The pane that one writes beside is found again in the next minutes, and when one opened for an act is closed. */
let kept: 'preview' | 'notes' | null | undefined

/** @param first the pane that the way here asks for, if any. */
export function useSide(first: Side | null): [Side | null, (side: Side | null) => void] {
  const [side, setSide] = useState<Side | null>(() => first ?? usual())
  return [
    side,
    (next) => {
      if (next?.type === 'preview' || next?.type === 'notes') kept = next.type
      const isForAct = side !== null && side.type !== 'preview' && side.type !== 'notes'
      if (next === null && !isForAct) kept = null
      setSide(next === null && isForAct ? usual() : next)
    },
  ]
}

function usual(): Side | null {
  const type = kept === undefined ? (window.innerWidth >= ROOM_PX ? 'preview' : null) : kept
  return type === null ? null : { type }
}
