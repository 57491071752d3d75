import { z } from 'zod'
import { CivilDate, Id, Instant, Line, Name, Version } from '../ids.ts'
import { LINE_LENGTH } from '../limits.ts'
import { extensionOf } from './opening.ts'

export const Attachment = z.strictObject({
  id: Id,
  version: Version,
  /** Null for a document of a project: one of the two is always there. */
  meetingId: Id.nullable(),
  itemId: Id.nullable(),
  projectId: Id.nullable(),
  fileName: z.string().min(1).max(255),
  mediaType: z.string().max(200),
  sizeBytes: z.int().min(0),
  /** Lower-case hex SHA-256 of the bytes; also the file's name in the store. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  addedAt: Instant,
  /** Its title on paper; empty = the file's name. */
  title: z.string().max(LINE_LENGTH),
  /** Remis en séance: handed out in the room. */
  tabled: z.boolean(),
  /** Who may have it: Secrétariat < Membres < Public. */
  circulation: z.enum(['secretariat', 'members', 'public']),
  /** The newer version that took its place; null = current. */
  replacedBy: Id.nullable(),
})
export type Attachment = z.infer<typeof Attachment>

/** A document that somebody promised for an item; `attachmentId` says with what the promise was kept. */
export const AwaitedDocumentFields = z.strictObject({
  title: Name,
  fromName: Line,
  fromId: Id.nullable(),
  dueOn: CivilDate.nullable(),
})
export type AwaitedDocumentFields = z.infer<typeof AwaitedDocumentFields>
export const AwaitedDocument = AwaitedDocumentFields.extend({
  id: Id,
  version: Version,
  itemId: Id,
  attachmentId: Id.nullable(),
})
export type AwaitedDocument = z.infer<typeof AwaitedDocument>

/** Largest attachment taken in, in bytes. */
export const MAX_ATTACHMENT_BYTES = 200 * 1024 * 1024

const macros = new Set('docm dotm xlsm xltm xlam pptm potm ppsm ppam'.split(' '))

/** Macro documents are taken in with a warning. */
export function carriesMacros(fileName: string): boolean {
  return macros.has(extensionOf(fileName))
}
