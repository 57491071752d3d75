import type { Output } from '../../../electron/contract/index.ts'
import { formatShortDate } from '../../../electron/domain/text/french.ts'
import { href } from '../../app/paths.ts'
import { homeText } from '../../text/home.ts'
import { meetingText } from '../../text/meeting.ts'
import { placeText } from '../../text/place.ts'
import { MeetingStateIcon, meetingHref, meetingStateWords } from '../meetings/index.ts'

export function OpenMeetings({ home }: { home: Output<'home.get'> }) {
  return (
    <section>
      <div className="sec-h">
        <h2 className="h2">{homeText.open}</h2>
        <a href={href('meetings')}>{placeText.meetings}</a>
      </div>
      {home.open.length === 0 ? (
        <p className="quiet">{homeText.noneOpen}</p>
      ) : (
        <ul className="list">
          {home.open.slice(0, 6).map((row) => (
            <li key={row.id}>
              <MeetingStateIcon row={row} />
              <div className="grow">
                <a className="cut" href={meetingHref(row)}>
                  {row.number === null ? meetingText.unnumbered : meetingText.numbered(row.number)}
                </a>
                <div className="mute small">
                  {formatShortDate(row.date, true)} · {meetingStateWords(row)}
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
