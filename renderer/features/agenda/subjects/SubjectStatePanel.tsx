import CalendarCheck from 'lucide-react/icons/calendar-check'
import CalendarPlus from 'lucide-react/icons/calendar-plus'
import CircleSlash from 'lucide-react/icons/circle-slash'
import Hourglass from 'lucide-react/icons/hourglass'
import Inbox from 'lucide-react/icons/inbox'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import Undo2 from 'lucide-react/icons/undo-2'
import X from 'lucide-react/icons/x'
import { type ReactNode, useState } from 'react'
import type { SubjectRow } from '../../../../electron/contract/subjects.ts'
import type { SubjectState } from '../../../../electron/domain/agenda/subject.ts'
import { meetingName } from '../../../../electron/domain/meetings/meeting-name.ts'
import { formatShortDate } from '../../../../electron/domain/text/french.ts'
import { href } from '../../../app/paths.ts'
import type { Upcoming } from '../../../parts/use-upcoming.ts'
import { commonText } from '../../../text/common.ts'
import { subjectText as text } from '../../../text/subjects.ts'
import { Badge, type Tone } from '../../../ui/Badge.tsx'
import { sayGivenUp } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import type { IconShape } from '../../../ui/Icon.tsx'
import { noWords, useKept } from '../../../ui/kept.ts'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { isStranded } from './subject-rows.ts'
import type { SubjectActs } from './use-subject-acts.ts'

const looks: Readonly<Record<SubjectState, { icon: IconShape; tone: Tone }>> = {
  received: { icon: Inbox, tone: 'info' },
  retained: { icon: CalendarCheck, tone: 'ok' },
  waiting: { icon: Hourglass, tone: 'warn' },
  dismissed: { icon: CircleSlash, tone: 'mute' },
}

function SubjectBadge({ row }: { row: SubjectRow }) {
  if (isStranded(row))
    return (
      <Badge icon={TriangleAlert} tone="warn">
        {row.meetingState === null ? text.meetingBinned : text.meetingCancelled}
      </Badge>
    )
  const { icon, tone } = looks[row.state]
  return (
    <Badge icon={icon} tone={tone}>
      {text.states[row.state]}
    </Badge>
  )
}

export function SubjectStatePanel(props: {
  row: SubjectRow
  version: number
  acts: SubjectActs
  meetings: readonly Upcoming[]
}) {
  const { row, acts } = props
  const target = { id: row.id, version: props.version }
  const [dismissing, setDismissing] = useState(false)
  const isOver = row.meetingState === 'held'
  const others = props.meetings.filter(({ id }) => id !== row.meetingId)
  return (
    <section className="subject-state" aria-label={text.state}>
      <div className="row wrap">
        <SubjectBadge row={row} />
        <Where row={row} />
      </div>
      {row.state === 'dismissed' ? <p className="text-15">{row.reason}</p> : null}
      {row.state === 'waiting' ? (
        <TextField
          label={text.waitsFor}
          prose
          value={row.reason}
          onCommit={(reason) => acts.setState(target, 'waiting', reason)}
        />
      ) : null}
      {isOver ? (
        <p className="mute text-15">{text.isOver}</p>
      ) : dismissing ? (
        <DismissForm
          subjectId={target.id}
          onGiveUp={() => setDismissing(false)}
          onDismiss={(reason, forget) =>
            acts.setState(target, 'dismissed', reason, () => {
              forget()
              setDismissing(false)
            })
          }
        />
      ) : (
        <>
          <Retain row={row} meetings={others} onRetain={(meeting) => acts.retain(target, meeting)} />
          <div className="row wrap">
            {row.state === 'received' ? null : (
              <Button small icon={Undo2} onPress={() => acts.setState(target, 'received', '')}>
                {row.state === 'retained' ? text.notOnAgenda : text.takeUp}
              </Button>
            )}
            {row.state === 'waiting' ? null : (
              <Button small icon={Hourglass} onPress={() => acts.setState(target, 'waiting', '')}>
                {text.wait}
              </Button>
            )}
            {row.state === 'dismissed' ? null : (
              <Button small icon={X} onPress={() => setDismissing(true)}>
                {text.dismiss}
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  )
}

function Where({ row }: { row: SubjectRow }): ReactNode {
  if (row.state !== 'retained' || row.meetingId === null || row.meetingDate === null) return null
  return (
    <span className="text-15">
      {text.retainedFor}
      <a href={href('agenda', { meetingId: row.meetingId }, row.itemId ?? undefined)}>
        {meetingName(row.meetingNumber, formatShortDate(row.meetingDate, true))}
      </a>
    </span>
  )
}

/** The next meeting is proposed; another is one choice away. */
function Retain(props: {
  row: SubjectRow
  meetings: readonly Upcoming[]
  onRetain: (meeting: Upcoming) => void
}) {
  const { meetings } = props
  const [wanted, setWanted, forget] = useKept<string | null>(`retain:${props.row.id}`, null, noWords)
  const meeting = meetings.find(({ id }) => id === wanted) ?? meetings[0]
  const isRetained = props.row.state === 'retained'
  if (meeting === undefined)
    return isRetained ? null : (
      <p className="mute text-15">
        {text.noMeeting} <a href={href('meetings')}>{text.createMeeting}</a>
      </p>
    )
  return (
    <div className="subject-retain">
      <Select
        label={isRetained ? text.moveTo : text.meetingField}
        value={meeting.id}
        choices={meetings.map(({ id, label }) => ({ value: id, label }))}
        onCommit={setWanted}
      />
      <Button
        look={isRetained ? 'plain' : 'primary'}
        icon={CalendarPlus}
        onPress={() => {
          forget()
          props.onRetain(meeting)
        }}
      >
        {isRetained ? text.move : text.retain}
      </Button>
    </div>
  )
}

function DismissForm(props: {
  subjectId: string
  onGiveUp: () => void
  onDismiss: (reason: string, forget: () => void) => void
}) {
  const [reason, setReason, forget] = useKept(`dismiss:${props.subjectId}`, '')
  const missing = reason.trim() === '' ? text.reasonNeeded : undefined
  return (
    <form
      className="subject-dismiss"
      onSubmit={(event) => {
        event.preventDefault()
        if (missing !== undefined) return
        props.onDismiss(reason.trim(), forget)
      }}
    >
      <TextField label={text.reason} prose value={reason} onCommit={setReason} autoFocus />
      <div className="row">
        <Button
          small
          onPress={() => {
            sayGivenUp(forget())
            props.onGiveUp()
          }}
        >
          {commonText.cancel}
        </Button>
        <Button small type="submit" look="danger" unavailable={missing}>
          {text.dismissConfirm}
        </Button>
      </div>
    </form>
  )
}
