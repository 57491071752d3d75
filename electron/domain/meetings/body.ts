import { z } from 'zod'
import { Line, Name, PlainText, Version } from '../ids.ts'
import { ADDRESS_LENGTH } from '../limits.ts'

export const BodyFields = z.strictObject({
  name: Name,
  acronym: z.string().max(40),
  contact: Line,
  /** On paper, "séance" or "réunion". */
  meetingWord: z.enum(['séance', 'réunion']),
  /** The secretariat's address: sender of messages, organiser in calendar files. */
  email: z.string().max(ADDRESS_LENGTH),
  /** Last lines of every message. */
  signature: PlainText,
  /** How long before a meeting its convocation goes out (warning only). Clear days count neither end. */
  convocationDays: z.int().min(0).max(60),
  convocationCounting: z.enum(['calendar', 'working', 'clear']),
  /** Above this, in megabytes, a message is said to be too heavy for the mail servers. */
  messageLimitMb: z.int().min(1).max(200),
  /** Half or more of the members present: a warning only; null = no such rule. */
  quorumPercent: z.int().min(1).max(100).nullable(),
  /** Most proxies that one person may hold: a warning only; null = no such rule. */
  maxProxies: z.int().min(0).max(20).nullable(),
  /** Days that members have to send their observations. */
  reviewDays: z.int().min(1).max(120),
  /** How minutes are usually approved. */
  approvalMode: z.enum(['meeting', 'written', 'tacit']),
  /** The archives service, as it identifies itself in a transfer. */
  archivesAgency: Line,
  /** The service that hands over, as the archives service knows it. */
  transferringAgency: Line,
  /** The service that produced the papers, as the archives service knows it; empty = the one that hands over. */
  originatingAgency: Line,
  /** What was agreed with the archives service on transfers; empty = nothing. */
  archivalAgreement: Line,
  /** Loaded sample data: every document says "Données d'exemple". */
  isSample: z.boolean(),
})
export type BodyFields = z.infer<typeof BodyFields>
export const Body = BodyFields.extend({ version: Version })
export type Body = z.infer<typeof Body>
