import type { ReactNode } from 'react'
import { isMac } from '../acts/keys.ts'

/** The one pane at right of a meeting's screens: one of its faces, or what an act put before them. */
export function FacesPane(props: {
  /** Which of its faces is shown, and the others. */
  choice: ReactNode
  /** A page to be read asks for more room, what is glanced at for less. */
  room?: 'page' | 'glance'
  children: ReactNode
}) {
  return (
    <div className={`faces-pane ${props.room ?? ''}`}>
      <div className="faces">{props.choice}</div>
      {props.children}
    </div>
  )
}

/** The key of a face, by its rank from 1. On macOS, Option and a digit write a sign. */
export function faceKey(rank: number): string {
  return isMac ? `CmdOrCtrl+Alt+${rank}` : `Alt+${rank}`
}
