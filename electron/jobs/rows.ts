import { AppError, type ErrorCode } from '../contract/errors.ts'
import type { JobName, Jobs } from '../contract/wire.ts'
import type { CarriedIn } from '../imports/own-file.ts'

export type Progress = (done: number, total: number) => void

export type JobRow<N extends JobName> = {
  /** Called in a process of its own. */
  work(input: Jobs[N]['input'], onProgress: Progress): Promise<Jobs[N]['output']>
  /** It is ended after this long. */
  timeMs: number
  /** The failure of one that ran out of its time. */
  late: ErrorCode
  /** The failure of one whose process died of it. */
  died: ErrorCode
  /**
   * `own`: a process ends with its job. `reused`: it waits a moment for the next job of its kind. `kept`: one process takes
   * every job of its kind, one after the other, because starting it costs more than its work.
   */
  process: 'own' | 'reused' | 'kept'
}

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** Reads what somebody gave: a reader is late or dies because of its file. */
const reader = {
  timeMs: 20 * SECOND,
  late: 'file-unreadable-in-time',
  died: 'file-damaged',
  process: 'reused',
} as const
/** Makes something of our own data: there is nobody else to blame. */
const maker = { timeMs: MINUTE, late: 'unexpected', died: 'unexpected', process: 'reused' } as const
/** Opens copies of the database: one of ten years within seconds, but the disk may be slow. */
const examiner = { ...maker, timeMs: 10 * MINUTE } as const
/** Reads or writes the files of ten years, on a server that may be slow; what knew a passphrase forgets it with its process. */
const carrier = { ...maker, timeMs: HOUR, process: 'own' } as const

/** The documents, which are much to load, are asked only of a file that may be one of them. */
const carriedIn: CarriedIn = async (file) => {
  const { mayCarry } = await import('../imports/own-file.ts')
  return mayCarry(file) ? (await import('../documents/read-back.ts')).carriedIn(file) : null
}

