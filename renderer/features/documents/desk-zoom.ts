import { useState } from 'react'

/** In hundredths of the width of the pane. */
export const zoomSteps = [50, 75, 100, 125, 150, 200, 300]

const KEY = 'documents.zoom'

/** How large somebody left the pages of documents stays on this desk. */
export function useDeskZoom(): readonly [number, (zoom: number) => void] {
  const [zoom, setZoom] = useState(() => {
    const left = Number(localStorage.getItem(KEY))
    return zoomSteps.includes(left) ? left : 100
  })
  const change = (next: number) => {
    localStorage.setItem(KEY, String(next))
    setZoom(next)
  }
  return [zoom, change]
}
