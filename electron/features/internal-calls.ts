// The shell calls these with paths in hand (chosen in a system dialog); the window never reaches them.
import { AppError } from '../contract/errors.ts'
import type { InternalCalls } from '../contract/wire.ts'
import { isEncryptedFile } from '../db/encryption/encrypted-file.ts'
import { keptBytes, keptPath } from '../db/files/store.ts'
import { getRow } from '../db/rows.ts'
import { safeName } from '../documents/file-name.ts'
import { fateOf } from '../domain/documents/opening.ts'
import { chooseEncrypted } from './backups/chosen-file.ts'
import { moveData } from './backups/data-place/move.ts'
import { writerNow } from './backups/hand-over/handlers.ts'
import { examineSource } from './backups/hand-over/source.ts'
import { takeChosen } from './backups/kept-files/mend.ts'
import { profileCalls } from './backups/profile/handlers.ts'
import { copyNow } from './backups/regular-copies.ts'
import { restorePath } from './backups/restore.ts'
import { expectEncryptable } from './backups/second-folder.ts'
import type { LongContext } from './context.ts'
import { dispatchCalls } from './dispatch/internal-calls.ts'
import { addFiles } from './documents/attachments/add.ts'
import { projectionCalls } from './documents/attachments/projection.ts'
import { writeDraft } from './documents/write-draft.ts'
import { oldFilesCalls } from './imports/old-files/handlers.ts'
import { archiveCalls } from './minutes/archive/handlers.ts'
import { copyState } from './reads/settings.ts'
import { proposedFileName, writeFile } from './saved-files.ts'
import { presenterView } from './session/presenter.ts'
import { deliveryCalls } from './watch/deliveries/handlers.ts'
import { watchListCalls } from './watch/list/handlers.ts'
import { chartBytes } from './yearly-report/export.ts'

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
  ...deliveryCalls,
  ...watchListCalls,
  ...oldFilesCalls,
  chartBytes,
  async setCopyFolder(context, { path }) {
    if (context.desk.encryption !== null) await expectEncryptable({ ...context.desk, copyFolder: path })
    await context.setDesk({ copyFolder: path, copyDeclined: false, lastFailure: null })
    return copyState(context.dataFolder, await copyNow(context, path))
  },
  async setHandOverFolder(context, { path }) {
    if (context.desk.encryption !== null && path === context.desk.copyFolder)
      throw new AppError('encryption-shared-folder')
    await context.setDesk({ handOverFolder: path })
    return writerNow(context)
  },
  moveData: (context, where) => moveData(context, where),
  async restoreChosen(context, { path, passphrase }) {
    if (passphrase === undefined && (await isEncryptedFile(path))) return chooseEncrypted(path)
    return restorePath(context, path, passphrase)
  },
  examineSource: (context, { path }) => examineSource(context, path),
  addAttachmentFiles: (context, chosen) => addFiles(context, chosen),
  async attachmentFile(context, { id, to }) {
    const { sha256, fileName } = await context.read(({ tx }) => getRow(tx, 'attachment', id))
    return leaving(context, sha256, fileName, to)
  },
  async subjectFile(context, { id, to }) {
    const { sha256, fileName } = await context.read(({ tx }) => getRow(tx, 'subjectFile', id))
    return leaving(context, sha256, fileName, to)
  },
  takeKeptFile: (context, chosen) => takeChosen(context, chosen),
  presenterView: (context, { meetingId }) => context.read(({ tx }) => presenterView(tx, meetingId)),
  proposedFileName,
  writeDocument: writeFile,
  writeDraft,
}

/** Judged again: the row may have come with a backup, a profile or another desk. */
async function leaving(
  { dataFolder }: LongContext,
  sha256: string,
  fileName: string,
  to: 'open' | 'export',
): Promise<{ path: string; fileName: string }> {
  const fate = fateOf(fileName, await keptBytes(dataFolder, sha256))
  if (fate === 'refused') throw new AppError('file-refused')
  if (to === 'open' && fate === 'kept') throw new AppError('file-not-opened')
  return { path: keptPath(dataFolder, sha256), fileName: safeName(fileName) }
}