/** The one table of jobs; what they need is loaded by the first of its kind in a process. */
export const jobs: { readonly [N in JobName]: JobRow<N> } = {
  readFile: {
    ...reader,
    work: async (input) => (await import('../imports/read-file.ts')).readFile(input, carriedIn),
  },
  recogniseFile: {
    ...reader,
    work: async (input) => (await import('../imports/recognise-file.ts')).recogniseFile(input, carriedIn),
  },
  readMail: {
    ...reader,
    work: async (input) => (await import('../imports/mail/read-mail.ts')).readMail(input),
  },
  readRemarks: {
    ...reader,
    work: async (input) => (await import('../imports/pdf/remarks.ts')).readRemarks(input),
  },
  readMemberRemarks: {
    ...reader,
    work: async (input) => (await import('../imports/member-remarks.ts')).readMemberRemarks(input),
  },
  writeMemberFolder: {
    ...maker,
    work: async (input) => (await import('../documents/member-folder/write.ts')).writeMemberFolder(input),
  },
  placeRemarks: {
    ...reader,
    work: async ({ texts, remarks }) =>
      (await import('../domain/minutes/pdf-differences.ts')).remarkPlaces(texts, remarks),
  },
  readReview: {
    ...reader,
    work: async (input) => (await import('../imports/word-review/read-review.ts')).readReview(input),
  },
  readDelivery: {
    ...reader,
    // A year of the JO on a slow disk; whoever waits can end it.
    timeMs: 4 * HOUR,
    work: async (input, onProgress) =>
      (await import('../imports/dila/read-delivery.ts')).readDelivery(input, onProgress),
  },
  readWatchList: {
    ...reader,
    timeMs: MINUTE,
    work: async (input) => (await import('../imports/watch-list/read-list.ts')).readList(input),
  },
  gatherOldFiles: {
    ...reader,
    // Four gigabytes from a slow stick; whoever waits can end it.
    timeMs: 2 * HOUR,
    work: async (input, onProgress) =>
      (await import('../features/imports/old-files/gather.ts')).gatherFiles(input, onProgress),
  },
  readDirectory: {
    ...reader,
    work: async (input) => (await import('../imports/directory/read-directory.ts')).readDirectory(input),
  },
  readSheet: {
    ...reader,
    work: async (input) => (await import('../imports/sheet/sheet-draft.ts')).sheetDraft(input),
  },
  readReport: {
    ...reader,
    work: async (input) => (await import('../imports/attendance-report/read-report.ts')).readReport(input),
  },
  writeSheet: {
    ...maker,
    work: async ({ answers, body }) => ({
      bytes: await (await import('../documents/sheet/sheet.ts')).writeSheet(answers, body),
    }),
  },
  writeSpreadsheet: {
    ...maker,
    async work({ sheets, format }) {
      const { Sheet } = await import('../documents/spreadsheet/sheet.ts')
      const { writeSpreadsheet } = await import('../documents/spreadsheet/write.ts')
      return { bytes: writeSpreadsheet(Sheet.array().min(1).parse(sheets), format) }
    },
  },
  readSignatures: {
    ...reader,
    work: async ({ bytes, sealed }) =>
      (await import('../imports/signed/read-signatures.ts')).readSignatures(bytes, sealed),
  },
  readNotebook: {
    ...reader,
    work: async (input) => (await import('../imports/notebook/read-notebook.ts')).readNotebook(input),
  },
  writeNotebook: {
    ...maker,
    work: async ({ model, format }) => ({
      bytes: await (await import('../documents/notebook/notebook.ts')).writeNotebook(model, format),
    }),
  },
  readTemplate: {
    ...reader,
    work: async ({ bytes }) => (await import('../documents/word/template.ts')).fieldsOfTemplate(bytes),
  },
  readLogo: {
    ...reader,
    async work({ bytes }) {
      const { readLogo } = await import('../imports/logo/read-logo.ts')
      const { isDrawable } = await import('../documents/pdf/drawable.ts')
      const logo = readLogo(bytes)
      // A picture that documents could not draw would keep every one of them from being made.
      if (!isDrawable(logo.bytes)) throw new AppError('file-damaged')
      return logo
    },
  },
  checkPdf: {
    ...maker,
    work: async ({ bytes, model, undrawn }) => ({
      faults: await (await import('../documents/check/check-pdf.ts')).checkPdf(bytes, model, undrawn),
    }),
  },
  renderFlowing: {
    ...maker,
    work: async ({ model, format, images, template }) => ({
      bytes: await (await import('../documents/flowing.ts')).renderFlowing(model, format, images, template),
    }),
  },
  renderPdf: {
    ...maker,
    process: 'kept',
    work: async ({ model, images }) =>
      (await import('../documents/pdf/render.ts')).renderPdf(model, { images }),
  },
  examineAnnexes: {
    ...reader,
    timeMs: 30 * SECOND,
    work: async ({ files }) => ({
      fates: await (await import('../documents/meeting-book/build.ts')).examineAnnexes(files),
    }),
  },
  buildMeetingBook: {
    ...reader,
    // Twenty annexes of 2 MB take two seconds; a book of the largest weight on a slow disk takes much longer.
    timeMs: 3 * MINUTE,
    process: 'own',
    work: async (input) => (await import('../documents/meeting-book/build.ts')).buildMeetingBook(input),
  },
  cleanPicture: {
    ...reader,
    work: async ({ bytes }) => (await import('../imports/picture/clean-picture.ts')).cleanPicture(bytes),
  },
  handOver: {
    // A large message over a slow line; what became of one that is cut off here is not known.
    timeMs: 10 * MINUTE,
    late: 'mail-perhaps-left',
    died: 'mail-perhaps-left',
    process: 'own',
    work: async (input) => (await import('../mail/hand-over.ts')).handOver(input),
  },
  drawPicture: {
    ...maker,
    work: async ({ svg }) => ({
      bytes: (await (await import('../documents/svg-raster.ts')).rasterised(svg)).png,
    }),
  },
  spelling: {
    ...maker,
    timeMs: 10 * SECOND,
    process: 'kept',
    async work({ check, suggest }) {
      const { misspeltWords, suggestionsFor } = await import('../spelling/dictionary.ts')
      return {
        misspelt: await misspeltWords(check),
        suggestions: suggest === undefined ? [] : await suggestionsFor(suggest.word, suggest.most),
      }
    },
  },
  writeProfile: {
    ...carrier,
    // Ten years with gigabytes of attachments, on a slow disk; whoever waits can end it.
    timeMs: 4 * HOUR,
    work: async (input, onProgress) =>
      (await import('../features/backups/profile/write-profile.ts')).writeProfile(input, onProgress),
  },
  readProfile: {
    ...carrier,
    timeMs: 4 * HOUR,
    work: async (input, onProgress) =>
      (await import('../features/backups/profile/read-profile.ts')).readProfile(input, onProgress),
  },
  writeArchive: {
    ...carrier,
    timeMs: 30 * MINUTE,
    work: async ({ model, out, form }) =>
      (await import('../documents/meeting-archive/write.ts')).writeMeetingArchive(model, out, form),
  },
  verifyParcel: {
    ...carrier,
    timeMs: 30 * MINUTE,
    async work({ source }) {
      const { verifyParcel } = await import('../imports/parcel/open.ts')
      const { parcel, faults } = await verifyParcel(source, () => undefined)
      await parcel?.close()
      return {
        format: parcel?.manifest.format ?? null,
        files: parcel?.manifest.files.length ?? 0,
        faults,
      }
    },
  },
  checkBackup: {
    ...examiner,
    work: async ({ path }) => (await import('../db/copies/check.ts')).checkDatabase(path),
  },
  readPages: {
    ...examiner,
    work: async ({ path }) => (await import('../db/copies/check.ts')).readPages(path),
  },
  finishBackup: {
    ...examiner,
    work: async ({ path }) => (await import('../db/copies/check.ts')).finishCopy(path),
  },
  verifyBackup: {
    ...examiner,
    timeMs: 15 * MINUTE,
    work: async ({ path, healFrom }) => (await import('../db/copies/verify.ts')).verifyBackup(path, healFrom),
  },
  checkStore: {
    ...carrier,
    work: async ({ folder, files }, onProgress) =>
      (await import('../db/files/kept-files.ts')).checkStore(folder, files, onProgress),
  },
  bringBackFiles: {
    ...carrier,
    work: async (order, onProgress) =>
      (await import('../db/files/kept-files.ts')).bringBackFrom(order, onProgress),
  },
  makeEncryptionKey: {
    ...carrier,
    // A slow machine takes its time over a key.
    timeMs: 2 * MINUTE,
    work: async ({ passphrase, former }) =>
      (await import('../db/encryption/encryption.ts')).makeEncryptionKey(passphrase, former),
  },
  changeEncryptionKey: {
    ...carrier,
    timeMs: 2 * MINUTE,
    async work({ keys, current, next }) {
      const { lockKey, openOneOf } = await import('../db/encryption/encryption.ts')
      return lockKey((await openOneOf(keys, current)).identity, next)
    },
  },
  openEncryptionKey: {
    ...carrier,
    timeMs: 2 * MINUTE,
    work: async ({ keys, passphrase }) =>
      (await import('../db/encryption/encryption.ts')).openOneOf(keys, passphrase),
  },
  encryptFiles: {
    ...carrier,
    work: async (input, onProgress) => ({
      encrypted: await (await import('../db/encryption/encryption.ts')).encryptFiles(
        input.files,
        input.recipient,
        onProgress,
      ),
    }),
  },
  decrypt: {
    ...carrier,
    work: async (order, onProgress) =>
      (await import('../db/encryption/decrypt.ts')).decrypt(order, onProgress),
  },
  verifyEncrypted: {
    ...carrier,
    work: async (order, onProgress) =>
      (await import('../db/encryption/decrypt.ts')).verifyEncrypted(order, onProgress),
  },
  lookInside: {
    ...examiner,
    work: async ({ path }) => (await import('../db/copies/contents.ts')).backupContents(path),
  },
  countCopy: {
    ...examiner,
    late: 'not-a-backup',
    died: 'not-a-backup',
    work: async ({ path, storeFolder }) =>
      (await import('../db/copies/count-copy.ts')).countCopy(path, storeFolder),
  },
  finishFolder: {
    ...examiner,
    late: 'not-a-backup',
    died: 'not-a-backup',
    work: async ({ from, into }) => ({
      path: await (await import('../db/merge/finish-folder.ts')).finishFolder(from, into),
    }),
  },
  mergeCopies: {
    ...examiner,
    late: 'merge-refused',
    died: 'merge-refused',
    work: async (order) => (await import('../db/merge/run.ts')).mergeCopies(order),
  },
  markBackup: {
    ...examiner,
    work: async ({ path }) => (await import('../db/copies/check.ts')).markDatabase(path),
  },
  surveyDatabase: {
    ...examiner,
    timeMs: 20 * SECOND,
    work: async ({ path }) => (await import('../db/copies/survey.ts')).surveyDatabase(path),
  },
  prepareReading: {
    ...examiner,
    work: async ({ dataFolder, work, backup }) =>
      (await import('../db/salvage/prepare.ts')).prepareReading(dataFolder, work, backup),
  },
  readTables: {
    ...examiner,
    work: async ({ work, tables, suspects }) =>
      (await import('../db/salvage/read-tables.ts')).readTables(work, tables, suspects),
  },
  finishReading: {
    ...examiner,
    work: async (input) => (await import('../db/salvage/finish.ts')).finishReading(input),
  },
}
