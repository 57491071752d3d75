// Apart from the shape of a meeting: the first screen asks it, and reads no shapes.
import type { MeetingState } from './meeting.ts'

/** On, or held. */
export const isOpened = (state: MeetingState): boolean => state === 'inSession' || state === 'held'
