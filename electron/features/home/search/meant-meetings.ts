// Meetings that a search means without a word of their titles: by their number, their date, or as the next or the last one.
import type { Reader } from '../../../db/driver.ts'
import type { About, SearchQuery } from '../../../domain/search/query.ts'
import { isWhen } from '../../../domain/search/when.ts'
import { daysBetween } from '../../../domain/time/civil-date.ts'

export type MeantMeeting = {
  readonly id: string
  readonly number: number | null
  readonly date: string
  readonly title: string
  readonly hasMinutes: boolean
}

/** What is shown of a meeting, by what the search is about. */
export type MeetingPart = 'meeting' | 'minutes' | 'agenda' | 'dispatch' | 'attendance' | 'documents'
const parts: ReadonlySet<About> = new Set([
  'meeting',
  'minutes',
  'agenda',
  'dispatch',
  'attendance',
  'documents',
])

export function partOf(about: About | null): MeetingPart {
  return about !== null && parts.has(about) ? (about as MeetingPart) : 'meeting'
}

/** Whether a search names meetings at all. */
export function meansMeetings(query: SearchQuery): boolean {
  if (query.meetingNumber !== null || query.when !== null || query.place !== null) return true
  return query.words.length === 0 && query.about !== null && parts.has(query.about)
}

/** The meetings that are meant, the likeliest first. */
export async function meantMeetings(tx: Reader, query: SearchQuery, today: string): Promise<MeantMeeting[]> {
  const rows = await tx
    .selectFrom('meeting')
    .leftJoin('minutes', 'minutes.meetingId', 'meeting.id')
    .select([
      'meeting.id',
      'meeting.number',
      'meeting.date',
      'meeting.title',
      'meeting.state',
      'minutes.id as minutesId',
    ])
    .where('meeting.deletedAt', 'is', null)
    .execute()
  const isWritten = query.about === 'minutes'
  const near = (date: string) => Math.abs(daysBetween(date, today))
  const { when, meetingNumber, place } = query
  const isPlain = when === null && meetingNumber === null
  const isPast = place === 'last' || place === 'beforeLast'
  return rows
    .filter(
      ({ number, date, state, minutesId }) =>
        (meetingNumber === null || number === meetingNumber) &&
        (when === null || isWhen(date, when)) &&
        (!isWritten || minutesId !== null) &&
        (place !== 'next' || (date >= today && state !== 'cancelled')) &&
        (!isPast || date < today),
    )
    .sort((a, b) =>
      // Minutes are of what has been; any other meeting may as well be one to come.
      (isWritten || isPast) && isPlain ? (a.date < b.date ? 1 : -1) : near(a.date) - near(b.date),
    )
    .slice(place === 'beforeLast' ? 1 : 0)
    .map(({ id, number, date, title, minutesId }) => ({
      id,
      number,
      date,
      title,
      hasMinutes: minutesId !== null,
    }))
}
