// Contract of documents: render a meeting's paper, preview those very bytes, save them, open and show them.
import { z } from 'zod'
import { Bytes, Id } from '../domain/ids.ts'
import { long, shell } from './method.ts'

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
  'signInSheet',
  'nameCards',
  'welcomeList',
])
export type MeetingDocumentKind = z.infer<typeof MeetingDocumentKind>

export const DocumentKind = z.enum([...MeetingDocumentKind.options])
export type DocumentKind = z.infer<typeof DocumentKind>

/** Which document, of what. */
export const DocumentSubject = z.union([z.strictObject({ kind: MeetingDocumentKind, meetingId: Id })])
export type DocumentSubject = z.infer<typeof DocumentSubject>

export const DocumentFormat = z.enum(['pdf', 'docx', 'odt', 'html'])
export type DocumentFormat = z.infer<typeof DocumentFormat>

/** In which formats a document can be saved: those that a colleague corrects or publishes also flow. */
export function formatsOf(kind: DocumentKind): readonly DocumentFormat[] {
  return kind === 'minutes' || kind === 'agenda' || kind === 'timedAgenda' ? DocumentFormat.options : ['pdf']
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
export const SavedDocument = z.strictObject({ token: Id, fileName: z.string() })
export type SavedDocument = z.infer<typeof SavedDocument>

/** One fault that the checker found in a PDF we composed; `page` from 1, null for the whole document. */
export const DocumentFault = z.strictObject({ fault: z.string(), page: z.int().min(1).nullable() })
export type DocumentFault = z.infer<typeof DocumentFault>

export const documents = {
  'documents.render': long(DocumentSubject, RenderedDocument),
  /** Examines the PDF as it would be saved now: structure, accessibility, reading order; no fault = sound. */
  'documents.check': long(
    DocumentSubject,
    z.strictObject({ sha256: z.string(), faults: z.array(DocumentFault) }),
  ),
  /** Asks where, writes atomically; null when given up. */
  'documents.save': shell(DocumentSubject, SavedDocument.nullable()),
  'documents.open': shell(z.strictObject({ token: Id }), z.strictObject({})),
  'documents.reveal': shell(z.strictObject({ token: Id }), z.strictObject({})),
}
