// Wire: the messages between the shell (main process), the core process and job processes; never seen by the window.
import type { ReadFile } from '../domain/draft.ts'
import type { ErrorCode } from './errors.ts'
import type { CoreEvent, Output } from './index.ts'
import type { Envelope } from './method.ts'

/** What the shell asks of the core besides the contract: here, and only here, paths travel. */
export type InternalCalls = {
  setCopyFolder: { input: { path: string }; output: Output<'settings.copies'> }
  takeOver: { input: { path: string }; output: { meetings: number } }
  addAttachmentFiles: {
    input: { meetingId: string; itemId: string | null; paths: readonly string[] }
    output: Output<'attachments.list'>
  }
  attachmentFile: { input: { id: string }; output: { path: string; fileName: string } }
  proposedFileName: { input: { meetingId: string; kind: 'minutes' | 'agenda' }; output: { fileName: string } }
  /** Renders and writes atomically (temporary file, fsync, rename). */
  writeDocument: {
    input: { meetingId: string; kind: 'minutes' | 'agenda'; path: string }
    output: { sha256: string; path: string }
  }
}
export type InternalCall = keyof InternalCalls

/** Work done off the core, in a process that can be killed. Jobs get bytes or a finished backup, never the live database. */
export type Jobs = {
  readFile: { input: { fileName: string; bytes: Uint8Array; today: string }; output: ReadFile }
  /** `model` is a document model of electron/documents; answers the finished PDF. */
  renderPdf: { input: { model: unknown }; output: { bytes: Uint8Array; pageCount: number } }
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
