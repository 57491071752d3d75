import { z } from 'zod'
import { AskedPerson, ReplyAnswer, ReplyFields } from '../domain/attendance/reply.ts'
import { Bytes, Id, Instant } from '../domain/ids.ts'
import { ErrorCode } from './errors.ts'
import { long, read, write } from './method.ts'

const FileBytes = z.strictObject({ fileName: z.string().min(1).max(255), bytes: Bytes })

/**
 * Everybody asked on the meeting's day: members in protocol order, then guests in the order of their items, then
 * whoever answered without being asked. Every write returns it.
 */
export const RepliesView = z.strictObject({ meetingId: Id, asked: z.array(AskedPerson) })
export type RepliesView = z.infer<typeof RepliesView>

/** The answer read from one mail, to be confirmed. */
export const ReplyDraft = z.strictObject({
  fileName: z.string(),
  /** Name and address as the mail gives them. */
  from: z.string(),
  /** When it was written; null when the mail does not say. */
  sentAt: Instant.nullable(),
  /** Recognised by address, else by name; null = to be chosen. */
  personId: Id.nullable(),
  /** From a calendar answer or the words of the mail; null = not understood, or its words contradict each other. */
  answer: ReplyAnswer.nullable(),
  representedBy: z.string(),
  /** The sentence it was read from. */
  excerpt: z.string(),
  /** The calendar's answer, when the mail carries one. */
  calendar: z.enum(['accepted', 'declined', 'tentative']).nullable(),
  /** The calendar answer is one to another of our meetings: nothing is taken from it. */
  otherMeeting: z.boolean(),
  failure: ErrorCode.nullable(),
})
export type ReplyDraft = z.infer<typeof ReplyDraft>

const Answer = ReplyFields.partial().required({ answer: true })

export const replies = {
  'replies.list': read(() => [z.strictObject({ meetingId: Id }), RepliesView]),
  /** The last word wins: no version is asked, and the same answer again confirms it (after a move, for instance). */
  'replies.set': write('saisie d’une réponse', () => [
    z.strictObject({ meetingId: Id, personId: Id, fields: Answer }),
    RepliesView,
  ]),
  /** Back to "sans réponse"; one journal entry. */
  'replies.clear': write('retrait de réponse', () => [
    z.strictObject({ meetingId: Id, personIds: z.array(Id).min(1).max(500) }),
    RepliesView,
  ]),
  /** Several at once (answers read from mails, one answer for several, "Confirmer toutes"); one journal entry, all or none. */
  'replies.setAll': write('saisie de plusieurs réponses', () => [
    z.strictObject({
      meetingId: Id,
      replies: z
        .array(
          z.strictObject({
            personId: Id,
            fields: Answer,
            /** When it was given, if not now: an answer written before the meeting was moved stays one. */
            answeredAt: Instant.optional(),
          }),
        )
        .min(1)
        .max(500),
    }),
    RepliesView,
  ]),
  /** Nothing is stored; a file that cannot be read comes back with its `failure`. */
  'replies.readMails': long('acts', () => [
    z.strictObject({ meetingId: Id, files: z.array(FileBytes).min(1).max(100) }),
    z.array(ReplyDraft),
  ]),
}
