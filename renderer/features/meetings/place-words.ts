import type { Meeting } from '../../../electron/domain/meetings/meeting.ts'
import { endsNextDay } from '../../../electron/domain/meetings/meeting-span.ts'
import { formatTime } from '../../../electron/domain/text/french.ts'
import { href } from '../../app/paths.ts'
import { meetingModeText, meetingText } from '../../text/meeting.ts'

/** "Hybride, salle des conférences"; within a sentence "hybride, salle des conférences". */
export function placeWords(meeting: Pick<Meeting, 'mode' | 'place'>, isWithin = false): string {
  const words = meetingModeText[meeting.mode]
  const mode = isWithin ? words.charAt(0).toLowerCase() + words.slice(1) : words
  return meeting.place === '' ? mode : `${mode}, ${meeting.place}`
}

/** "14 h – 16 h 30", "22 h – 1 h (le lendemain)". */
export function timesWords(meeting: Pick<Meeting, 'startTime' | 'endTime'>): string {
  return meetingText.times(
    formatTime(meeting.startTime),
    meeting.endTime === null ? null : formatTime(meeting.endTime),
    endsNextDay(meeting),
  )
}

/** Where opening a meeting leads: to what is done with it as it stands. */
export function meetingHref(meeting: Pick<Meeting, 'id' | 'state'>): string {
  const params = { meetingId: meeting.id }
  if (meeting.state === 'inSession') return href('session', params)
  return meeting.state === 'held' ? href('minutes', params) : href('agenda', params)
}
