import { type Attendee, asNoted, isAnnounced } from '../../../../electron/domain/attendance/attendance.ts'
import { seatsOf, takenAmong } from '../../../../electron/domain/attendance/seats.ts'
import { fullName } from '../../../../electron/domain/people/full-name.ts'
import { formatTime } from '../../../../electron/domain/text/french.ts'
import { navigate } from '../../../app/location.ts'
import { href } from '../../../app/paths.ts'
import type { GridColumn } from '../../../parts/grid/columns.ts'
import { Grid } from '../../../parts/grid/Grid.tsx'
import { attendanceStatusText, attendanceText as text } from '../../../text/attendance.ts'
import { repliesText } from '../../../text/replies.ts'
import { useStatusLine } from '../../../ui/status.ts'
import { byCollege, presentAmong } from '../attendance-groups.ts'

function statusWords({ status, representedBy, arrivedAt, leftAt, source }: Attendee): string {
  const noted = status === null ? text.notSaid : attendanceStatusText[status]
  return [
    isAnnounced({ source }) ? text.announced(noted) : noted,
    ...(status === 'represente' && representedBy.trim() !== '' ? [text.by(representedBy)] : []),
    ...(arrivedAt === null ? [] : [text.arrived(formatTime(arrivedAt))]),
    ...(leftAt === null ? [] : [text.left(formatTime(leftAt))]),
  ].join(', ')
}

const columns: readonly GridColumn<Attendee>[] = [
  {
    id: 'organisation',
    label: repliesText.columns.organisation,
    text: ({ organisation }) => organisation,
  },
  {
    id: 'person',
    label: text.person,
    rowHeader: true,
    text: (one) => [fullName(one), one.role].filter((part) => part !== '').join(', '),
    rank: ({ familyName, givenName }) => `${familyName} ${givenName}`,
    cell: (one) => (
      <>
        <b>{fullName(one)}</b> <small>{one.role}</small>
      </>
    ),
  },
  { id: 'status', label: text.presence, text: statusWords },
]

/** Of a meeting that was held: who came, as its minutes say, where it is also corrected. */
export function WhoCame({ meetingId, attendees }: { meetingId: string; attendees: readonly Attendee[] }) {
  const noted = asNoted(attendees)
  const seats = seatsOf(noted)
  const taken = text.seats(takenAmong(seats), seats.length)
  useStatusLine([taken, text.present(presentAmong(attendees), attendees.length)])
  const rows = byCollege(attendees).flatMap((group) => group.attendees)
  return (
    <section className="pane grow replies-main" aria-label={text.title}>
      <div className="toolbar">
        <span className="grow">{text.fromMinutes}</span>
        <a className="button" href={href('minutes', { meetingId })}>
          {repliesText.openMinutes}
        </a>
        <span className="mute seats-taken">{taken}</span>
      </div>
      <div className="scroll replies">
        <Grid
          list="who-came"
          label={text.title}
          className="seat-grid"
          columns={columns}
          rows={rows}
          onOpen={() => navigate(href('minutes', { meetingId }))}
          groupOf={({ college }) => {
            const own = seats.filter(({ of }) => of.college === college)
            return {
              id: college,
              words: (
                <>
                  {college || text.noCollege}{' '}
                  {own.length === 0 ? null : (
                    <span className="count">{text.seats(takenAmong(own), own.length)}</span>
                  )}
                </>
              ),
            }
          }}
        />
      </div>
    </section>
  )
}
