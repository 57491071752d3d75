// Messages between the shell (main process), the core and job processes; no window has them.

import type { ReadReport } from '../domain/attendance/report.ts'
import type { SheetAnswers } from '../domain/attendance/sheet.ts'
import type { ReadSheet } from '../domain/attendance/sheet-draft.ts'
import type { DataMark } from '../domain/data/backup.ts'
import type { Reading, ReadTable } from '../domain/data/recovery.ts'
import type { Mail } from '../domain/dispatch/mail.ts'
import type { ImageType } from '../domain/documents/letterhead.ts'
import type { AnnexFate } from '../domain/documents/meeting-book.ts'
import type { TemplateFields, TemplateKind } from '../domain/documents/word-template.ts'
import type { Settled } from '../domain/managed/policies.ts'
import type { RemarkPlace } from '../domain/minutes/pdf-differences.ts'
import type { PdfRemark, PdfReview } from '../domain/minutes/pdf-review.ts'
import type { SignedCopy } from '../domain/minutes/signed-copy.ts'
import type { WordReview } from '../domain/minutes/word-review.ts'
import type { DirectoryDraft } from '../domain/people/directory-draft.ts'
import type { KnownPersons } from '../domain/people/same-person.ts'
import type { ReadNotebook } from '../domain/session/notebook.ts'
import type { RichImageFields } from '../domain/text/rich-text.ts'
import type { BuiltProjection } from './attachments.ts'
import type { MovedData } from './data-place.ts'
import type { DocumentFault } from './document-faults.ts'
import type { DocumentFormat } from './documents.ts'
import type { ErrorCode, Failure } from './errors.ts'
import type { Merged, MergeOrder, SourceCounts } from './hand-over.ts'
import type { CoreEvent, Output, Parsed } from './index.ts'
import type { Envelope } from './method.ts'
import type { PresenterView } from './presenter.ts'
import type { StoredSurvey } from './recovery.ts'
import type { FileFormat, FileToSave } from './saved-files.ts'
import type { BackupJobs } from './wire-backups.ts'
import type { CommandEnded, CommandTyped } from './wire-command.ts'
import type { ImportJobs } from './wire-imports.ts'
import type { FileCalls, FileJobs } from './wire-kept-files.ts'
import type { OldFilesCalls, OldFilesJobs } from './wire-old-files.ts'
import type { SendingCalls, SendingJobs } from './wire-sending.ts'
import type { TeamCalls, TeamJobs } from './wire-team.ts'
import type { DeliveryCalls, DeliveryJobs, WatchListCalls, WatchListJobs } from './wire-watch.ts'

/** Calls of the shell to the core besides the contract: here, and only here, paths travel. */
export type InternalCalls = DeliveryCalls &
  WatchListCalls &
  OldFilesCalls &
  SendingCalls &
  TeamCalls &
  FileCalls & {
    setCopyFolder: { input: { path: string }; output: Output<'settings.copies'> }
    setHandOverFolder: { input: { path: string }; output: Output<'handOver.writer'> }
    /** Copies the data into a folder of their own in `into` and leaves the present one; `folder` is opened next. */
    moveData: { input: { into: string; name: string }; output: MovedData & { folder: string } }
    addAttachmentFiles: {
      input: Parsed<'attachments.choose'> & { paths: readonly string[] }
      output: NonNullable<Output<'attachments.choose'>>
    }
    /** Where a kept file lies and a name that every system takes; `file-not-opened`, `file-refused` by domain/documents/opening. */
    attachmentFile: KeptFileCall
    subjectFile: KeptFileCall
    signedCopy: KeptFileCall
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
    /** Once a day, where somebody asked for it: how much is due today, and how much was before. */
    dueNotice: { input: Record<string, never>; output: { due: number; late: number } | null }
    presenterView: { input: { meetingId: string }; output: PresenterView }
    /** One chart as it goes to the clipboard. */
    chartBytes: { input: Parsed<'yearlyReport.copyChart'>; output: { bytes: Uint8Array } }
    /** The item of each picture that nobody described, in a document about to leave; empty of no item. */
    undescribedPictures: { input: { subject: FileToSave }; output: { items: string[] } }
    proposedFileName: { input: { subject: FileToSave }; output: { fileName: string } }
    /**
     * Renders and writes atomically (temporary file, fsync, rename); records a document, and the check of its PDF goes on
     * meanwhile.
     */
    writeDocument: {
      input: { subject: FileToSave; format: FileFormat; path: string }
      output: { producedId: string | null; path: string; besideName: string | null }
    }
    /** The minutes as Word and as PDF, `base` with each extension: both are written and recorded, or neither. */
    writeDraft: {
      input: { meetingId: string; base: string }
      output: Record<'docx' | 'pdf', { producedId: string | null; path: string }>
    }
    /** A message that was sent, as it was kept. */
    writeSentMessage: { input: { id: string; path: string }; output: { path: string } }
    /** Writes every document of a message into a folder that is empty. */
    writeDispatchDocuments: { input: { id: string; folder: string }; output: { fileCount: number } }
    dispatchText: { input: Parsed<'dispatch.copy'>; output: { text: string } }
    setSharedFolder: { input: { path: string }; output: Output<'dispatch.sharedFolder'> }
  }
