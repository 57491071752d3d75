// A reply pre-fills the attendance; it is not the attendance.
import { z } from 'zod'
import { ClockTime, Id, Instant, Line, Version } from '../ids.ts'
import type { Meeting, MeetingMode, MeetingMove } from '../meetings/meeting.ts'
import { fold } from '../text/fold.ts'
import { type AttendanceStatus, type Attendee, SeatRole } from './attendance.ts'
import { seatsOf } from './seats.ts'

/** Sur place, à distance, excusé, représenté par; no row = sans réponse. */
export const ReplyAnswer = z.enum(['onSite', 'remote', 'excused', 'represented'])
export type ReplyAnswer = z.infer<typeof ReplyAnswer>

export const ReplyFields = z.strictObject({
  answer: ReplyAnswer,
  /** Who comes instead, when represented; empty for every other answer. */
  representedBy: Line,
  comment: Line,
})
export type ReplyFields = z.infer<typeof ReplyFields>

export const Reply = ReplyFields.extend({
  id: Id,
  version: Version,
  meetingId: Id,
  personId: Id,
  answeredAt: Instant,
})
export type Reply = z.infer<typeof Reply>

/** An item that somebody presents or is invited for, with its hour when the agenda is timed. */
export const OwnItem = z.strictObject({
  itemId: Id,
  number: z.string(),
  title: Line,
  startsAt: ClockTime.nullable(),
})
export type OwnItem = z.infer<typeof OwnItem>

/** Somebody asked to a meeting, with what they answered. */
export const AskedPerson = z.strictObject({
  personId: Id,
  familyName: Line,
  givenName: Line,
  civility: z.string(),
  jobTitle: Line,
  organisation: Line,
  acronym: z.string(),
  college: Line,
  email: z.string(),
  /** Member (titulaire), deputy, or guest: invited for some items, or somebody who answered without being asked. */
  role: SeatRole,
  /** Their items, in agenda order. */
  items: z.array(OwnItem),
  reply: Reply.nullable(),
  /** The answer was given for another day or half of it: the meeting was moved since, and not back. */
  beforeMove: z.boolean(),
  /** A message that convenes went to them; of a meeting that was convened elsewhere, anybody. */
  isReached: z.boolean(),
})
export type AskedPerson = z.infer<typeof AskedPerson>

type Asked = Pick<AskedPerson, 'personId' | 'organisation' | 'role' | 'givenName' | 'familyName'> & {
  reply: { answer: ReplyAnswer; representedBy: string } | null
  beforeMove: boolean
}

/**
 * Tells of the moment of an answer whether the meeting stood then at another day, or half of a day, than it does now. Moved and
 * moved back, or by a quarter of an hour, it was answered for as it is.
 * @param moves oldest first
 */
export function isForOtherDay(
  { date, startTime }: Pick<Meeting, 'date' | 'startTime'>,
  moves: readonly MeetingMove[],
): (answeredAt: string) => boolean {
  const isMorning = (time: string) => time < '12:00'
  return (answeredAt) => {
    const next = moves.find(({ at }) => answeredAt < at)
    return (
      next !== undefined && (next.fromDate !== date || isMorning(next.fromStartTime) !== isMorning(startTime))
    )
  }
}

/** What somebody answered for the day that the meeting has now: an answer for another day is shown, and asked again. */
export const standingReply = <R>({
  reply,
  beforeMove,
}: {
  reply: R | null
  beforeMove: boolean
}): R | null => (beforeMove ? null : reply)

const statuses: Readonly<Record<ReplyAnswer, AttendanceStatus>> = {
  onSite: 'surPlace',
  remote: 'visio',
  excused: 'excuse',
  represented: 'represente',
}

/** Attendance expected from a reply, which nobody noted; nothing without a reply. An excuse is what the reply itself says. */
export function expectedBy(
  asked: Pick<Asked, 'reply' | 'beforeMove'>,
): Pick<Attendee, 'status' | 'representedBy' | 'source'> {
  const reply = standingReply(asked)
  if (reply === null) return { status: null, representedBy: '', source: null }
  const source = reply.answer === 'excused' ? null : 'reply'
  return { status: statuses[reply.answer], representedBy: reply.representedBy, source }
}

/** How somebody who is there is marked when nobody says how: as they had answered, else as the meeting is held. */
export function presentStatus(answer: ReplyAnswer | null, mode: MeetingMode): 'surPlace' | 'visio' {
  return answer === 'remote' || mode === 'visio' ? 'visio' : 'surPlace'
}

