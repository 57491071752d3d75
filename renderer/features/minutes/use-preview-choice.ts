// Use preview choice: whether the PDF is shown beside the text; kept for the window, hidden at first where there is no room.
import { useState } from 'react'

/** Under this width the panes would follow one another: the preview is then shown on demand only. */
const ROOM_PX = 1100
let chosen: boolean | null = null

export function usePreviewChoice(): [boolean, (shown: boolean) => void] {
  const [shown, setShown] = useState(() => chosen ?? window.innerWidth >= ROOM_PX)
  return [
    shown,
    (next) => {
      chosen = next
      setShown(next)
    },
  ]
}
