import type { MeetingState } from './meeting.ts'

export const meetingStateWords: Readonly<Record<MeetingState, string>> = {
  planned: 'Prévue',
  convened: 'Convoquée',
  inSession: 'En séance',
  held: 'Tenue',
  cancelled: 'Annulée',
}