/** The seats of the members, filled as the replies say. */
export function repliedSeats<T extends Asked>(asked: readonly T[]) {
  const members = asked.filter(({ role }) => role !== 'guest')
  return seatsOf(
    members.map((person) => ({
      person,
      seat: person.role,
      college: '',
      organisation: person.organisation,
      givenName: person.givenName,
      familyName: person.familyName,
      ...expectedBy(person),
    })),
  )
}

/**
 * Whose answer is still awaited: guests, the titulaires of seats that nobody said to take, and the deputies of those whose
 * titulaires are all excused; as long as a titulaire comes or may come, nothing is asked of the deputy.
 */
export function awaited<T extends Asked>(asked: readonly T[]): T[] {
  const open = new Set(openSeats(asked).map(({ of }) => placeOf(of.person)))
  const answers = answersOf(asked)
  return asked.filter((one) => {
    if (standingReply(one) !== null) return false
    if (one.role === 'guest') return true
    if (!open.has(placeOf(one))) return false
    return (
      one.role === 'titulaire' || (answers.get(placeOf(one)) ?? []).every((answer) => answer === 'excused')
    )
  })
}

/** Seats that nobody said to take, and of which an answer may still come. */
function openSeats<T extends Asked>(asked: readonly T[]) {
  const answers = answersOf(asked)
  const silentDeputies = new Map<string, number>()
  for (const one of asked)
    if (one.role === 'suppleant' && standingReply(one) === null)
      silentDeputies.set(placeOf(one), (silentDeputies.get(placeOf(one)) ?? 0) + 1)
  return repliedSeats(asked).filter(({ of, by }) => {
    if (by !== null) return false
    if (of.person.role === 'titulaire' && of.status === null) return true
    const place = placeOf(of.person)
    const deputies = silentDeputies.get(place) ?? 0
    if (deputies === 0 || !(answers.get(place) ?? []).every((answer) => answer === 'excused')) return false
    silentDeputies.set(place, deputies - 1)
    return true
  })
}

/** Where somebody sits; whoever has no organisation stands alone. */
const placeOf = ({ organisation, personId }: Asked) => fold(organisation).trim() || personId

/** The answers of the titulaires of each organisation; null is no answer yet. */
function answersOf(asked: readonly Asked[]): Map<string, (ReplyAnswer | null)[]> {
  const answers = new Map<string, (ReplyAnswer | null)[]>()
  for (const one of asked)
    if (one.role === 'titulaire')
      answers.set(placeOf(one), [...(answers.get(placeOf(one)) ?? []), standingReply(one)?.answer ?? null])
  return answers
}

export type ReplyCounts = Record<ReplyAnswer | 'awaited', number>

/**
 * How many answered what, and how many answers are still awaited: of members each seat once, as whoever takes it answered,
 * and each guest.
 */
export function replyCounts(asked: readonly Asked[]): ReplyCounts {
  const counts: ReplyCounts = { onSite: 0, remote: 0, excused: 0, represented: 0, awaited: 0 }
  const open = new Set(openSeats(asked).map(({ of }) => of.person.personId))
  const said = [
    ...repliedSeats(asked).map(({ of, by }) =>
      open.has(of.person.personId) ? 'awaited' : (standingReply((by ?? of).person)?.answer ?? 'awaited'),
    ),
    ...asked.filter(({ role }) => role === 'guest').map((guest) => standingReply(guest)?.answer ?? 'awaited'),
  ] as const
  for (const answer of said) counts[answer] += 1
  return counts
}

/** How many seats and guests are counted above. */
export const askedCount = (asked: readonly Asked[]): number =>
  Object.values(replyCounts(asked)).reduce((sum, count) => sum + count, 0)

/** Who knows of the meeting: whoever was convened, or answered. The others still are to be convened otherwise. */
export const isConvened = ({ isReached, reply }: Pick<AskedPerson, 'isReached' | 'reply'>): boolean =>
  isReached || reply !== null

/**
 * Who may come into the room: whoever said so, and whoever did not answer; of deputies who did not, only those whose
 * titulaires may be away (excused, or without an answer themselves).
 */
export function expectedOnSite<T extends Asked>(asked: readonly T[]): T[] {
  const answers = answersOf(asked)
  return asked.filter((one) => {
    const reply = standingReply(one)
    if (reply !== null) return reply.answer === 'onSite'
    if (one.role !== 'suppleant') return true
    return (answers.get(placeOf(one)) ?? []).every((answer) => answer === null || answer === 'excused')
  })
}
