// Apart from the shape of a meeting: the first screen asks it, and reads no shapes.
import type { Meeting, MeetingState } from './meeting.ts'

/** On, or held. */
export const isOpened = (state: MeetingState): boolean => state === 'inSession' || state === 'held'

/** Its day is ahead, and nobody opened it before: its minutes are prepared, and say nothing that took place. */
export const isToCome = ({ state, date }: Pick<Meeting, 'state' | 'date'>, today: string): boolean =>
  !isOpened(state) && date > today
