// Attendee row: one person, how they were there, and for whom somebody came; letters on the row say it fast.
import Trash2 from 'lucide-react/icons/trash-2'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { AttendanceStatus, type Attendee, type AttendeeFields } from '../../../electron/domain/attendance.ts'
import type { RowStore } from '../../api/save-row.ts'
import { ask, pick, useSavedRow } from '../../api/saves.ts'
import { attendanceStatusText, attendanceText } from '../../text/attendance.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectBox } from '../../ui/Select.tsx'
import { SavedText } from '../minutes/SavedText.tsx'
import { fullName } from './attendance-groups.ts'
import { statusForKey } from './attendance-keys.ts'

function attendeeStore(meetingId: string, id: string): RowStore<AttendeeFields> {
  return {
    update: (version, patch) => ask('attendance.update', { id, version, patch }),
    read: async () =>
      pick(await ask('attendance.list', { meetingId }), (all) => all.find((one) => one.id === id) ?? null),
  }
}

export function AttendeeRow(props: {
  attendee: Attendee
  /** The one row of the list that Tab reaches; arrows move to the others. */
  isStop: boolean
  onStop: () => void
  onMove: (step: 1 | -1) => void
  onRemove: () => void
}) {
  const { attendee } = props
  const saved = useSavedRow<AttendeeFields>(
    `attendee:${attendee.id}`,
    attendee,
    attendeeStore(attendee.meetingId, attendee.id),
  )
  const { row } = saved
  const [status, setStatus] = useState(() => row.value('status'))
  useEffect(() => row.onAdopt(() => setStatus(row.value('status'))), [row])
  const who = fullName(attendee)
  const say = (next: AttendanceStatus | null) => {
    saved.edit('status', () => next)
    setStatus(next)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>) => {
    // Letters act on the row itself; in a field they are text, in the list of choices they choose.
    if (event.target !== event.currentTarget) return
    const said = statusForKey(event)
    if (said !== null) {
      say(said)
      if (said !== 'represente') props.onMove(1)
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      props.onMove(event.key === 'ArrowDown' ? 1 : -1)
    } else if (event.key === 'Delete') props.onRemove()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const organisation = [attendee.organisation, attendee.role].filter((part) => part !== '').join(', ')
  return (
    <li
      className="attendee"
      data-attendee={attendee.id}
      tabIndex={props.isStop ? 0 : -1}
      aria-label={`${who}, ${status === null ? attendanceText.notSaid : attendanceStatusText[status]}`}
      onFocus={props.onStop}
      onKeyDown={onKeyDown}
    >
      <div className="grow">
        <div className="cut">{who}</div>
        <small className="cut">{organisation}</small>
      </div>
      <SelectBox>
        <select
          className="input"
          aria-label={attendanceText.status(who)}
          value={status ?? ''}
          onChange={(event) => {
            const chosen = AttendanceStatus.safeParse(event.target.value)
            say(chosen.success ? chosen.data : null)
          }}
        >
          <option value="">{attendanceText.notSaid}</option>
          {AttendanceStatus.options.map((option) => (
            <option key={option} value={option}>
              {attendanceStatusText[option]}
            </option>
          ))}
        </select>
      </SelectBox>
      <Button small look="ghost" icon={Trash2} label={attendanceText.remove(who)} onPress={props.onRemove} />
      {status === 'represente' ? (
        <div className="represented">
          <SavedText
            saved={saved}
            field="representedBy"
            label={attendanceText.representedBy(who)}
            maxLength={500}
          />
        </div>
      ) : null}
    </li>
  )
}
