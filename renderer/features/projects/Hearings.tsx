import type { Output } from '../../../electron/contract/index.ts'
import { listedMeeting } from '../../../electron/domain/meetings/meeting-name.ts'
import { outcomeWords } from '../../../electron/domain/minutes/outcome-words.ts'
import { formatShortDate } from '../../../electron/domain/text/french.ts'
import { href } from '../../app/paths.ts'
import { hearingText as text } from '../../text/project.ts'

type Hearing = Output<'projects.get'>['project']['hearings'][number]

export function hearingWords(hearing: Hearing): string {
  return listedMeeting(hearing.meetingNumber, formatShortDate(hearing.meetingDate, true))
}

export function Hearings({ hearings }: { hearings: readonly Hearing[] }) {
  return (
    <section>
      <h3 className="label">{text.title}</h3>
      {hearings.length === 0 ? (
        <p className="mute text-15">{text.none}</p>
      ) : (
        <ul className="list">
          {[...hearings]
            .sort((a, b) => b.meetingDate.localeCompare(a.meetingDate))
            .map((hearing) => (
              <li key={hearing.itemId}>
                <div className="grow">
                  <a href={href('agenda', { meetingId: hearing.meetingId }, hearing.itemId)}>
                    {hearing.itemTitle}
                  </a>
                  <div className="mute small">
                    {hearing.outcome === null
                      ? hearingWords(hearing)
                      : text.ended(hearingWords(hearing), outcomeWords[hearing.outcome].toLowerCase())}
                  </div>
                </div>
              </li>
            ))}
        </ul>
      )}
    </section>
  )
}
