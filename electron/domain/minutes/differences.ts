import { z } from 'zod'
import type { ItemNature } from '../agenda/agenda.ts'
import type { AttendanceStatus } from '../attendance/attendance.ts'
import { Id, Line } from '../ids.ts'
import type { MeetingMode } from '../meetings/meeting.ts'
import { numbered } from '../meetings/meeting-name.ts'
import type { Stance } from '../session/session.ts'
import { formatDate, formatEndTime, formatTime } from '../text/french.ts'
import { picturesOf, plainText } from '../text/rich-text.ts'
import type { MinutesContent } from './version.ts'

export const MinutesDifference = z.strictObject({
  /** The item it is about; null for the head, the opening, the closing, the next meeting and the attendance. */
  itemId: Id.nullable(),
  number: z.string(),
  title: Line,
  field: z.enum([
    'head',
    'attendance',
    'opening',
    'title',
    'presented',
    'presentation',
    'exchanges',
    'outcome',
    'position',
    'decision',
    'action',
    'nextMeeting',
    'closing',
  ]),
  /** The row that it is of, where an item has several. */
  id: z.string(),
  /** Plain words; empty = was not there, or is no more. */
  before: z.string(),
  after: z.string(),
})
export type MinutesDifference = z.infer<typeof MinutesDifference>

type Words = Map<string, Omit<MinutesDifference, 'before' | 'after'> & { words: string }>

/** How the paper says what is kept as a code. */
type Said = Readonly<{
  statuses: Record<AttendanceStatus, string>
  stances: Record<Stance, string>
  modes: Record<MeetingMode, string>
  natures: Record<ItemNature, string>
}>

/** Only what differs; order of the newer version, what was taken out where it was. */
export function minutesDifferences(
  before: MinutesContent,
  after: MinutesContent,
  said: Said,
): MinutesDifference[] {
  // An older version does not say what stood at the head and under the titles: nothing is known to differ there.
  const areWhole = before.meeting !== undefined && after.meeting !== undefined
  const [old, now] = [wordsOf(before, said, areWhole), wordsOf(after, said, areWhole)]
  const keys = [...now.keys()]
  // Parts that are only in the older version stand after what preceded them there.
  let previous: string | null = null
  for (const key of old.keys()) {
    if (!now.has(key)) keys.splice(previous === null ? 0 : keys.indexOf(previous) + 1, 0, key)
    previous = key
  }
  return keys.flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)]
    const place = is ?? was
    if (place === undefined || (was?.words ?? '') === (is?.words ?? '')) return []
    const { words: _, ...rest } = place
    return [{ ...rest, before: was?.words ?? '', after: is?.words ?? '' }]
  })
}

/** Every word and every picture of it, under the same numbers. */
export function saysTheSame(one: MinutesContent, other: MinutesContent, said: Said): boolean {
  const pictures = ({ minutes, sections }: MinutesContent) =>
    [minutes.opening, minutes.closing, ...sections.flatMap((own) => [own.presentation, own.exchanges])]
      .flatMap(picturesOf)
      .map(({ sha256 }) => sha256)
      .join(' ')
  const order = ({ sections }: MinutesContent) =>
    sections.map(({ itemId, number }) => `${number} ${itemId}`).join('\n')
  const marks = (content: MinutesContent) => pictures(content) + order(content)
  return minutesDifferences(one, other, said).length === 0 && marks(one) === marks(other)
}

function wordsOf(
  content: MinutesContent,
  { statuses, stances, modes, natures }: Said,
  isWhole: boolean,
): Words {
  const { meeting, minutes, sections, decisions, actions, positions, attendees } = content
  const words: Words = new Map()
  type Place = { itemId: string | null; number: string; title: string }
  const say = (place: Place, field: MinutesDifference['field'], id: string, said: string) =>
    words.set(`${field} ${id}`, { ...place, field, id, words: said })
  const whole = { itemId: null, number: '', title: '' }
  if (isWhole && meeting !== undefined) {
    const { title, date, startTime, endTime, mode, place, chair, secretary } = meeting
    const hours = joined(' – ', time(startTime), endTime === null ? '' : formatEndTime(startTime, endTime))
    const number = meeting.number === null ? '' : numbered(meeting.number)
    const where = joined(', ', modes[mode], place)
    say(
      whole,
      'head',
      'head',
      joined('\n', joined(', ', number, title), day(date), hours, where, chair, secretary),
    )
  }
  for (const attendee of attendees) {
    const { id, givenName, familyName, organisation, status, representedBy, arrivedAt, leftAt } = attendee
    const name = joined(' ', givenName, familyName)
    const how = status === null ? '' : statuses[status]
    const hours = joined(' – ', time(arrivedAt), time(leftAt))
    say(whole, 'attendance', id, joined(', ', name, organisation, how, representedBy, hours))
  }
  say(whole, 'opening', 'opening', joined('\n', time(minutes.openedAt), plainText(minutes.opening)))
  for (const { itemId, number, title, presented, presentation, exchanges, outcomeSentence } of sections) {
    const place = { itemId, number, title }
    const isOfItem = (row: { itemId: string }) => row.itemId === itemId
    say(place, 'title', itemId, title)
    if (isWhole && presented !== undefined) {
      const { presenter, organisation, requester, nature, texts } = presented
      const what = nature === null ? '' : natures[nature]
      say(
        place,
        'presented',
        itemId,
        joined('\n', joined(', ', presenter, organisation), requester, what, ...texts),
      )
    }
    say(place, 'presentation', itemId, plainText(presentation))
    say(place, 'exchanges', itemId, plainText(exchanges))
    say(place, 'outcome', itemId, outcomeSentence)
    for (const { id, organisation, stance, words: own } of positions.filter(isOfItem))
      say(place, 'position', id, joined(', ', organisation, stances[stance], own))
    for (const { id, text } of decisions.filter(isOfItem)) say(place, 'decision', id, text)
    for (const { id, text, owner, organisation, dueDate } of actions.filter(isOfItem))
      say(place, 'action', id, joined(' · ', text, owner, organisation, day(dueDate)))
  }
  const { nextMeetingDate, nextMeetingTime, nextMeetingPlace, closedAt, closing } = minutes
  const next = joined(', ', day(nextMeetingDate), time(nextMeetingTime), nextMeetingPlace)
  say(whole, 'nextMeeting', 'nextMeeting', next)
  say(whole, 'closing', 'closing', joined('\n', time(closedAt), plainText(closing)))
  return words
}

const joined = (by: string, ...parts: string[]) => parts.filter((part) => part !== '').join(by)
const day = (date: string | null) => (date === null ? '' : formatDate(date))
const time = (clock: string | null) => (clock === null ? '' : formatTime(clock))
