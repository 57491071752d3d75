import { Activity, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
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

/** A face in which something is half done: another one takes its place on the screen, and it is found as it was left. */
export function KeptFace({ isShown, children }: { isShown: boolean; children: ReactNode }) {
  const wasShown = useRef(false)
  if (isShown) wasShown.current = true
  return wasShown.current ? <Activity mode={isShown ? 'visible' : 'hidden'}>{children}</Activity> : null
}

/** Puts the keyboard into the face that an act shows, once it is there. */
export function useFaceFocus(box: RefObject<HTMLElement | null>): () => void {
  const [wanted, setWanted] = useState(0)
  useEffect(() => {
    if (wanted === 0) return
    const face = [...(box.current?.querySelectorAll<HTMLElement>(':scope > .faces ~ *') ?? [])].find(isDrawn)
    if (face === undefined) return
    const fields = face.querySelectorAll<HTMLElement>('input, textarea, select, button, a[href], [tabindex]')
    const first = [...fields].find((one) => one.tabIndex >= 0 && !one.matches(':disabled') && isDrawn(one))
    // Where nothing takes it, the face itself.
    if (first === undefined) face.tabIndex = -1
    const found = first ?? face
    found.focus()
  }, [wanted, box])
  return () => setWanted((before) => before + 1)
}

const isDrawn = (element: HTMLElement) =>
  element.closest('[hidden]') === null && getComputedStyle(element).display !== 'none'
