// Which meetings an act is for, as far as a row of the list of meetings tells: the palette leads to no other.
import type { MeetingRow } from '../../electron/domain/meetings/meeting.ts'
import { isAhead, isToCome } from '../../electron/domain/meetings/opened.ts'
import { civilDate } from '../../electron/domain/time/civil-date.ts'

/** Whether something can be done for a meeting, as far as its states tell. */
export type Suits = (
  meeting: Pick<MeetingRow, 'state' | 'date' | 'minutesState' | 'takenOver' | 'itemCount'>,
) => boolean

export const isUnderWay: Suits = ({ state }) => state === 'inSession'
/** It goes on, or opening it is the first step. */
export const isNotOver: Suits = (meeting) => isAhead(meeting) || isUnderWay(meeting)

/** It was not taken over from old files, or is opened to corrections. */
export const isCorrectable: Suits = ({ takenOver }) => takenOver !== 'locked'
/** The papers may be changed: they are neither sealed nor locked. */
export const isUnlocked: Suits = (meeting) => isUnsealed(meeting) && isCorrectable(meeting)
export const hasItems: Suits = ({ itemCount }) => itemCount > 0

export const hasMinutes: Suits = ({ minutesState }) => minutesState !== null
export const isSealed: Suits = ({ minutesState }) => minutesState === 'approved'
export const isUnsealed: Suits = (meeting) => !isSealed(meeting)
/** Minutes that may still be changed. */
export const isWritten: Suits = (meeting) => hasMinutes(meeting) && isUnlocked(meeting)
/** Minutes that may leave: no part of the meeting is still to come. */
export const mayLeave: Suits = (meeting) =>
  isWritten(meeting) && !isUnderWay(meeting) && !isToCome(meeting, civilDate(new Date()))

/** Only its own screen knows whether it can be done. */
export const onItsScreen: Suits = () => false

export const suitsAll =
  (...each: readonly Suits[]): Suits =>
  (meeting) =>
    each.every((suits) => suits(meeting))
