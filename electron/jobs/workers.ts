import { AppError } from '../contract/errors.ts'
import type { JobName, Jobs } from '../contract/wire.ts'
import type { CarriedIn } from '../imports/own-file.ts'

export type Progress = (done: number, total: number) => void
/** Called in a process of its own. */
type Worker<N extends JobName> = (input: Jobs[N]['input'], onProgress: Progress) => Promise<Jobs[N]['output']>

/** The documents, which are much to load, are asked only of a file that may be one of them. */
const carriedIn: CarriedIn = async (file) => {
  const { mayCarry } = await import('../imports/own-file.ts')
  return mayCarry(file) ? (await import('../documents/read-back.ts')).carriedIn(file) : null
}

/** What each job does; what it needs is loaded by the first of its kind in a process. */
export const workers: { readonly [N in JobName]: Worker<N> } = {
  readFile: async (input) => (await import('../imports/read-file.ts')).readFile(input, carriedIn),
  readScan: async (input, onProgress) =>
    (await import('../imports/scan/read-scan.ts')).readScan(input, onProgress),
  recogniseFile: async (input) =>
    (await import('../imports/recognise-file.ts')).recogniseFile(input, carriedIn),
  readMail: async (input) => (await import('../imports/mail/read-mail.ts')).readMail(input),
  readRemarks: async (input) => (await import('../imports/pdf/remarks.ts')).readRemarks(input),
  readMemberRemarks: async (input) => (await import('../imports/member-remarks.ts')).readMemberRemarks(input),
  writeMemberFolder: async (input) =>
    (await import('../documents/member-folder/write.ts')).writeMemberFolder(input),
  placeRemarks: async ({ texts, remarks }) =>
    (await import('../domain/minutes/pdf-differences.ts')).remarkPlaces(texts, remarks),
  async readReview(input) {
    const { readReview } = await import('../imports/word-review/read-review.ts')
    // Names of parts stand in a package as they are.
    const mayCarry = Buffer.from(input.bytes).includes('customXml/item')
    return readReview(
      input,
      mayCarry ? (await import('../documents/read-back.ts')).printedMargins(input.bytes) : null,
    )
  },
  readDelivery: async (input, onProgress) =>
    (await import('../imports/dila/read-delivery.ts')).readDelivery(input, onProgress),
  readWatchList: async (input) => (await import('../imports/watch-list/read-list.ts')).readList(input),
  gatherOldFiles: async (input, onProgress) =>
    (await import('../features/imports/old-files/gather.ts')).gatherFiles(input, onProgress),
  readDirectory: async (input) =>
    (await import('../imports/directory/read-directory.ts')).readDirectory(input),
  readSheet: async (input) => (await import('../imports/sheet/sheet-draft.ts')).sheetDraft(input),
  readReport: async (input) =>
    (await import('../imports/attendance-report/read-report.ts')).readReport(input),
  writeSheet: async ({ answers, body }) => ({
    bytes: await (await import('../documents/sheet/sheet.ts')).writeSheet(answers, body),
  }),
  async writeSpreadsheet({ sheets, format }) {
    const { Sheet } = await import('../documents/spreadsheet/sheet.ts')
    const { writeSpreadsheet } = await import('../documents/spreadsheet/write.ts')
    return { bytes: writeSpreadsheet(Sheet.array().min(1).parse(sheets), format) }
  },
  copyTeam: async (input, onProgress) =>
    (await import('../db/copies/team-copy.ts')).makeCopy(input, onProgress),
  readSignatures: async ({ bytes, sealed }) =>
    (await import('../imports/signed/read-signatures.ts')).readSignatures(bytes, sealed),
  readNotebook: async (input) => (await import('../imports/notebook/read-notebook.ts')).readNotebook(input),
  writeNotebook: async ({ model, format }) => ({
    bytes: await (await import('../documents/notebook/notebook.ts')).writeNotebook(model, format),
  }),
  readTemplate: async ({ bytes, kind }) =>
    (await import('../documents/word/template.ts')).fieldsOfTemplate(bytes, kind),
  async readLogo({ bytes }) {
    const { readLogo } = await import('../imports/logo/read-logo.ts')
    const { isDrawable } = await import('../documents/pdf/drawable.ts')
    const logo = readLogo(bytes)
    // A picture that documents could not draw would keep every one of them from being made.
    if (!isDrawable(logo.bytes)) throw new AppError('file-damaged')
    return logo
  },
  checkPdf: async ({ bytes, model, undrawn }) => ({
    faults: await (await import('../documents/check/check-pdf.ts')).checkPdf(bytes, model, undrawn),
  }),
  renderFlowing: async ({ model, format, images, template }) => ({
    bytes: await (await import('../documents/flowing.ts')).renderFlowing(model, format, images, template),
  }),
  renderPdf: async ({ model, images }) =>
    (await import('../documents/pdf/render.ts')).renderPdf(model, { images }),
  examineAnnexes: async ({ files }) => ({
    fates: await (await import('../documents/meeting-book/build.ts')).examineAnnexes(files),
  }),
  buildMeetingBook: async (input) =>
    (await import('../documents/meeting-book/build.ts')).buildMeetingBook(input),
  cleanPicture: async ({ bytes }) =>
    (await import('../imports/picture/clean-picture.ts')).cleanPicture(bytes),
  sendMail: async (input) => (await import('../mail/send.ts')).sendMail(input),
  drawPicture: async ({ svg }) => ({
    bytes: (await (await import('../documents/svg-raster.ts')).rasterised(svg)).png,
  }),
  async spelling({ check, suggest }) {
    const { misspeltWords, suggestionsFor } = await import('../spelling/dictionary.ts')
    return {
      misspelt: await misspeltWords(check),
      suggestions: suggest === undefined ? [] : await suggestionsFor(suggest.word, suggest.most),
    }
  },
  writeProfile: async (input, onProgress) =>
    (await import('../features/backups/profile/write-profile.ts')).writeProfile(input, onProgress),
  readProfile: async (input, onProgress) =>
    (await import('../features/backups/profile/read-profile.ts')).readProfile(input, onProgress),
  writeArchive: async ({ model, out, form }) =>
    (await import('../documents/meeting-archive/write.ts')).writeMeetingArchive(model, out, form),
  async verifyParcel({ source }) {
    const { verifyParcel } = await import('../imports/parcel/open.ts')
    const { parcel, faults } = await verifyParcel(source, () => undefined)
    await parcel?.close()
    return {
      format: parcel?.manifest.format ?? null,
      files: parcel?.manifest.files.length ?? 0,
      faults,
    }
  },
  checkBackup: async ({ path }) => (await import('../db/copies/check.ts')).checkDatabase(path),
  readPages: async ({ path }) => (await import('../db/copies/check.ts')).readPages(path),
  finishBackup: async ({ path }) => (await import('../db/copies/check.ts')).finishCopy(path),
  verifyBackup: async ({ path, healFrom }) =>
    (await import('../db/copies/verify.ts')).verifyBackup(path, healFrom),
  checkStore: async ({ folder, files }, onProgress) =>
    (await import('../db/files/kept-files.ts')).checkStore(folder, files, onProgress),
  bringBackFiles: async (order, onProgress) =>
    (await import('../db/files/kept-files.ts')).bringBackFrom(order, onProgress),
  makeEncryptionKey: async ({ passphrase, former }) =>
    (await import('../db/encryption/encryption.ts')).makeEncryptionKey(passphrase, former),
  async changeEncryptionKey({ keys, current, next }) {
    const { lockKey, openOneOf } = await import('../db/encryption/encryption.ts')
    return lockKey((await openOneOf(keys, current)).identity, next)
  },
  openEncryptionKey: async ({ keys, passphrase }) =>
    (await import('../db/encryption/encryption.ts')).openOneOf(keys, passphrase),
  encryptFiles: async (input, onProgress) => ({
    encrypted: await (await import('../db/encryption/encryption.ts')).encryptFiles(
      input.files,
      input.recipient,
      onProgress,
    ),
  }),
  decrypt: async (order, onProgress) =>
    (await import('../db/encryption/decrypt.ts')).decrypt(order, onProgress),
  verifyEncrypted: async (order, onProgress) =>
    (await import('../db/encryption/decrypt.ts')).verifyEncrypted(order, onProgress),
  lookInside: async ({ path }) => (await import('../db/copies/contents.ts')).backupContents(path),
  countCopy: async ({ path, storeFolder }) =>
    (await import('../db/copies/count-copy.ts')).countCopy(path, storeFolder),
  finishFolder: async ({ from, into }) => ({
    path: await (await import('../db/merge/finish-folder.ts')).finishFolder(from, into),
  }),
  mergeCopies: async (order) => (await import('../db/merge/run.ts')).mergeCopies(order),
  markBackup: async ({ path }) => (await import('../db/copies/check.ts')).markDatabase(path),
  surveyDatabase: async ({ path }) => (await import('../db/copies/survey.ts')).surveyDatabase(path),
  prepareReading: async ({ dataFolder, work, backup }) =>
    (await import('../db/salvage/prepare.ts')).prepareReading(dataFolder, work, backup),
  readTables: async ({ work, tables, suspects }) =>
    (await import('../db/salvage/read-tables.ts')).readTables(work, tables, suspects),
  finishReading: async (input) => (await import('../db/salvage/finish.ts')).finishReading(input),
}
