import { z } from 'zod'
import { CivilDate, Id, Instant, Line, Name, PlainText, Version } from '../ids.ts'
import { ADDRESS_LENGTH, LINE_LENGTH, PASTED_LENGTH } from '../limits.ts'
import { ItemNature } from './agenda.ts'

/** Reçu → retenu (which meeting) · en attente · écarté (why). */
export const SubjectState = z.enum(['received', 'retained', 'waiting', 'dismissed'])
export type SubjectState = z.infer<typeof SubjectState>

export const SubjectFields = z.strictObject({
  title: Name,
  text: PlainText,
  receivedOn: CivilDate,
  requester: Line,
  requesterId: Id.nullable(),
  organisation: Line,
  organisationId: Id.nullable(),
  nature: ItemNature.nullable(),
  durationMinutes: z
    .int()
    .min(0)
    .max(24 * 60)
    .nullable(),
  /** From which day on a slot is wished; null: the next meeting will do. */
  wishedOn: CivilDate.nullable(),
  /** Internal note of the secretariat. */
  note: PlainText,
})
export type SubjectFields = z.infer<typeof SubjectFields>

export const Subject = SubjectFields.extend({
  id: Id,
  version: Version,
  state: SubjectState,
  /** Why it waits or was dismissed; empty otherwise. */
  reason: Line,
  /** Set together when retained, null otherwise: the meeting and the item it became. */
  meetingId: Id.nullable(),
  itemId: Id.nullable(),
  projectId: Id.nullable(),
})
export type Subject = z.infer<typeof Subject>

/** One mail of a subject's thread. */
export const SubjectMessage = z.strictObject({
  id: Id,
  subjectId: Id,
  /** Without angle brackets; empty when the mail has none. */
  messageId: z.string().max(1000),
  /** Identifiers of the earlier mails it names, separated by spaces: the first way to recognise a thread. */
  refersTo: z.string(),
  /** The folded subject line without RE, TR, FW: the last resort to recognise a thread, between the same people. */
  threadTopic: z.string().max(LINE_LENGTH),
  /** Addresses of who wrote it and who got it, separated by spaces. */
  participants: z.string(),
  fromName: Line,
  fromEmail: z.string().max(ADDRESS_LENGTH),
  sentAt: Instant.nullable(),
  subjectLine: z.string().max(1000),
  text: z.string().max(PASTED_LENGTH),
})
export type SubjectMessage = z.infer<typeof SubjectMessage>

export const SubjectFile = z.strictObject({
  id: Id,
  version: Version,
  subjectId: Id,
  fileName: z.string().min(1).max(255),
  sizeBytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  addedAt: Instant,
})
export type SubjectFile = z.infer<typeof SubjectFile>
