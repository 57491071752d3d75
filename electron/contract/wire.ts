// Wire: the messages between the shell (main process), the core process and job processes; never seen by the window.
import type { DirectoryDraft } from '../domain/directory-draft.ts'
import type { ReadFile } from '../domain/draft.ts'
import type { Mail } from '../domain/mail.ts'
import type { KnownPersons } from '../domain/same-person.ts'
import type { SheetAnswers } from '../domain/sheet.ts'
import type { ReadSheet } from '../domain/sheet-draft.ts'
import type { BuiltProjection } from './attachments.ts'
import type { DocumentFault, DocumentFormat, DocumentSubject } from './documents.ts'
import type { ErrorCode } from './errors.ts'
import type { CoreEvent, Output, Parsed } from './index.ts'
import type { Envelope } from './method.ts'

/** What the shell asks of the core besides the contract: here, and only here, paths travel. */
export type InternalCalls = {
  setCopyFolder: { input: { path: string }; output: Output<'settings.copies'> }
  takeOver: { input: { path: string }; output: { meetings: number } }
  addAttachmentFiles: {
    input: Parsed<'attachments.choose'> & { paths: readonly string[] }
    output: Output<'attachments.choose'>
  }
  attachmentFile: { input: { id: string }; output: { path: string; fileName: string } }
  subjectFile: { input: { id: string }; output: { path: string; fileName: string } }
  sheetFileName: { input: { subjectId: string | null }; output: { fileName: string } }
  writeSheet: { input: { subjectId: string | null; path: string }; output: { path: string } }
  /** Where this meeting's folder goes (null = never asked), its slides, and the PDF that a former build made of each. */
  projectionPlan: {
    input: { meetingId: string }
    output: {
      place: string | null
      slides: { attachmentId: string; name: string; path: string; pdfPath: string | null }[]
    }
  }
  buildProjection: {
    input: {
      meetingId: string
      place: string
      withPdf: boolean
      pdfs: readonly { attachmentId: string; path: string }[]
    }
    output: Omit<BuiltProjection, 'notConverted' | 'canConvert'>
  }
  projectionFolder: { input: { meetingId: string }; output: { path: string } }
  proposedFileName: { input: { subject: DocumentSubject }; output: { fileName: string } }
  /** Renders and writes atomically (temporary file, fsync, rename). */
  writeDocument: {
    input: { subject: DocumentSubject; format: DocumentFormat; path: string }
    output: { sha256: string; path: string }
  }
  agendaVersionName: { input: { id: string }; output: { fileName: string } }
  /** Writes the kept bytes of a published version, atomically. */
  writeAgendaVersion: { input: { id: string; path: string }; output: { path: string } }
  dispatchMessageName: { input: { id: string }; output: { fileName: string } }
  /** Writes the message, atomically: of a draft as it would go out now, of what was sent as it was kept. */
  writeDispatchMessage: { input: { id: string; path: string }; output: { path: string } }
  /** The same as `writeDispatchMessage`, of what was sent only. */
  writeSentMessage: { input: { id: string; path: string }; output: { path: string } }
  /** Writes every document of a message into a folder that is empty. */
  writeDispatchDocuments: { input: { id: string; folder: string }; output: { fileCount: number } }
  /** What is copied to the clipboard. */
  dispatchText: { input: Parsed<'dispatch.copy'>; output: { text: string } }
  setSharedFolder: { input: { path: string }; output: Output<'dispatch.sharedFolder'> }
}
export type InternalCall = keyof InternalCalls

/** Bytes of the pictures that a document model shows. */
export type ImageBytes = readonly { sha256: string; bytes: Uint8Array }[]

/** Work done off the core, in a process that can be killed. Jobs get bytes or a finished backup, never the live database. */
export type Jobs = {
  readFile: { input: { fileName: string; bytes: Uint8Array; today: string }; output: ReadFile }
  readMail: { input: { fileName: string; bytes: Uint8Array }; output: Mail }
  readSheet: { input: { fileName: string; bytes: Uint8Array }; output: ReadSheet }
  writeSheet: {
    input: { answers: SheetAnswers; body: { name: string; email: string } }
    output: { bytes: Uint8Array }
  }
  /** Rows of a received list of persons, matched with the directory as it is now. */
  readDirectory: {
    input: { fileName: string; bytes: Uint8Array; directory: KnownPersons }
    output: DirectoryDraft
  }
  /** `model` is a document model of electron/documents; answers the finished PDF. */
  renderPdf: {
    input: { model: unknown; images: ImageBytes }
    output: { bytes: Uint8Array; pageCount: number }
  }
  /** What is wrong with a PDF of ours, see documents/check. */
  checkPdf: { input: { bytes: Uint8Array; model: unknown }; output: { faults: DocumentFault[] } }
  /** The same model as a file that flows; only minutes and agendas do. */
  renderFlowing: {
    input: { model: unknown; images: ImageBytes; format: Exclude<DocumentFormat, 'pdf'> }
    output: { bytes: Uint8Array }
  }
  /** Opens a finished backup read-only and checks it whole. */
  checkBackup: {
    input: { path: string }
    output: { sound: boolean; meetings: number; schemaVersion: number }
  }
}
export type JobName = keyof Jobs
export type JobResult<N extends JobName = JobName> =
  | { ok: true; value: Jobs[N]['output'] }
  | { ok: false; code: ErrorCode; message?: string }

/** How the core has jobs done: by the shell's utility processes, or by plain child processes without a window. */
export type RunJob = <N extends JobName>(
  name: N,
  input: Jobs[N]['input'],
  options?: { timeoutMs?: number; signal?: AbortSignal },
) => Promise<Jobs[N]['output']>

export type ToCore =
  /** `replaceWith`: a backup to put in place of the data if, and only if, these turn out to be damaged. */
  | { type: 'open'; dataDir: string; who: string; replaceWith?: string }
  | { type: 'call'; id: number; method: string; input: unknown }
  | { type: 'internal'; id: number; name: InternalCall; input: unknown }
  | { type: 'job-done'; id: number; result: JobResult }
  | { type: 'close' }

export type FromCore =
  | { type: 'opened' }
  | { type: 'open-failed'; code: ErrorCode }
  | { type: 'reply'; id: number; envelope: Envelope<unknown> }
  | { type: 'event'; event: CoreEvent }
  | { type: 'job'; id: number; name: JobName; input: unknown; timeoutMs: number }
  | { type: 'job-cancel'; id: number }
  | { type: 'closed' }

/** Main or core → job process. One job process works on one job at a time. */
export type ToJob = { id: number; name: JobName; input: unknown }
export type FromJob = { id: number; result: JobResult }
