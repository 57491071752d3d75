import { memo, useEffect, useMemo, useState } from 'react'
import { LINE_LENGTH } from '../../../electron/domain/limits.ts'
import type { Minutes, MinutesFields } from '../../../electron/domain/minutes/minutes.ts'
import { type SavedRow, useSavedRow } from '../../api/outbox/saved-row.ts'
import { ConflictBanner } from '../../parts/ConflictBanner.tsx'
import { minutesText } from '../../text/minutes.ts'
import { DateField } from '../../ui/DateField.tsx'
import { TimeField } from '../../ui/ParsedField.tsx'
import { RichField } from './RichField.tsx'
import { richSource } from './rich-source.ts'
import { useMinutesStores } from './row-stores.ts'
import { SavedText } from './SavedText.tsx'
import { SectionTitle } from './TextSection.tsx'

/** As a section of an item: drawn again when something of its own changed. */
export const TailSection = memo(function TailSection({ minutes }: { minutes: Minutes }) {
  const stores = useMinutesStores(minutes.meetingId)
  const saved = useSavedRow<MinutesFields>(`minutes:${minutes.id}`, minutes, stores.minutes(minutes.id))
  const closing = useMemo(() => richSource(saved, 'closing'), [saved])
  const [facts, edit] = useFacts(saved)
  return (
    <>
      <SectionTitle entry={{ kind: 'tail', id: 'tail' }} />
      <ConflictBanner saved={saved} />
      <h3>{minutesText.nextMeeting}</h3>
      <div className="minutes-facts">
        <DateField
          label={minutesText.nextDate}
          keptAs={`minutes:${minutes.id}:nextMeetingDate`}
          value={facts.nextMeetingDate}
          onCommit={(date) => edit('nextMeetingDate', date)}
        />
        <TimeField
          label={minutesText.nextTime}
          value={facts.nextMeetingTime}
          onCommit={(time) => edit('nextMeetingTime', time)}
        />
        <SavedText
          saved={saved}
          field="nextMeetingPlace"
          label={minutesText.nextPlace}
          prose={false}
          maxLength={LINE_LENGTH}
        />
      </div>
      <RichField
        meetingId={minutes.meetingId}
        label={minutesText.closingText}
        source={closing}
        history={{ kind: 'minutes', id: minutes.id, field: 'closing' }}
      />
      <div className="minutes-facts" data-closing>
        <TimeField
          label={minutesText.closingTime}
          value={facts.closedAt}
          onCommit={(time) => edit('closedAt', time)}
        />
      </div>
    </>
  )
})

type Facts = Pick<MinutesFields, 'closedAt' | 'nextMeetingDate' | 'nextMeetingTime'>

/** The dates and times as this person sees them: typed, or stored. */
function useFacts(
  saved: SavedRow<MinutesFields>,
): [Facts, <K extends keyof Facts>(field: K, value: Facts[K]) => void] {
  const { row } = saved
  const [facts, setFacts] = useState(() => read(row))
  useEffect(() => row.onAdopt(() => setFacts(read(row))), [row])
  return [
    facts,
    (field, value) => {
      saved.edit(field, () => value)
      setFacts(read(row))
    },
  ]
}

function read(row: SavedRow<MinutesFields>['row']): Facts {
  return {
    closedAt: row.value('closedAt'),
    nextMeetingDate: row.value('nextMeetingDate'),
    nextMeetingTime: row.value('nextMeetingTime'),
  }
}
