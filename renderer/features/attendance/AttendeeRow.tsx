import CircleDashed from 'lucide-react/icons/circle-dashed'
import Headphones from 'lucide-react/icons/headphones'
import MapPin from 'lucide-react/icons/map-pin'
import UserCheck from 'lucide-react/icons/user-check'
import UserMinus from 'lucide-react/icons/user-minus'
import UserRoundCheck from 'lucide-react/icons/user-round-check'
import UserX from 'lucide-react/icons/user-x'
import Video from 'lucide-react/icons/video'
import { type KeyboardEvent, memo, useContext, useEffect, useRef, useState } from 'react'
import type {
  AttendanceStatus,
  Attendee,
  AttendeeFields,
} from '../../../electron/domain/attendance/attendance.ts'
import { fullName } from '../../../electron/domain/people/full-name.ts'
import { formatTime } from '../../../electron/domain/text/french.ts'
import { bindActs, pressKey } from '../../acts/act.ts'
import type { RowStore } from '../../api/outbox/row.ts'
import { useSavedRow } from '../../api/outbox/saved-row.ts'
import { ask, pick } from '../../api/outbox/window.ts'
import { ConflictBanner } from '../../parts/ConflictBanner.tsx'
import { attendanceStatusText, attendanceText as text } from '../../text/attendance.ts'
import { EditingOff } from '../../ui/editing.ts'
import { Icon, type IconShape } from '../../ui/Icon.tsx'
import { AttendeeDetails } from './AttendeeDetails.tsx'
import { attendeeActs } from './attendance-acts.ts'

const icons: Readonly<Record<AttendanceStatus, IconShape>> = {
  surPlace: MapPin,
  visio: Video,
  audio: Headphones,
  present: UserRoundCheck,
  excuse: UserX,
  absent: UserMinus,
  represente: UserCheck,
}

const statusIcon = (status: AttendanceStatus | null): IconShape =>
  status === null ? CircleDashed : icons[status]

/** Acts of a row on its list; the same object for every row and every drawing. */
export type AttendeeActs = {
  stop: (id: string) => void
  /** Whether the details of this row show; of one row at a time. */
  open: (id: string | null, asksName?: boolean) => void
  /** Something was said of this row: on to the next, or back to the field. */
  said: (id: string) => void
  move: (id: string, step: 1 | -1) => void
  leave: () => void
  remove: (attendee: Attendee) => void
}

function attendeeStore(meetingId: string, id: string): RowStore<AttendeeFields> {
  return {
    update: (version, { source, ...said }) =>
      ask('attendance.update', { id, version, patch: source === null ? { ...said, source } : said }),
    read: async () =>
      pick(await ask('attendance.list', { meetingId }), (all) => all.find((one) => one.id === id) ?? null),
    // What is said here is noted, whatever was announced meanwhile.
    along: ['source'],
  }
}

type RowProps = {
  attendee: Attendee
  /** The one row of the list that Tab reaches; arrows move to the others. */
  isStop: boolean
  /** The one that Enter in the field means. */
  isMeant: boolean
  isOpen: boolean
  asksName: boolean
  acts: AttendeeActs
}

