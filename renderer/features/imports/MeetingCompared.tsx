import CalendarDays from 'lucide-react/icons/calendar-days'
import type { Draft } from '../../../electron/domain/agenda/draft.ts'
import type { Meeting } from '../../../electron/domain/meetings/meeting.ts'
import { formatDate, formatTimeRange, withCapital } from '../../../electron/domain/text/french.ts'
import { importsText } from '../../text/imports.ts'
import { Icon } from '../../ui/Icon.tsx'
import { CheckBox } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { MeetingChoice, MeetingDifferences } from './meeting-differences.ts'

const text = importsText.meeting

export function MeetingCompared(props: {
  draft: Draft
  meeting: Meeting
  differences: MeetingDifferences
  choice: MeetingChoice
  onChoose: (choice: MeetingChoice) => void
}) {
  const { meeting, differences, choice, onChoose } = props
  const { date, patch } = differences
  const hasPatch = Object.keys(patch).length > 0
  const said = props.draft.meeting
  const isSilent = said.date === null && said.startTime === null && said.place === null
  return (
    <div className="import-compared">
      <p>
        <Icon of={CalendarDays} size={18} />
        <b>{withCapital(formatDate(meeting.date))}</b>, {formatTimeRange(meeting.startTime, meeting.endTime)}
        {meeting.place === '' ? null : `, ${meeting.place}`}{' '}
        {said.date?.startsWith('--') === true ? <span className="mute">{text.yearFromMeeting}</span> : null}
        {date === null && !hasPatch && !isSilent ? <span className="mute"> {text.same}</span> : null}
      </p>
      {hasPatch ? (
        <>
          <ul className="import-changes">
            <Other field="startTime" before={meeting.startTime} after={patch.startTime} />
            <Other field="endTime" before={meeting.endTime ?? ''} after={patch.endTime ?? undefined} />
            <Other field="place" before={meeting.place} after={patch.place} />
            <Other field="videoLink" before={meeting.videoLink} after={patch.videoLink} />
          </ul>
          <CheckBox
            label={text.take}
            checked={choice.takesPatch}
            onCommit={(takesPatch) => onChoose({ ...choice, takesPatch })}
          />
        </>
      ) : null}
      {date === null ? null : (
        <>
          <p>{text.dateSaid(date, meeting.date)}</p>
          <CheckBox
            label={text.move(date)}
            checked={choice.moves}
            onCommit={(moves) => onChoose({ ...choice, moves })}
          />
          {choice.moves ? (
            <TextField
              label={text.reason}
              value={choice.reason}
              error={choice.reason.trim() === '' ? text.reasonNeeded : undefined}
              onCommit={(reason) => onChoose({ ...choice, reason })}
            />
          ) : null}
        </>
      )}
    </div>
  )
}

function Other(props: { field: keyof typeof text.saysOther; before: string; after: string | undefined }) {
  if (props.after === undefined) return null
  const words = text.saysOther[props.field]
  return (
    <li>
      {props.before === '' ? null : <del>{words(props.before)}</del>}
      <ins>{words(props.after)}</ins>
    </li>
  )
}
