import { type ReactNode, type RefObject, useEffect, useState } from 'react'
import { isMac } from '../acts/keys.ts'

/** The one pane at right of a meeting's screens: one of its faces, or what an act put before them. */
export function FacesPane(props: {
  /** Which of its faces is shown, and the others. */
  choice: ReactNode
  box?: RefObject<HTMLDivElement | null>
  /** A page to be read asks for more room, what is glanced at for less. */
  room?: 'page' | 'glance'
  children: ReactNode
}) {
  return (
    <div ref={props.box} className={`faces-pane ${props.room ?? ''}`}>
      <div className="faces">{props.choice}</div>
      {props.children}
    </div>
  )
}

/** The key of a face, by its rank from 1. On macOS, Option and a digit write a sign. */
export function faceKey(rank: number): string {
  return isMac ? `CmdOrCtrl+Alt+${rank}` : `Alt+${rank}`
}

/** Puts the keyboard into the face that an act shows, once it is there. */
export function useFaceFocus(box: RefObject<HTMLElement | null>): () => void {
  const [wanted, setWanted] = useState(0)
  useEffect(() => {
    if (wanted === 0) return
    const first = '.faces ~ * :is(input, textarea, select, button, a[href], [tabindex="0"]):not([hidden])'
    // Where nothing takes it, the pane itself.
    const found = box.current?.querySelector<HTMLElement>(first) ?? box.current?.querySelector('aside')
    found?.focus()
  }, [wanted, box])
  return () => setWanted((before) => before + 1)
}
