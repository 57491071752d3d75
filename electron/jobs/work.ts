// Heavy modules are loaded on first use: each job process does one kind of work.
import { AppError } from '../contract/errors.ts'
import type { FromJob, Jobs, ToJob } from '../contract/wire.ts'
import { toAppError } from '../db/translate-error.ts'

type Progress = (done: number, total: number) => void
type Work = {
  [N in keyof Jobs]: (input: Jobs[N]['input'], onProgress: Progress) => Promise<Jobs[N]['output']>
}

/** Progress is told no more often than anybody can see it. */
const TELL_EVERY_MS = 100

const work: Work = {
  async readFile(input) {
    const { readFile } = await import('../imports/read-file.ts')
    return readFile(input)
  },
  async readMail(input) {
    const { readMail } = await import('../imports/mail/read-mail.ts')
    return readMail(input)
  },
  async readReview(input) {
    const { readReview } = await import('../imports/word-review/read-review.ts')
    return readReview(input)
  },
  async readDelivery(input, onProgress) {
    const { readDelivery } = await import('../imports/dila/read-delivery.ts')
    return readDelivery(input, onProgress)
  },
  async readWatchList(input) {
    const { readList } = await import('../imports/watch-list/read-list.ts')
    return readList(input)
  },
  async gatherTakeover(input, onProgress) {
    const { gatherFiles } = await import('../features/takeover/gather.ts')
    return gatherFiles(input, onProgress)
  },
  async readDirectory(input) {
    const { readDirectory } = await import('../imports/directory/read-directory.ts')
    return readDirectory(input)
  },
  async readSheet(input) {
    const { sheetDraft } = await import('../imports/sheet/sheet-draft.ts')
    return sheetDraft(input)
  },
  async readReport(input) {
    const { readReport } = await import('../imports/attendance-report/read-report.ts')
    return readReport(input)
  },
  async writeSheet({ answers, body }) {
    const { writeSheet } = await import('../documents/sheet/sheet.ts')
    return { bytes: await writeSheet(answers, body) }
  },
  async writeSpreadsheet({ sheets, format }) {
    const { Sheet } = await import('../documents/spreadsheet/sheet.ts')
    const { writeSpreadsheet } = await import('../documents/spreadsheet/write.ts')
    return { bytes: writeSpreadsheet(Sheet.array().min(1).parse(sheets), format) }
  },
  async readNotebook(input) {
    const { readNotebook } = await import('../imports/notebook/read-notebook.ts')
    return readNotebook(input)
  },
  async writeNotebook({ model, format }) {
    const { writeNotebook } = await import('../documents/notebook/notebook.ts')
    return { bytes: await writeNotebook(model, format) }
  },
  async readLogo({ bytes }) {
    const { readLogo } = await import('../imports/logo/read-logo.ts')
    const { isDrawable } = await import('../documents/pdf/drawable.ts')
    const logo = readLogo(bytes)
    // A picture that documents could not draw would keep every one of them from being made.
    if (!isDrawable(logo.bytes)) throw new AppError('file-damaged')
    return logo
  },
  async checkPdf({ bytes, model, undrawn }) {
    const { checkPdf } = await import('../documents/check/check-pdf.ts')
    return { faults: await checkPdf(bytes, model, undrawn) }
  },
  async renderFlowing({ model, format, images }) {
    const { renderFlowing } = await import('../documents/flowing.ts')
    return { bytes: await renderFlowing(model, format, images) }
  },
  async renderPdf({ model, images }) {
    const { renderPdf } = await import('../documents/pdf/render.ts')
    return renderPdf(model, { images })
  },
  async examineAnnexes({ files }) {
    const { examineAnnexes } = await import('../documents/meeting-book/build.ts')
    return { fates: await examineAnnexes(files) }
  },
  async buildMeetingBook(input) {
    const { buildMeetingBook } = await import('../documents/meeting-book/build.ts')
    return buildMeetingBook(input)
  },
  async cleanPicture({ bytes }) {
    const { cleanPicture } = await import('../imports/picture/clean-picture.ts')
    return cleanPicture(bytes)
  },
  async drawPicture({ svg }) {
    const { rasterised } = await import('../documents/svg-raster.ts')
    return { bytes: (await rasterised(svg)).png }
  },
  async spelling({ check, suggest }) {
    const { misspeltWords, suggestionsFor } = await import('../spelling/dictionary.ts')
    return {
      misspelt: await misspeltWords(check),
      suggestions: suggest === undefined ? [] : await suggestionsFor(suggest.word, suggest.most),
    }
  },
  async writeProfile(input, onProgress) {
    const { writeProfile } = await import('../features/profile/write-profile.ts')
    return writeProfile(input, onProgress)
  },
  async readProfile(input, onProgress) {
    const { readProfile } = await import('../features/profile/read-profile.ts')
    return readProfile(input, onProgress)
  },
  async writeArchive({ model, out, form }) {
    const { writeMeetingArchive } = await import('../documents/meeting-archive/write.ts')
    return writeMeetingArchive(model, out, form)
  },
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
  async checkBackup({ path }) {
    const { checkDatabase } = await import('../db/check.ts')
    return checkDatabase(path)
  },
  async finishBackup({ path }) {
    const { finishCopy } = await import('../db/check.ts')
    return finishCopy(path)
  },
  async verifyBackup({ path, healFrom }) {
    const { verifyBackup } = await import('../db/backup-verify.ts')
    return verifyBackup(path, healFrom)
  },
  async checkStore({ folder, files }, onProgress) {
    const { checkStore } = await import('../db/kept-files.ts')
    return checkStore(folder, files, onProgress)
  },
  async bringBackFiles(order, onProgress) {
    const { bringBackFrom } = await import('../db/kept-files.ts')
    return bringBackFrom(order, onProgress)
  },
  async makeSealKey({ passphrase, former }) {
    const { makeSealKey } = await import('../db/sealing.ts')
    return makeSealKey(passphrase, former)
  },
  async changeSealKey({ keys, current, next }) {
    const { lockKey, openOneOf } = await import('../db/sealing.ts')
    return lockKey((await openOneOf(keys, current)).identity, next)
  },
  async openSealKey({ keys, passphrase }) {
    const { openOneOf } = await import('../db/sealing.ts')
    return openOneOf(keys, passphrase)
  },
  async sealFiles(input, onProgress) {
    const { sealFiles } = await import('../db/sealing.ts')
    return { sealed: await sealFiles(input.files, input.recipient, onProgress) }
  },
  async unseal(order, onProgress) {
    const { unseal } = await import('../db/unseal.ts')
    return unseal(order, onProgress)
  },
  async verifySealed(order, onProgress) {
    const { verifySealed } = await import('../db/unseal.ts')
    return verifySealed(order, onProgress)
  },
  async lookInside({ path }) {
    const { backupContents } = await import('../db/backup-contents.ts')
    return backupContents(path)
  },
  async countCopy({ path, storeFolder }) {
    const { countCopy } = await import('../db/count-copy.ts')
    return countCopy(path, storeFolder)
  },
  async finishFolder({ from, into }) {
    const { finishFolder } = await import('../db/finish-folder.ts')
    return { path: await finishFolder(from, into) }
  },
  async mergeCopies(order) {
    const { mergeCopies } = await import('../db/merge/run.ts')
    return mergeCopies(order)
  },
  async markBackup({ path }) {
    const { markDatabase } = await import('../db/check.ts')
    return markDatabase(path)
  },
  async surveyDatabase({ path }) {
    const { surveyDatabase } = await import('../db/survey.ts')
    return surveyDatabase(path)
  },
  async prepareReading({ dataFolder, work, backup }) {
    const { prepareReading } = await import('../db/salvage/prepare.ts')
    return prepareReading(dataFolder, work, backup)
  },
  async readTables({ work, tables, suspects }) {
    const { readTables } = await import('../db/salvage/read-tables.ts')
    return readTables(work, tables, suspects)
  },
  async finishReading(input) {
    const { finishReading } = await import('../db/salvage/finish.ts')
    return finishReading(input)
  },
}

/** Does one job and returns its value or an error code, telling on the way how far it is; never throws. */
export async function doJob({ id, name, input }: ToJob, tell: (message: FromJob) => void): Promise<FromJob> {
  let toldAt = Number.NEGATIVE_INFINITY
  const onProgress = (done: number, total: number) => {
    if (performance.now() - toldAt < TELL_EVERY_MS) return
    toldAt = performance.now()
    tell({ id, done, total })
  }
  try {
    if (!Object.hasOwn(work, name)) throw new AppError('unexpected', { message: `unknown job ${name}` })
    // The pairing of a name with its own input is guaranteed by RunJob on the asking side.
    const value = await (
      work[name] as (input: unknown, onProgress: Progress) => Promise<Jobs[typeof name]['output']>
    )(input, onProgress)
    return { id, result: { ok: true, value } }
  } catch (thrown) {
    const error = toAppError(thrown)
    return { id, result: { ok: false, code: error.code, message: String(error.cause ?? error.message) } }
  }
}
