import type { MeetingMode, MeetingState } from '../../electron/domain/meetings/meeting.ts'
import { meetingName, meetingNumbered, numbered } from '../../electron/domain/meetings/meeting-name.ts'
import type { MinutesState } from '../../electron/domain/minutes/minutes.ts'
import { withCapital } from '../../electron/domain/text/french.ts'

export const minutesStateText: Readonly<Record<MinutesState, string>> = {
  drafting: 'CR en rédaction',
  internalReview: 'CR en relecture interne',
  review: 'CR en relecture',
  validated: 'CR validé',
  approved: 'Approuvé',
}

export const meetingModeText: Readonly<Record<MeetingMode, string>> = {
  surPlace: 'Sur place',
  visio: 'Visio',
  hybride: 'Hybride',
}

/** The act that brings a meeting into a state. */
export const meetingActText: Readonly<Record<MeetingState, string>> = {
  planned: 'Revenir à «\u00a0prévue\u00a0»',
  convened: 'Convoquée par un autre moyen…',
  inSession: 'Ouvrir la séance',
  held: 'Noter tenue…',
  cancelled: 'Annuler la séance…',
}

export const meetingText = {
  /** Its day is over, and nobody noted that it was held. */
  past: 'Passée',
  takenOver: 'Reprise',
  numbered: (number: number) => withCapital(meetingNumbered(number)),
  shortNumber: (number: number) => withCapital(numbered(number)),
  unnumbered: 'Séance sans numéro',
  title: (number: number | null, date: string) => withCapital(meetingName(number, date)),
  times: (start: string, end: string | null, endsNextDay: boolean) => {
    if (end === null) return start
    return endsNextDay ? `${start} – ${end} (le lendemain)` : `${start} – ${end}`
  },
}
