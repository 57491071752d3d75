// The shell calls these with paths in hand (chosen in a system dialog); the window never reaches them.
import { AppError } from '../contract/errors.ts'
import type { InternalCalls } from '../contract/wire.ts'
import { isSealedFile } from '../db/encryption/sealed-file.ts'
import { soundPath } from '../db/files/store.ts'
import { getRow } from '../db/rows.ts'
import { writeAtomically } from '../documents/write-atomically.ts'
import { versionFile, versionRow } from './agenda/publish.ts'
import { renderSheet, sheetFileName } from './agenda/subjects/sheets.ts'
import { chooseSealed } from './backups/chosen-file.ts'
import { moveData } from './backups/data-place/move.ts'
import { penNow } from './backups/hand-over/handlers.ts'
import { examineSource } from './backups/hand-over/source.ts'
import { takeChosen } from './backups/kept-files/mend.ts'
import { profileCalls } from './backups/profile/handlers.ts'
import { copyNow } from './backups/regular-copies.ts'
import { restorePath } from './backups/restore.ts'
import { sealingCalls } from './backups/sealing.ts'
import { expectSealable } from './backups/second-folder.ts'
import type { LongContext } from './context.ts'
import {
  knownFileName,
  registerFileName,
  writeKnown,
  writeRegister,
} from './directory/personal-data/papers.ts'
import { dispatchCalls } from './dispatch/internal-calls.ts'
import { addFiles } from './documents/attachments/add.ts'
import { projectionCalls } from './documents/attachments/projection.ts'
import { proposedFileName, writeDocument } from './documents/handlers.ts'
import { writeDraft } from './documents/write-draft.ts'
import { followUpFileName, renderFollowUp } from './follow-up/export.ts'
import { takeoverCalls } from './imports/takeover/handlers.ts'
import { archiveCalls } from './minutes/archive/handlers.ts'
import { copyState } from './reads/settings.ts'
import { notebookFileName, renderNotebook } from './session/notebooks/paper.ts'
import { presenterView } from './session/presenter.ts'
import { deliveryCalls } from './watch/deliveries/handlers.ts'
import { dueFileName, writeDue } from './watch/due-calendar.ts'
import { watchListCalls } from './watch/list/handlers.ts'
import { reportCalls } from './yearly-report/export.ts'

type Calls = {
  [N in keyof InternalCalls]: (
    context: LongContext,
    input: InternalCalls[N]['input'],
  ) => Promise<InternalCalls[N]['output']>
}

export const internalCalls: Calls = {
  ...projectionCalls,
  ...dispatchCalls,
  ...profileCalls,
  ...archiveCalls,
  ...sealingCalls,
  ...deliveryCalls,
  ...watchListCalls,
  ...takeoverCalls,
  ...reportCalls,
  async setCopyFolder(context, { path }) {
    if (context.desk.seal !== null) await expectSealable({ ...context.desk, copyFolder: path })
    await context.setDesk({ copyFolder: path, copyDeclined: false, lastFailure: null })
    return copyState(context.dataFolder, await copyNow(context, path))
  },
  async setHandOverFolder(context, { path }) {
    if (context.desk.seal !== null && path === context.desk.copyFolder)
      throw new AppError('seal-shared-folder')
    await context.setDesk({ handOverFolder: path })
    context.emit({ topic: 'pen' })
    return penNow(context)
  },
  moveData: (context, where) => moveData(context, where),
  async takeOver(context, { path, passphrase }) {
    if (passphrase === undefined && (await isSealedFile(path))) return chooseSealed(path)
    return restorePath(context, path, passphrase)
  },
  examineSource: (context, { path }) => examineSource(context, path),
  addAttachmentFiles: (context, chosen) => addFiles(context, chosen),
  async attachmentFile(context, { id }) {
    const { sha256, fileName } = await context.read(({ tx }) => getRow(tx, 'attachment', id))
    return { path: await soundPath(context.dataFolder, sha256), fileName }
  },
  async subjectFile(context, { id }) {
    const { sha256, fileName } = await context.read(({ tx }) => getRow(tx, 'subjectFile', id))
    return { path: await soundPath(context.dataFolder, sha256), fileName }
  },
  takeKeptFile: (context, chosen) => takeChosen(context, chosen),
  sheetFileName: async (context, { subjectId }) => ({ fileName: await sheetFileName(context, subjectId) }),
  async writeSheet(context, { subjectId, path }) {
    await writeAtomically(path, await renderSheet(context, subjectId))
    return { path }
  },
  notebookFileName: async (context, { meetingId }) => ({
    fileName: await notebookFileName(context, meetingId),
  }),
  async writeNotebook(context, { meetingId, path, format }) {
    await writeAtomically(path, await renderNotebook(context, meetingId, format))
    return { path }
  },
  registerFileName: async () => registerFileName(),
  writeRegister,
  knownFileName,
  writeKnown,
  presenterView: (context, { meetingId }) => context.read(({ tx }) => presenterView(tx, meetingId)),
  dueFileName: async (context, which) => dueFileName(context, which),
  writeDue: (context, which) => writeDue(context, which),
  followUpFileName: async (context, register) => followUpFileName(context, register),
  async writeFollowUp(context, { register, path, format }) {
    await writeAtomically(path, await renderFollowUp(context, register, format))
    return { path }
  },
  proposedFileName: async (context, { subject }) => ({ fileName: await proposedFileName(context, subject) }),
  writeDocument,
  writeDraft,
  agendaVersionName: (context, { id }) => context.read(({ tx }) => versionRow(tx, id)),
  async writeAgendaVersion(context, { id, path }) {
    await writeAtomically(path, (await versionFile(context, id)).bytes)
    return { path }
  },
}
