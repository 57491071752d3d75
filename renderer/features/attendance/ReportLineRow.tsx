import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { LINE_LENGTH } from '../../../electron/domain/limits.ts'
import { formatDuration, formatTime } from '../../../electron/domain/text/french.ts'
import { attendanceStatusText, attendanceReportText as text } from '../../text/attendance.ts'
import { Icon } from '../../ui/Icon.tsx'
import { CheckBox } from '../../ui/Select.tsx'
import { type Choices, meantIn, type ReviewLine } from './report-lines.ts'

export function ReportLineRow(props: {
  review: ReviewLine
  choices: Choices
  namesId: string
  onChange: (change: Partial<ReviewLine>) => void
}) {
  const { review, onChange } = props
  const { line } = review
  const meant = meantIn(review, props.choices)
  const remark = remarkOf(review)
  const whose = { nobody: text.nobody, listed: text.onList, known: text.ofDirectory, guest: text.toAdd }[
    meant.is
  ]
  return (
    <li className="report-line">
      <CheckBox
        label={text.take(review.who || line.name)}
        checked={review.isTaken && meant.is !== 'nobody'}
        onCommit={(isTaken) => onChange({ isTaken })}
      />
      <small className="facts">{[line.name, ...factsOf(line)].join(' · ')}</small>
      {review.group === 'sure' || review.group === 'same' ? null : (
        <>
          <input
            className="input"
            list={props.namesId}
            autoComplete="off"
            maxLength={LINE_LENGTH}
            aria-label={text.person(line.name)}
            value={review.who}
            onChange={(event) => onChange({ who: event.target.value })}
          />
          <small className="mute">{whose}</small>
        </>
      )}
      {remark === '' ? null : (
        <small className="row warn">
          <Icon of={TriangleAlert} size={15} />
          <span>{remark}</span>
        </small>
      )}
    </li>
  )
}

function factsOf({ arrivedAt, leftAt, minutes, connections }: ReviewLine['line']): string[] {
  const hours = [arrivedAt, leftAt].flatMap((time) => (time === null ? [] : [formatTime(time)]))
  return [
    ...(hours.length === 0 ? [] : [hours.join(' – ')]),
    ...(minutes === null ? [] : [formatDuration(minutes)]),
    ...(connections === 1 ? [] : [text.connections(connections)]),
  ]
}

/** Warnings before ticking the line. */
function remarkOf({ group, line }: ReviewLine): string {
  if (line.kind !== 'person' && group === 'unknown') return text[line.kind]
  if (line.standing === 'onSite') return text.onSite
  if (line.standing === 'byHand' && line.status !== null)
    return text.byHand(attendanceStatusText[line.status])
  return group === 'doubtful' ? text.possible : ''
}
