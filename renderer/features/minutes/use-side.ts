import { useState } from 'react'
import type { HistoryField } from '../../../electron/contract/history.ts'

/** What the pane at right shows of the minutes while one writes. */
export const faces = ['page', 'notes', 'observations'] as const
export type Face = (typeof faces)[number]

/** Put before the faces by an act, until it is closed; `history` is of one field. */
export type Cover =
  | { readonly type: 'versions' | 'life' }
  | { readonly type: 'history'; readonly of: HistoryField; readonly name: string }

export type Side = {
  readonly face: Face
  readonly cover: Cover | null
  readonly showFace: (face: Face) => void
  readonly showCover: (cover: Cover | null) => void
}

/** Under this width the pane stands below the text: no page is made that nobody sees. */
const ROOM_PX = 1100
/** The face that one writes beside is found again in the next minutes. */
let kept: Face | undefined

/** @param first what the way here asks for, if anything. */
export function useSide(first: { readonly face: Face | undefined; readonly cover: Cover | null }): Side {
  const [face, setFace] = useState<Face>(
    () => first.face ?? kept ?? (window.innerWidth >= ROOM_PX ? 'page' : 'notes'),
  )
  const [cover, setCover] = useState(first.cover)
  return {
    face,
    cover,
    showFace: (next) => {
      kept = next
      setFace(next)
      setCover(null)
    },
    showCover: setCover,
  }
}
