import { z } from 'zod'
import { Bytes, Instant } from '../ids.ts'
import { ADDRESS_LENGTH, LINE_LENGTH, PASTED_LENGTH } from '../limits.ts'

export const MailAddress = z.strictObject({
  /** As the mail shows it; empty when it gives the address only. */
  name: z.string().max(LINE_LENGTH),
  /** The Internet address in lower case; empty when the mail has none. */
  email: z.string().max(ADDRESS_LENGTH),
})
export type MailAddress = z.infer<typeof MailAddress>

export const MailAttachment = z.strictObject({
  /** A name every system accepts: no folder, no character that Windows refuses. */
  fileName: z.string().min(1).max(255),
  bytes: Bytes,
  /** A picture drawn in the text (a logo of a signature), or hidden: no document of its own. */
  isInline: z.boolean(),
})
export type MailAttachment = z.infer<typeof MailAttachment>

export const Mail = z.strictObject({
  /** Without angle brackets; empty when the mail has none. So are the next two. */
  messageId: z.string().max(1000),
  inReplyTo: z.string().max(1000),
  /** Earlier mails of the thread, oldest first. */
  references: z.array(z.string().min(1).max(1000)),
  /** As the mail says it, with its RE and TR. */
  subject: z.string().max(1000),
  from: MailAddress,
  to: z.array(MailAddress),
  cc: z.array(MailAddress),
  /** Null when the mail does not say when. */
  sentAt: Instant.nullable(),
  /** Paragraphs of plain text; quoted earlier mails are kept. */
  text: z.string().max(PASTED_LENGTH),
  attachments: z.array(MailAttachment),
  /** The first `text/calendar` part, as it is written; null without one. */
  calendar: z.string().nullable(),
  /** A calendar program's answer to an invitation, from that part or from Outlook's kind of message. */
  answer: z.enum(['accepted', 'declined', 'tentative']).nullable(),
})
export type Mail = z.infer<typeof Mail>
