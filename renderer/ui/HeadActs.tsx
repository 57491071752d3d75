import { createContext, type ReactNode, useContext } from 'react'
import { createPortal } from 'react-dom'

/** Places in the bar, given by whoever draws it: for the next act, and for how things stand. */
export type HeadPlaces = { readonly acts: HTMLElement | null; readonly badge: HTMLElement | null }

export const HeadSlots = createContext<HeadPlaces>({ acts: null, badge: null })

/** The next act, at the right of the bar. */
export function HeadActs({ children }: { children: ReactNode }) {
  const { acts } = useContext(HeadSlots)
  return acts === null ? null : createPortal(children, acts)
}

/** How things stand on this screen, in place of how the bar itself would say it. */
export function HeadBadge({ children }: { children: ReactNode }) {
  const { badge } = useContext(HeadSlots)
  return badge === null ? null : createPortal(children, badge)
}
