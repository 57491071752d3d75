// Apart from the shape of a meeting: the first screen asks it, and reads no shapes.
import type { Meeting, MeetingState } from './meeting.ts'

/** On, or held. */
export const isOpened = (state: MeetingState): boolean => state === 'inSession' || state === 'held'

/** Its day is ahead, and nobody opened it before: its minutes are prepared, and say nothing that took place. */
export const isToCome = ({ state, date }: Pick<Meeting, 'state' | 'date'>, today: string): boolean =>
  !isOpened(state) && date > today

/** The states of a meeting that is neither opened, held nor cancelled. */
export const aheadStates: readonly MeetingState[] = ['planned', 'convened']

/** Whether a meeting is still to be prepared: its date may change, what others left open may go there. */
export function isAhead({ state }: Pick<Meeting, 'state'>): boolean {
  return aheadStates.includes(state)
}
