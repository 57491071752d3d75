import Trash2 from 'lucide-react/icons/trash-2'
import { useId } from 'react'
import { AttendanceStatus, isPresent } from '../../../electron/domain/attendance/attendance.ts'
import { attendanceStatusText, attendanceText as text } from '../../text/attendance.ts'
import { Button } from '../../ui/Button.tsx'
import { TimeField } from '../../ui/ParsedField.tsx'
import { SelectBox } from '../../ui/Select.tsx'
import { type Represented, SubstituteField } from './substitutes.tsx'

export function AttendeeDetails(props: {
  attendeeId: string
  who: string
  status: AttendanceStatus | null
  arrivedAt: string | null
  leftAt: string | null
  representedBy: string
  represented: Represented
  /** The key that opened the row asks for a name. */
  asksName: boolean
  onStatus: (status: AttendanceStatus | null) => void
  onHour: (field: 'arrivedAt' | 'leftAt', time: string | null) => void
  onName: (representedBy: string) => void
  onRemove: () => void
  onDone: () => void
}) {
  const { who, status } = props
  return (
    <div className="attendee-details">
      <SelectBox>
        <select
          className="input"
          aria-label={text.status(who)}
          value={status ?? ''}
          onChange={(event) => {
            const chosen = AttendanceStatus.safeParse(event.target.value)
            props.onStatus(chosen.success ? chosen.data : null)
          }}
        >
          <option value="">{text.notSaid}</option>
          {AttendanceStatus.options.map((option) => (
            <option key={option} value={option}>
              {attendanceStatusText[option]}
            </option>
          ))}
        </select>
      </SelectBox>
      <Button small look="ghost" icon={Trash2} label={text.remove(who)} onPress={props.onRemove} />
      {status === 'represente' ? (
        <RepresentedBy
          who={who}
          name={props.representedBy}
          represented={props.represented}
          takesFocus={props.asksName}
          onName={props.onName}
          onDone={props.onDone}
        />
      ) : null}
      {/* Whoever was not there came and left at no hour. */}
      {status === null || isPresent(status) ? (
        <>
          <TimeField
            label={text.arrival}
            value={props.arrivedAt}
            keptAs={`arrived:${props.attendeeId}`}
            onCommit={(time) => props.onHour('arrivedAt', time)}
          />
          <TimeField
            label={text.departure}
            value={props.leftAt}
            keptAs={`left:${props.attendeeId}`}
            onCommit={(time) => props.onHour('leftAt', time)}
          />
        </>
      ) : null}
    </div>
  )
}

/** Saved as it is typed; Enter says that the name is whole, and asks about one that nobody knows. */
function RepresentedBy(props: {
  who: string
  name: string
  represented: Represented
  takesFocus: boolean
  onName: (name: string) => void
  onDone: () => void
}) {
  const id = useId()
  return (
    <div className="field represented">
      <label htmlFor={id}>{text.representedBy(props.who)}</label>
      <SubstituteField
        id={id}
        value={props.name}
        represented={props.represented}
        takesFocus={props.takesFocus}
        onChange={props.onName}
        onDone={props.onDone}
      />
    </div>
  )
}