type KeptFileCall = {
  input: { id: string; to: 'open' | 'export' }
  output: { path: string; fileName: string }
}
export type InternalCall = keyof InternalCalls

/** Bytes of the pictures that a document model shows. */
export type ImageBytes = readonly { sha256: string; bytes: Uint8Array }[]

/** Work off the core, in a process that can be killed: it gets bytes, kept files or a finished backup, never the live database. */
export type Jobs = BackupJobs &
  DeliveryJobs &
  WatchListJobs &
  OldFilesJobs &
  SendingJobs &
  TeamJobs &
  FileJobs &
  ImportJobs & {
    readMail: { input: { fileName: string; bytes: Uint8Array }; output: Mail }
    readSheet: { input: { fileName: string; bytes: Uint8Array }; output: ReadSheet }
    readReport: { input: { bytes: Uint8Array }; output: ReadReport }
    writeSheet: {
      input: { answers: SheetAnswers; body: { name: string; email: string } }
      output: { bytes: Uint8Array }
    }
    /** `sheets` are those of documents/spreadsheet; a csv holds the first one. */
    writeSpreadsheet: { input: { sheets: unknown; format: 'csv' | 'xlsx' }; output: { bytes: Uint8Array } }
    /** A notebook that came back, not yet matched with any agenda. */
    /** Of a PDF that must begin with the sealed bytes. */
    readSignatures: {
      input: { bytes: Uint8Array; sealed: Uint8Array }
      output: Pick<SignedCopy, 'signatures' | 'areAppendedRead'>
    }
    readNotebook: { input: { fileName: string; bytes: Uint8Array }; output: ReadNotebook }
    /** `model` is the notebook of documents/notebook. */
    writeNotebook: { input: { model: unknown; format: 'docx' | 'txt' }; output: { bytes: Uint8Array } }
    /** A Word file that came back: its paragraphs before and after, with authors and comments. */
    /** A PDF that came back: what was written on its pages. */
    readRemarks: { input: { bytes: Uint8Array }; output: PdfReview }
    /** Where they stand in the paragraphs that were sent. */
    placeRemarks: {
      input: { texts: readonly string[]; remarks: readonly PdfRemark[] }
      output: (RemarkPlace | null)[]
    }
    readReview: { input: { fileName: string; bytes: Uint8Array }; output: WordReview }
    /** Rows of a received list of persons, matched with the directory as it is now. */
    readDirectory: {
      input: { fileName: string; bytes: Uint8Array; directory: KnownPersons }
      output: DirectoryDraft
    }
    /**
     * `model` is a document model of electron/documents; returns the finished PDF. `undrawn`: each sign that no font has,
     * printed as □, with how often when more than once ("😀", "日 × 3"); empty when every sign is drawn.
     */
    renderPdf: {
      input: { model: unknown; images: ImageBytes }
      output: { bytes: Uint8Array; pageCount: number; undrawn: string[] }
    }
    /** Faults of a PDF of ours, see documents/check. */
    checkPdf: {
      input: { bytes: Uint8Array; model: unknown; undrawn: readonly string[] }
      output: { faults: DocumentFault[] }
    }
    /** The same model as a file that flows; only minutes and agendas do. */
    renderFlowing: {
      input: {
        model: unknown
        images: ImageBytes
        format: Exclude<DocumentFormat, 'pdf'>
        /** A Word file that a Word export fills; null for our own look. */
        template: Uint8Array | null
      }
      output: { bytes: Uint8Array }
    }
    /** Decides how annexes enter the dossier de séance; their files are of the store, which never change. */
    examineAnnexes: {
      input: { files: readonly { path: string; sha256: string; fileName: string }[] }
      output: { fates: AnnexFate[] }
    }
    /**
     * The dossier de séance: `model` is its document model, files are those of the store, read and checked here so that
     * large ones do not travel. With `zipPath` what goes in the zip is written there. `spoilt`: numbers of annexes that
     * cannot go where they were to go; there is no book then.
     */
    buildMeetingBook: {
      input: {
        model: unknown
        images: ImageBytes
        files: readonly {
          number: number
          goes: Exclude<AnnexFate['goes'], 'missing'>
          outName: string
          path: string
          sha256: string
        }[]
        zipPath: string | null
      }
      output: { bytes: Uint8Array; pageCount: number; spoilt: number[] }
    }
    /** A PNG or JPEG of a rich text: found whole, and rid of all that is not seen (place, author, date). */
    cleanPicture: {
      input: { bytes: Uint8Array }
      output: Pick<RichImageFields, 'mediaType' | 'width' | 'height'> & { bytes: Uint8Array }
    }
    /** A logo's picture: its size, and the bytes to keep, a drawing written again from what is harmless in it. */
    readLogo: {
      input: { bytes: Uint8Array }
      output: { bytes: Uint8Array; mediaType: ImageType; width: number; height: number }
    }
    /** The named fields of a Word template. */
    readTemplate: { input: { bytes: Uint8Array; kind: TemplateKind }; output: TemplateFields }
    /** A drawing of ours as a PNG. */
    drawPicture: { input: { svg: Uint8Array }; output: { bytes: Uint8Array } }
    /** Words looked up in the dictionary; its process is kept. `misspelt` in the order asked, `suggestions` best first. */
    spelling: {
      input: { check: readonly string[]; suggest?: { word: string; most: number } }
      output: { misspelt: string[]; suggestions: string[] }
    }
    /** Counts a finished copy, and which of its files lie whole in the store of a folder. */
    countCopy: { input: { path: string; storeFolder: string }; output: SourceCounts }
    /** A finished file made of a copied data folder, its log played in; the folder is only read. */
    finishFolder: { input: { from: string; into: string }; output: { path: string } }
    /** Merges two finished copies in a folder of its own; returns what differs, and the result once all is chosen. */
    mergeCopies: { input: MergeOrder; output: Merged & { path: string | null } }
    /** Which data a finished copy holds and how new they are; null for one that is not ours or too old to say. */
    markBackup: {
      input: { path: string }
      output: DataMark | null
    }
    /** Facts of a database file opened read-only; all null when it cannot be read at all. */
    surveyDatabase: { input: { path: string }; output: StoredSurvey }
    /** Copies of the damaged files made readable in the folder `work`; null when nothing of them can be found again. */
    prepareReading: {
      input: { dataFolder: string; work: string; backup: string | null }
      output: {
        tables: readonly string[]
        version: number
        schemaLent: boolean
        suspects: readonly string[]
      } | null
    }
    /** Reads as many of the tables as fit in a second or so; returns those. */
    readTables: {
      input: { work: string; tables: readonly string[]; suspects: readonly string[] }
      output: ReadTable[]
    }
    /** Completes, checks and reports; afterwards the result can take the place of the data. */
    finishReading: {
      input: {
        work: string
        outcomes: readonly ReadTable[]
        version: number
        schemaLent: boolean
        backupAt: string | null
        now: string
      }
      output: Reading
    }
  }
