// A copy of sealed minutes that somebody signed elsewhere: the very bytes that were sealed, and signatures after them.
import { z } from 'zod'
import { Id, Instant, Line, Version } from '../ids.ts'

/** What the file says of one signature. Nobody asked an authority whether its certificate is to be trusted. */
export const FileSignature = z.strictObject({
  /** As the certificate names its holder, else as the signature does; empty = it says nothing. */
  signer: Line,
  organisation: Line,
  /** Who made the certificate. */
  issuer: Line,
  /** As the signature says; null = it says none. */
  signedAt: Instant.nullable(),
  reason: Line,
  /** A time stamp of an authority, and no person's signature. */
  isTimestamp: z.boolean(),
  /**
   * - `whole`: it is that of these bytes, up to the end of the file;
   * - `followed`: it is that of these bytes, and others follow that it does not cover;
   * - `broken`: it is not that of these bytes;
   * - `unread`: of a form that is not read here.
   */
  state: z.enum(['whole', 'followed', 'broken', 'unread']),
})
export type FileSignature = z.infer<typeof FileSignature>

export const SignedCopy = z.strictObject({
  id: Id,
  version: Version,
  meetingId: Id,
  fileName: Line,
  sha256: z.string(),
  sizeBytes: z.int().min(1),
  addedAt: Instant,
  addedBy: Line,
  /** In the order of the file. */
  signatures: z.array(FileSignature).min(1),
  /** Whether all that was appended was looked into; when not, a page may show something else than what was sealed. */
  areAppendedRead: z.boolean(),
})
export type SignedCopy = z.infer<typeof SignedCopy>
