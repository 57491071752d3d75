import { importMinutesText } from '../../text/imports-minutes.ts'
import { CheckBox } from '../../ui/Select.tsx'
import type { MinutesReview } from './use-minutes-review.ts'

const text = importMinutesText.rest

export function RestSection({ review: { draft, rows, act } }: { review: MinutesReview }) {
  const { nextMeeting, followUp } = draft
  return (
    <div className="im-rest">
      {nextMeeting === null ? null : (
        <div>
          <CheckBox
            label={text.next}
            checked={rows.takesNext}
            onCommit={(takesNext) => act({ type: 'rest', patch: { takesNext } })}
          />
          <p>{text.when(nextMeeting.date, nextMeeting.startTime, nextMeeting.place)}</p>
          <p className="mute">{text.nextHint}</p>
        </div>
      )}
      {followUp.length === 0 ? null : (
        <div>
          <CheckBox
            label={text.history}
            checked={rows.takesHistory}
            onCommit={(takesHistory) => act({ type: 'rest', patch: { takesHistory } })}
          />
          <ul>
            {followUp.map(({ step, date, by, source }) => (
              <li key={`${source.block} ${step}`}>{text.step({ step, date, by: by ?? '' })}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
