import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'

const PLACE = 'notices'

/** Where long messages stay: in the flow, between the screen and the status line. */
export function NoticePlace() {
  return <div id={PLACE} />
}

/** Shows something there, whichever part of the screen says it; in its own place where there is no frame. */
export function Noticed({ children }: { children: ReactNode }) {
  const place = document.getElementById(PLACE)
  return place === null ? children : createPortal(children, place)
}
