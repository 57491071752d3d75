import { createContext, type ReactNode, useContext } from 'react'
import { createPortal } from 'react-dom'

/** The element at the right of the head, given by whoever draws the head. */
export const HeadActsSlot = createContext<HTMLElement | null>(null)

export function HeadActs({ children }: { children: ReactNode }) {
  const slot = useContext(HeadActsSlot)
  return slot === null ? null : createPortal(children, slot)
}
