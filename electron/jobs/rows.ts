import type { ErrorCode } from '../contract/errors.ts'
import type { JobName } from '../contract/wire.ts'
import { HANDING_MS } from '../domain/dispatch/sending.ts'

export type JobRow = {
  /** It is ended after this long. */
  timeMs: number
  /**
   * Before that, once a processor worked so long for it, or had hardly anything to do in twice as long: what protects from files
   * made to hold a desk up must not refuse an honest one to a desk that is slow, has other work, or slept meanwhile.
   */
  processorMs?: number
  /** The failure of one that ran out of its time. */
  late: ErrorCode
  /** The failure of one whose process died of it. */
  died: ErrorCode
  /**
   * `own`: a process ends with its job. `reused`: it waits a moment for the next job of any that are reused. `kept`: one
   * process takes every job of its kind, one after the other, because starting it costs more than its work, and waits a
   * minute for the next: longer, its memory would be missed more than its start.
   */
  process: 'own' | 'reused' | 'kept'
}

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** Of a processor; a desk that has other work may give it a thirtieth of one. */
const ofProcessor = (processorMs: number) => ({ processorMs, timeMs: 30 * processorMs })

/** Reads what somebody gave: a reader is late or dies because of its file. */
const given = {
  late: 'file-unreadable-in-time',
  died: 'file-damaged',
  process: 'reused',
} as const
const reader = { ...given, ...ofProcessor(20 * SECOND) }
/** Makes something of our own data: there is nobody else to blame. */
const own = { late: 'unexpected', died: 'unexpected', process: 'reused' } as const
const maker = { ...own, ...ofProcessor(MINUTE) }
/** Opens copies of the database: one of ten years within seconds, but the disk may be slow. */
const examiner = { ...own, timeMs: 10 * MINUTE } as const
/** Reads or writes the files of ten years, on a server that may be slow; what knew a passphrase forgets it with its process. */
const carrier = { ...own, timeMs: HOUR, process: 'own' } as const

/** The one table of jobs; what each does is in workers.ts, which the core does without. */
export const jobs: Readonly<Record<JobName, JobRow>> = {
  readFile: reader,
  readScan: {
    ...given,
    // A hundred pages on a slow desk; whoever waits can end it. What it took, a gigabyte at most, goes with its process.
    timeMs: HOUR,
    process: 'own',
  },
  recogniseFile: reader,
  readMail: reader,
  readRemarks: reader,
  readMemberRemarks: reader,
  writeMemberFolder: maker,
  placeRemarks: reader,
  readReview: reader,
  readDelivery: {
    ...given,
    // A year of the JO on a slow disk; whoever waits can end it.
    timeMs: 4 * HOUR,
  },
  readWatchList: { ...reader, ...ofProcessor(MINUTE) },
  gatherOldFiles: {
    ...given,
    // Four gigabytes from a slow stick; whoever waits can end it.
    timeMs: 2 * HOUR,
  },
  readDirectory: reader,
  readSheet: reader,
  readReport: reader,
  writeSheet: maker,
  writeSpreadsheet: maker,
  readSignatures: reader,
  readNotebook: reader,
  writeNotebook: maker,
  readTemplate: reader,
  readLogo: reader,
  // A process that dies of it cannot read the file.
  checkPdf: { ...maker, died: 'file-damaged' },
  renderFlowing: maker,
  renderPdf: {
    ...maker,
    process: 'kept',
  },
  examineAnnexes: { ...reader, ...ofProcessor(30 * SECOND) },
  // Twenty annexes of 2 MB take two seconds; a book of the largest weight takes much longer.
  buildMeetingBook: { ...reader, ...ofProcessor(3 * MINUTE), process: 'own' },
  cleanPicture: reader,
  sendMail: {
    // What became of one that is cut off here is not known.
    timeMs: HANDING_MS,
    late: 'mail-perhaps-left',
    died: 'mail-perhaps-left',
    process: 'own',
  },
  drawPicture: maker,
  // What knew a password forgets it with its process.
  copyTeam: carrier,
  spelling: { ...maker, ...ofProcessor(10 * SECOND), process: 'kept' },
  writeProfile: {
    ...carrier,
    // Ten years with gigabytes of attachments, on a slow disk; whoever waits can end it.
    timeMs: 4 * HOUR,
  },
  readProfile: {
    ...carrier,
    timeMs: 4 * HOUR,
  },
  writeArchive: {
    ...carrier,
    timeMs: 30 * MINUTE,
  },
  verifyParcel: {
    ...carrier,
    timeMs: 30 * MINUTE,
  },
  checkBackup: examiner,
  readPages: examiner,
  finishBackup: examiner,
  verifyBackup: {
    ...examiner,
    timeMs: 15 * MINUTE,
  },
  checkStore: carrier,
  bringBackFiles: carrier,
  makeEncryptionKey: {
    ...carrier,
    // A slow machine takes its time over a key.
    timeMs: 2 * MINUTE,
  },
  changeEncryptionKey: {
    ...carrier,
    timeMs: 2 * MINUTE,
  },
  openEncryptionKey: {
    ...carrier,
    timeMs: 2 * MINUTE,
  },
  encryptFiles: carrier,
  decrypt: carrier,
  verifyEncrypted: carrier,
  lookInside: examiner,
  countCopy: {
    ...examiner,
    late: 'not-a-backup',
    died: 'not-a-backup',
  },
  finishFolder: {
    ...examiner,
    late: 'not-a-backup',
    died: 'not-a-backup',
  },
  mergeCopies: {
    ...examiner,
    late: 'merge-refused',
    died: 'merge-refused',
  },
  markBackup: examiner,
  surveyDatabase: {
    ...examiner,
    timeMs: 20 * SECOND,
  },
  prepareReading: examiner,
  readTables: examiner,
  finishReading: examiner,
}
