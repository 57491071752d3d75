// A reply pre-fills the attendance; it is not the attendance.
import { z } from 'zod'
import { ClockTime, Id, Instant, Line, Version } from '../ids.ts'

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
  role: z.enum(['titulaire', 'suppleant', 'guest']),
  /** Their items, in agenda order. */
  items: z.array(OwnItem),
  reply: Reply.nullable(),
  /** The answer was given for another date: the meeting was moved since. */
  beforeMove: z.boolean(),
})
export type AskedPerson = z.infer<typeof AskedPerson>

type Asked = Pick<AskedPerson, 'personId' | 'organisation' | 'role'> & {
  reply: { answer: ReplyAnswer } | null
}

/**
 * Whose answer is still awaited: titulaires, guests, and the deputies whose titulaires are all excused; as long as a
 * titulaire comes or may come, nothing is asked of the deputy.
 */
export function awaited<T extends Asked>(asked: readonly T[]): T[] {
  const seats = seatsOf(asked)
  return asked.filter(
    (one) =>
      one.reply === null &&
      (one.role !== 'suppleant' ||
        (seats.get(one.organisation) ?? []).every((answer) => answer === 'excused')),
  )
}

/** The answers of the titulaires of each organisation; null is no answer yet. */
function seatsOf(asked: readonly Asked[]): Map<string, (ReplyAnswer | null)[]> {
  const seats = new Map<string, (ReplyAnswer | null)[]>()
  for (const { role, organisation, reply } of asked)
    if (role === 'titulaire' && organisation !== '')
      seats.set(organisation, [...(seats.get(organisation) ?? []), reply?.answer ?? null])
  return seats
}

export type ReplyCounts = Record<ReplyAnswer | 'awaited', number>

/** How many answered what, and how many answers are still awaited. */
export function replyCounts(asked: readonly Asked[]): ReplyCounts {
  const counts: ReplyCounts = {
    onSite: 0,
    remote: 0,
    excused: 0,
    represented: 0,
    awaited: awaited(asked).length,
  }
  for (const { reply } of asked) if (reply !== null) counts[reply.answer] += 1
  return counts
}

/**
 * Who may come into the room: whoever said so, and whoever did not answer; of deputies who did not, only those whose
 * titulaires may be away (excused, or without an answer themselves).
 */
export function expectedOnSite<T extends Asked>(asked: readonly T[]): T[] {
  const seats = seatsOf(asked)
  return asked.filter((one) => {
    if (one.reply !== null) return one.reply.answer === 'onSite'
    if (one.role !== 'suppleant') return true
    return (seats.get(one.organisation) ?? []).every((answer) => answer === null || answer === 'excused')
  })
}
