import { type ReactNode, useContext } from 'react'
import { FacesPane } from '../../parts/FacesPane.tsx'
import { agendaText } from '../../text/agenda.ts'
import { panesText } from '../../text/panes.ts'
import { BesideLock, EditingOff } from '../../ui/editing.ts'
import { goAmongChoices, tabIndexOf } from '../../ui/one-stop.ts'
import { type Face, faceHref, faces } from './face-acts.ts'

const text = agendaText.faces

/** Which of the faces is shown is in the address. */
export function AgendaFaces(props: {
  meetingId: string
  face: Face
  counts: { readonly [F in Face]?: string }
  /** Put before the faces by an act, until one of them is chosen. */
  cover: ReactNode
  onUncover: () => void
  children: ReactNode
}) {
  return (
    <FacesPane
      choice={
        <nav className="segments" aria-label={panesText.right.title} onKeyDown={goAmongChoices}>
          {faces.map((face, rank) => (
            <a
              key={face}
              tabIndex={tabIndexOf(rank, faces.indexOf(props.face))}
              href={faceHref(face, props.meetingId)}
              aria-current={props.cover === null && face === props.face ? 'page' : undefined}
              onClick={props.onUncover}
            >
              {text.names[face]}
              {props.counts[face] === undefined ? null : <span className="count">{props.counts[face]}</span>}
            </a>
          ))}
        </nav>
      }
    >
      {props.cover ?? props.children}
    </FacesPane>
  )
}

/** A face that has no head of its own. */
export function PlainFace({ face, children }: { face: Face; children: ReactNode }) {
  return (
    <aside className="pane inspector" aria-label={text.names[face]}>
      {children}
    </aside>
  )
}

/** Goes on where the agenda is locked. */
export function Unlocked({ children }: { children: ReactNode }) {
  return <EditingOff value={useContext(BesideLock)}>{children}</EditingOff>
}
