import { type RefObject, useMemo, useRef, useState } from 'react'
import type { Attendee } from '../../../electron/domain/attendance/attendance.ts'
import { useRowKeys } from '../../acts/use-acts.ts'
import { attendanceText as text } from '../../text/attendance.ts'
import { type AttendeeActs, AttendeeRow } from './AttendeeRow.tsx'
import { attendeeActs } from './attendance-acts.ts'
import { byCollege } from './attendance-groups.ts'

export function AttendeeRows(props: {
  ref: RefObject<HTMLDivElement | null>
  attendees: readonly Attendee[]
  meantId: string | null
  onRemove: (attendee: Attendee) => void
  /** Back to the field above. */
  onField: () => void
  /** Something was said of a row; true when the focus went elsewhere. */
  onSaid: () => boolean
}) {
  const { attendees, meantId } = props
  const [stop, setStop] = useState<string | null>(null)
  const [opened, setOpened] = useState<{ id: string; asksName: boolean } | null>(null)
  useRowKeys(attendeeActs)
  const groups = byCollege(attendees)
  const ordered = groups.flatMap((group) => group.attendees)
  const stopId = ordered.some((one) => one.id === stop) ? stop : (ordered[0]?.id ?? null)

  const focus = (id: string | undefined) =>
    id === undefined
      ? undefined
      : props.ref.current?.querySelector<HTMLElement>(`[data-attendee="${id}"]`)?.focus()
  const next = (id: string, step: 1 | -1) => ordered[ordered.findIndex((one) => one.id === id) + step]?.id
  const latest = useRef<AttendeeActs | null>(null)
  latest.current = {
    stop: setStop,
    open: (id, asksName = false) => setOpened(id === null ? null : { id, asksName }),
    said: (id) => {
      if (!props.onSaid()) focus(next(id, 1))
    },
    move: (id, step) => {
      const other = next(id, step)
      if (other === undefined && step === -1) props.onField()
      else focus(other)
    },
    leave: props.onField,
    remove: (attendee) => {
      const heir = next(attendee.id, 1) ?? next(attendee.id, -1)
      if (heir === undefined) props.onField()
      else focus(heir)
      props.onRemove(attendee)
    },
  }
  // One object for the life of the list, so that a key draws again the row it changes and not four hundred.
  const acts = useMemo<AttendeeActs>(
    () => ({
      stop: (...given) => latest.current?.stop(...given),
      open: (...given) => latest.current?.open(...given),
      said: (...given) => latest.current?.said(...given),
      move: (...given) => latest.current?.move(...given),
      leave: () => latest.current?.leave(),
      remove: (...given) => latest.current?.remove(...given),
    }),
    [],
  )
  return (
    <div ref={props.ref}>
      {groups.map((group) => (
        <section key={group.college} aria-label={group.college || text.noCollege}>
          <h4>{group.college || text.noCollege}</h4>
          <ul>
            {group.attendees.map((attendee) => (
              <AttendeeRow
                key={attendee.id}
                attendee={attendee}
                isStop={attendee.id === stopId}
                isMeant={attendee.id === meantId}
                isOpen={attendee.id === opened?.id}
                asksName={attendee.id === opened?.id && opened.asksName}
                acts={acts}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
