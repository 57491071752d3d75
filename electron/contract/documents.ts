import { z } from 'zod'
import { BookCirculation } from '../domain/documents/meeting-book.ts'
import { Bytes, CivilDate, Id } from '../domain/ids.ts'
import { BulletinScope } from '../domain/watch/period.ts'
import { DocumentFault } from './document-faults.ts'
import { long, read } from './method.ts'

/**
 * Papers of a meeting. `agenda` is the list of items, `timedAgenda` the same with hours and durations as soon as something
 * is timed.
 */
export const MeetingDocumentKind = z.enum([
  'minutes',
  'agenda',
  'timedAgenda',
  'agendaChanges',
  'convocation',
  'convocationProof',
  'signInSheet',
  'nameCards',
  'welcomeList',
  'publicMinutes',
  'decisionRecord',
  'publicRecord',
  'observationsTable',
  'runningOrder',
  'chairBrief',
])
export type MeetingDocumentKind = z.infer<typeof MeetingDocumentKind>

export const DocumentKind = z.enum([
  ...MeetingDocumentKind.options,
  'meetingBook',
  'projectSheet',
  'watchBulletin',
  'yearlyReport',
  'corrigendum',
])
export type DocumentKind = z.infer<typeof DocumentKind>

/** Which document, of what. */
export const DocumentSubject = z.union([
  z.strictObject({ kind: MeetingDocumentKind, meetingId: Id }),
  z.strictObject({ kind: z.literal('meetingBook'), meetingId: Id, circulation: BookCirculation }),
  z.strictObject({ kind: z.literal('projectSheet'), projectId: Id }),
  z.strictObject({ kind: z.literal('corrigendum'), corrigendumId: Id }),
  /** Both days belong to the period; one that ends before it begins: `invalid-input`, field `to`. */
  z.strictObject({
    kind: z.literal('watchBulletin'),
    from: CivilDate,
    to: CivilDate,
    scope: BulletinScope,
  }),
  z.strictObject({ kind: z.literal('yearlyReport'), from: CivilDate, to: CivilDate }),
])
export type DocumentSubject = z.infer<typeof DocumentSubject>

export const DocumentFormat = z.enum(['pdf', 'docx', 'odt', 'html'])
export type DocumentFormat = z.infer<typeof DocumentFormat>

/** In which formats a document can be saved: those that a colleague corrects or publishes also flow. */
export function formatsOf(kind: DocumentKind): readonly DocumentFormat[] {
  switch (kind) {
    case 'minutes':
    case 'publicMinutes':
    case 'agenda':
    case 'timedAgenda':
      return DocumentFormat.options
    case 'convocation':
      return ['pdf', 'docx']
    // A page that a mail program takes as the text of a message.
    case 'watchBulletin':
      return ['pdf', 'html']
    default:
      return ['pdf']
  }
}

export const RenderedDocument = z.strictObject({
  bytes: Bytes,
  /** Lower-case hex; what is saved has this very hash. */
  sha256: z.string(),
  pageCount: z.int().min(1),
  /** A name Windows accepts, proposed for saving. */
  fileName: z.string(),
})
export type RenderedDocument = z.infer<typeof RenderedDocument>

/** A document written to disk, known to the window by a token, never by its path. */
export const SavedDocument = z.strictObject({
  token: Id,
  fileName: z.string(),
  /** Its line in the record of produced documents; null for what is not one (messages, blank sheets), and
   * for what a desk saves that only reads. */
  producedId: Id.nullable(),
  /** Name of the file written beside it, the zip of a dossier de séance; null when there is none. */
  besideName: z.string().nullable(),
})
export type SavedDocument = z.infer<typeof SavedDocument>

/** The draft minutes written twice under one name. */
export const SavedDraft = z.strictObject({ docx: SavedDocument, pdf: SavedDocument })
export type SavedDraft = z.infer<typeof SavedDraft>

/** `json` is the document model itself, written by the command line only. */
export const ProducedFormat = z.enum([...DocumentFormat.options, 'json'])
export type ProducedFormat = z.infer<typeof ProducedFormat>

export const ProducedFaults = z.array(DocumentFault)

/** `later`: when the application is opened next, or when somebody asks for the verdict. */
export const Checking = z.enum(['now', 'later'])
export type Checking = z.infer<typeof Checking>

/**
 * One document that left: saved, exported, published, or carried by a message that was sent. Bytes that go out again as
 * they were recorded (a published agenda in a message) add no second line; saving anew does.
 */
export const ProducedDocument = z.strictObject({
  id: Id,
  kind: DocumentKind,
  format: ProducedFormat,
  fileName: z.string(),
  sha256: z.string(),
  sizeBytes: z.int(),
  /** Null for what has no pages before a program lays it out. */
  pageCount: z.int().nullable(),
  /** Instant, ISO 8601 in UTC. */
  producedAt: z.string(),
  producedBy: z.string(),
  /** Faults and warnings of the checker; empty: sound; null: not checked, as everything that is not a PDF. */
  faults: ProducedFaults.nullable(),
  checking: Checking.nullable(),
})
export type ProducedDocument = z.infer<typeof ProducedDocument>

export const documents = {
  'documents.render': long('reads', () => [DocumentSubject, RenderedDocument]),
  /** Documents of a meeting that left, newest first. They are not undone, and survive. */
  'documents.produced': read(() => [z.strictObject({ meetingId: Id }), z.array(ProducedDocument)]),
  /** The checker's verdict on the very bytes that left; waited for while it is at work. `isToCome`: it could not be now. */
  'documents.verdict': long('reads', () => [
    z.strictObject({ producedId: Id }),
    z.strictObject({ faults: ProducedFaults.nullable(), isToCome: z.boolean() }),
  ]),
}