export type JobName = keyof Jobs
/** How far one job is. */
export type JobProgress = { id: number; done: number; total: number }
export type JobResult<N extends JobName = JobName> =
  | { ok: true; value: Jobs[N]['output'] }
  | ({ ok: false; message?: string } & Pick<Failure, 'code' | 'limit'>)

export type JobOptions = {
  /** Ends the job, and the process that works on it. */
  signal?: AbortSignal | undefined
  /** Told how far the job is, as often as it says so. */
  onProgress?: (done: number, total: number) => void
}

/** How the core has jobs done: by the shell's utility processes, or by plain child processes without a window. */
export type RunJob = <N extends JobName>(
  name: N,
  input: Jobs[N]['input'],
  options?: JobOptions,
) => Promise<Jobs[N]['output']>

export type ToCore =
  /** May be sent again after `open-failed`. */
  | { type: 'open'; dataDir: string; who: string; settled: Settled; isPlaceUnsure: boolean }
  /** Without `seen` it is the shell's own. */
  | { type: 'call'; id: number; method: string; input: unknown; seen?: number | null }
  /** Null: unknown. */
  | { type: 'password'; password: string | null }
  | { type: 'internal'; id: number; name: InternalCall; input: unknown }
  | { type: 'job-said'; process: number; message: FromJob }
  | { type: 'job-gone'; process: number; why: string; hasBegun: boolean }
  | { type: 'job-measured'; id: number; processorMs: number | null }
  | { type: 'close' }
  | CommandTyped

export type FromCore =
  | { type: 'opened' }
  | { type: 'open-failed'; code: ErrorCode }
  /** Of this account, to open a team's base. */
  | { type: 'password-wanted'; account: string }
  | { type: 'reply'; id: number; envelope: Envelope<unknown> }
  | { type: 'event'; event: CoreEvent }
  /** Job processes are the core's; the shell starts them and carries words. */
  | { type: 'job-start'; process: number; name: JobName }
  | { type: 'job-ask'; process: number; message: ToJob }
  | { type: 'job-kill'; process: number }
  /** How long a processor has worked for it. */
  | { type: 'job-measure'; process: number; id: number }
  | { type: 'closed' }
  | CommandEnded

/** Core → job process, one job at a time. */
export type ToJob = { id: number; name: JobName; input: unknown }
export type FromJob = { id: number; result: JobResult } | JobProgress
