import type { MeetingEdits } from '../../../electron/contract/imports.ts'
import type { Draft } from '../../../electron/domain/agenda/draft.ts'
import type { Meeting } from '../../../electron/domain/meetings/meeting.ts'
import { bareText } from '../../../electron/domain/text/text-likeness.ts'

export type MeetingPatch = MeetingEdits['patch']

export type MeetingDifferences = {
  /** The date of the file, when it is another one. A date without its year is in the meeting's year. */
  readonly date: string | null
  readonly patch: MeetingPatch
}

/** A field that the file does not give is no difference, nor are the real hours of minutes another plan. */
export function meetingDifferences({ kind, meeting: said }: Draft, meeting: Meeting): MeetingDifferences {
  const date =
    said.date?.startsWith('--') === true ? `${meeting.date.slice(0, 4)}-${said.date.slice(2)}` : said.date
  const patch: MeetingPatch = {}
  const { startTime, endTime } = kind === 'minutes' ? meeting : said
  if (startTime !== null && startTime !== meeting.startTime) patch.startTime = startTime
  if (endTime !== null && endTime !== meeting.endTime) patch.endTime = endTime
  if (said.place !== null && bareText(said.place) !== bareText(meeting.place)) patch.place = said.place
  if (said.videoLink !== null && said.videoLink !== meeting.videoLink) patch.videoLink = said.videoLink
  return { date: date === null || date === meeting.date ? null : date, patch }
}

export type MeetingChoice = { readonly takesPatch: boolean; readonly moves: boolean; readonly reason: string }
export const nothingChosen: MeetingChoice = { takesPatch: false, moves: false, reason: '' }

/** Null when nothing of the meeting changes. A move takes the hours that the meeting then has. */
export function meetingEdits(
  { date, patch }: MeetingDifferences,
  choice: MeetingChoice,
  meeting: Meeting,
): MeetingEdits | null {
  const taken = choice.takesPatch ? patch : {}
  const moves = choice.moves && date !== null
  if (!moves && Object.keys(taken).length === 0) return null
  return {
    version: meeting.version,
    patch: taken,
    move: moves
      ? {
          date,
          startTime: taken.startTime ?? meeting.startTime,
          endTime: taken.endTime ?? meeting.endTime,
          reason: choice.reason.trim(),
        }
      : null,
  }
}
