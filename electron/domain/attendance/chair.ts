import type { ClockTime } from '../ids.ts'
import { isReversed } from '../meetings/meeting-span.ts'
import { fullName } from '../people/full-name.ts'
import { samePerson } from '../people/same-person.ts'
import { fold } from '../text/fold.ts'
import { type Attendee, isAnnounced, isPresent } from './attendance.ts'

/** Whether who chairs was away all along, came after the opening, or left before the end; and when. */
type ChairAway = { how: 'absent' | 'late' | 'left'; hour: ClockTime | null }

/** Null where the list says nothing against it, or does not have them, or has several of that name. */
export function chairAway(
  chair: string,
  attendees: readonly Attendee[],
  { openedAt, closedAt }: { openedAt: ClockTime | null; closedAt: ClockTime | null },
): ChairAway | null {
  if (chair.trim() === '') return null
  const named = attendees.filter((one) => fold(fullName(one)).trim() === fold(chair).trim())
  const found =
    named.length > 0
      ? named
      : attendees.filter((one) => samePerson({ name: chair }, { name: fullName(one) }) !== null)
  const [one] = found
  if (one === undefined || found.length > 1 || one.status === null || isAnnounced(one)) return null
  const { arrivedAt, leftAt } = one
  if (!isPresent(one.status) || isReversed(openedAt, leftAt)) return { how: 'absent', hour: null }
  if (isReversed(arrivedAt, openedAt)) return { how: 'late', hour: arrivedAt }
  return isReversed(closedAt, leftAt) ? { how: 'left', hour: leftAt } : null
}
