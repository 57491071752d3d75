// What the application itself hands to a mail server, and how sure it is of what became of it.

import { z } from 'zod'
import { Id, Instant } from '../ids.ts'
import { ADDRESS_LENGTH } from '../limits.ts'

/** A draft put into the mailbox, to be sent from there; or a message sent from here. */
export const SendingWay = z.enum(['drafts', 'server'])
export type SendingWay = z.infer<typeof SendingWay>

/** One mail server, of this machine alone; its password is never among these. */
export const MailAccount = z.strictObject({
  way: SendingWay,
  host: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u)
    .max(253),
  port: z.int().min(1).max(65_535),
  /** TLS from the first byte, or right after the greeting. There is no third way: a password never travels in clear. */
  security: z.enum(['tls', 'starttls']),
  user: z.string().trim().min(1).max(ADDRESS_LENGTH),
})
export type MailAccount = z.infer<typeof MailAccount>

/** The ports that mail servers have for each. */
export const usualPort: Readonly<Record<SendingWay, Readonly<Record<MailAccount['security'], number>>>> = {
  drafts: { tls: 993, starttls: 143 },
  server: { tls: 465, starttls: 587 },
}

/**
 * - `prepared`: the bytes are kept, nothing was said to any server;
 * - `handed`: it may have arrived: nothing that was said since tells;
 * - `confirmed`: the server took it, or somebody saw that it had;
 * - `refused`: it did not leave.
 */
export const SendingState = z.enum(['prepared', 'handed', 'confirmed', 'refused'])
export type SendingState = z.infer<typeof SendingState>

/** By then a message is handed over, or given up: a large one over a slow line. */
export const HANDING_MS = 10 * 60_000

/** One message to one recipient, written before any server is spoken to. */
export const Sending = z.strictObject({
  id: Id,
  /** What was handed over at once. */
  attemptId: Id,
  dispatchId: Id,
  way: SendingWay,
  host: z.string(),
  /** Message-ID, with its brackets. */
  messageId: z.string(),
  recipient: z.string(),
  /** Of the very bytes that were handed over, which are kept. */
  sha256: z.string(),
  sizeBytes: z.int(),
  state: SendingState,
  preparedAt: Instant,
  changedAt: Instant,
  /** The server's last words, on one line. */
  answer: z.string(),
})
export type Sending = z.infer<typeof Sending>

/**
 * Whether another desk may still be handing it over: nothing was noted since it began to. Clocks that are further apart than
 * that decide nothing.
 */
export const mayBeOnItsWay = ({ preparedAt, changedAt }: Sending, now: Date): boolean =>
  preparedAt === changedAt && Math.abs(now.getTime() - Date.parse(changedAt)) < HANDING_MS

/** What became of a message at a mail server: the last attempt of its very bytes, and nothing of those before. */
export function serverAttempt<T extends Pick<Sending, 'attemptId' | 'sha256' | 'way'>>(
  sendings: readonly T[],
  messageSha256: string | null,
): T[] {
  const last = sendings.findLast(({ sha256 }) => sha256 === messageSha256)
  // A draft that was put into the mailbox went to nobody by that.
  return sendings.filter(({ attemptId, way }) => attemptId === last?.attemptId && way === 'server')
}

/** What is known of a message: `unknown` until somebody says what became of it, whatever else was confirmed. */
export function standingOf(
  sendings: readonly Pick<Sending, 'way' | 'state'>[],
): 'none' | 'deposited' | 'sent' | 'unknown' {
  if (sendings.some(({ state }) => state === 'handed')) return 'unknown'
  const confirmed = sendings.filter(({ state }) => state === 'confirmed')
  if (confirmed.some(({ way }) => way === 'server')) return 'sent'
  return confirmed.length > 0 ? 'deposited' : 'none'
}
