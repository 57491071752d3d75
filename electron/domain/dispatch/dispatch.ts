import { z } from 'zod'
import { Id, Instant, Line, Name, PlainText, Version } from '../ids.ts'
import { ADDRESS_LENGTH } from '../limits.ts'

export const DispatchKind = z.enum([
  'callForSubjects',
  'slidesReminder',
  'agendaDraft',
  'convocation',
  'replyReminder',
  'agendaChanged',
  'guestInvitation',
  'dateChange',
  'cancellation',
  'internalMinutes',
  'draftMinutes',
  'reviewReminder',
  'writtenApproval',
  'approvedMinutes',
  'actionsReminder',
])
export type DispatchKind = z.infer<typeof DispatchKind>

/** Their readers answer whether they come: by one click, where the secretariat has an address. */
export const asksToCome: ReadonlySet<DispatchKind> = new Set<DispatchKind>(['convocation', 'replyReminder'])

export const DispatchTemplateFields = z.strictObject({ subject: Name, body: PlainText })
export const DispatchTemplate = DispatchTemplateFields.extend({
  kind: DispatchKind,
  /** 0 while it is the shipped one. */
  version: z.int().min(0),
})
export type DispatchTemplate = z.infer<typeof DispatchTemplate>

export const DispatchFields = z.strictObject({ subject: Line, body: PlainText })
export type DispatchFields = z.infer<typeof DispatchFields>
export const Dispatch = DispatchFields.extend({
  id: Id,
  version: Version,
  meetingId: Id,
  kind: DispatchKind,
  /** The guest's item, when the message concerns one item only. */
  itemId: Id.nullable(),
  state: z.enum(['draft', 'sent']),
  createdAt: Instant,
  sentAt: Instant.nullable(),
  sentBy: Line,
  /** Which version of the agenda went out with it. */
  agendaVersionNumber: z.int().nullable(),
  /** SEQUENCE of the calendar file that went out with it. */
  calendarSequence: z.int().nullable(),
  /** What that file said; without one what it would have said, where the message tells of the meeting. */
  calendarContent: z.string().nullable(),
  /** SHA-256 and size of the kept message; null until it is marked as sent. */
  messageSha256: z.string().nullable(),
  messageBytes: z.int().nullable(),
})
export type Dispatch = z.infer<typeof Dispatch>

export const RecipientFields = z.strictObject({
  personId: Id.nullable(),
  name: Line,
  organisation: Line,
  /** May be empty: such people are listed apart, the message does not reach them. */
  email: z.string().max(ADDRESS_LENGTH),
  field: z.enum(['to', 'cc', 'bcc']),
})
export type RecipientFields = z.infer<typeof RecipientFields>
export const Recipient = RecipientFields.extend({
  id: Id,
  version: Version,
  dispatchId: Id,
  position: z.int().min(0),
  /** Why they are in the list. */
  reason: z.enum(['member', 'deputy', 'assistant', 'guest', 'presenter', 'owner', 'chair', 'added']),
})
export type Recipient = z.infer<typeof Recipient>

/**
 * Travels with a message: one of our papers (rendered when composed), the calendar file, or an attachment. Drafts go out as
 * a PDF and as a Word file that records what is changed in it.
 */
export const DispatchDocumentKind = z.enum([
  'agenda',
  'agendaWord',
  'agendaChanges',
  'convocation',
  'minutes',
  'minutesWord',
  'subjectSheet',
  'calendar',
  'attachment',
])
export type DispatchDocumentKind = z.infer<typeof DispatchDocumentKind>
export const DispatchDocument = z.strictObject({
  id: Id,
  dispatchId: Id,
  position: z.int().min(0),
  kind: DispatchDocumentKind,
  attachmentId: Id.nullable(),
  fileName: z.string().max(255),
  /** In the message, or, being too heavy for it, in the folder that the message names. */
  placement: z.enum(['message', 'folder']),
  /** Of what was sent; before that known of attachments only. */
  sizeBytes: z.int().nullable(),
  sha256: z.string().nullable(),
})
export type DispatchDocument = z.infer<typeof DispatchDocument>

/** Above this many recipients many mail servers refuse a message or deliver it late. */
export const MANY_RECIPIENTS = 100

/** Kinds written to one person each: every guest, everybody who owes documents, every owner of actions. */
const personalKinds: readonly DispatchKind[] = ['guestInvitation', 'slidesReminder', 'actionsReminder']
/** Kinds written to everybody at once, and apart to each guest that was invited. */
const partlyPersonalKinds: readonly DispatchKind[] = ['dateChange', 'cancellation']

/** Whether a dispatch is written to one person, its first recipient. */
export function isPersonal(kind: DispatchKind, first: Pick<Recipient, 'reason'> | undefined): boolean {
  if (personalKinds.includes(kind)) return true
  return partlyPersonalKinds.includes(kind) && (first?.reason === 'guest' || first?.reason === 'presenter')
}