export const AttendeeRow = memo(function AttendeeRow(props: RowProps) {
  const { attendee, isOpen, isMeant, acts } = props
  const { id } = attendee
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => {
    // The list may have been scrolled away from the one that is typed.
    if (isMeant) line.current?.scrollIntoView?.({ block: 'nearest' })
  }, [isMeant])
  const saved = useSavedRow<AttendeeFields>(`attendee:${id}`, attendee, attendeeStore(attendee.meetingId, id))
  const { row } = saved
  const [shown, setShown] = useState(() => shownOf(row))
  useEffect(() => row.onAdopt(() => setShown(shownOf(row))), [row])
  const { status } = shown
  const who = fullName(attendee)
  const edit = <K extends keyof Shown>(field: K, value: AttendeeFields[K]) => {
    saved.edit(field, () => value)
    // Said again as it was announced, nothing else of the row changes.
    saved.edit('source', () => null)
    setShown(shownOf(row))
  }
  const say = (next: AttendanceStatus | null) => edit('status', next)
  const sayHour = (field: 'arrivedAt' | 'leftAt', time: string | null) => edit(field, time)
  const off = useContext(EditingOff)
  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>) => {
    const line = event.currentTarget
    const bound = bindActs(
      attendeeActs,
      {
        say: (next) => {
          say(next)
          if (next === 'represente') acts.open(id, true)
          else acts.said(id)
        },
        sayHour,
        toggle: () => acts.open(isOpen ? null : id),
        move: (step) => acts.move(id, step),
        leave: () => {
          if (!isOpen) return acts.leave()
          acts.open(null)
          line.focus()
        },
        remove: () => acts.remove(attendee),
      },
      off,
    )
    // Letters act on the row itself; in a field they are text, in the list of choices they choose.
    if (event.target === line) pressKey(event, Object.values(bound))
    else if (isOpen) pressKey(event, [bound.leave])
  }
  const detail = detailOf(attendee, shown)
  const isNoted = shown.source === null
  const noted = status === null ? text.toSay : attendanceStatusText[status]
  const word = isNoted ? noted : text.announced(noted)
  const short = status === null ? text.toSay : text.short[status]
  return (
    <li
      ref={line}
      className={isMeant ? 'attendee meant' : 'attendee'}
      data-attendee={id}
      data-status={isNoted ? (status ?? 'none') : 'none'}
      tabIndex={props.isStop ? 0 : -1}
      aria-label={`${who}, ${word}`}
      onFocus={() => acts.stop(id)}
      onKeyDown={onKeyDown}
    >
      <span className="cut name" title={who}>
        {who}
      </span>
      <small className="cut" title={detail}>
        {detail}
      </small>
      <button
        type="button"
        className="state"
        tabIndex={props.isStop ? 0 : -1}
        aria-expanded={isOpen}
        aria-label={text.details(who, word)}
        title={word}
        onClick={() => acts.open(isOpen ? null : id)}
      >
        <Icon of={statusIcon(status)} size={15} />
        {isNoted ? short : text.announcedShort(short)}
      </button>
      <ConflictBanner saved={saved} />
      {isOpen ? (
        <AttendeeDetails
          attendeeId={id}
          who={who}
          status={status}
          arrivedAt={shown.arrivedAt}
          leftAt={shown.leftAt}
          representedBy={shown.representedBy}
          represented={attendee}
          asksName={props.asksName}
          onStatus={say}
          onHour={sayHour}
          onName={(name) => edit('representedBy', name)}
          onRemove={() => acts.remove(attendee)}
          onDone={() => {
            acts.open(null)
            acts.said(id)
          }}
        />
      ) : null}
    </li>
  )
})

type Shown = Pick<AttendeeFields, 'status' | 'arrivedAt' | 'leftAt' | 'representedBy' | 'source'>

function shownOf(row: { value: <K extends keyof Shown>(field: K) => AttendeeFields[K] }): Shown {
  return {
    status: row.value('status'),
    arrivedAt: row.value('arrivedAt'),
    leftAt: row.value('leftAt'),
    representedBy: row.value('representedBy'),
    source: row.value('source'),
  }
}

/** Who stands in for them first, then since when and until when, then where they come from. */
function detailOf({ organisation, role }: Attendee, shown: Shown): string {
  return [
    ...(shown.status === 'represente' && shown.representedBy.trim() !== ''
      ? [text.by(shown.representedBy)]
      : []),
    ...(shown.arrivedAt === null ? [] : [text.arrived(formatTime(shown.arrivedAt))]),
    ...(shown.leftAt === null ? [] : [text.left(formatTime(shown.leftAt))]),
    organisation || role,
  ]
    .filter((part) => part !== '')
    .join(', ')
}
