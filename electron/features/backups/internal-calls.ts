import { AppError } from '../../contract/errors.ts'
import { isEncryptedFile } from '../../db/encryption/encrypted-file.ts'
import type { InternalHandlers } from '../context.ts'
import { copyState } from '../reads/settings.ts'
import { chooseEncrypted } from './chosen-file.ts'
import { moveData } from './data-place/move.ts'
import { writerNow } from './hand-over/handlers.ts'
import { examineSource } from './hand-over/source.ts'
import { takeChosen } from './kept-files/mend.ts'
import { copyNow } from './regular-copies.ts'
import { restorePath } from './restore.ts'
import { expectEncryptable } from './second-folder.ts'

export const backupCalls: InternalHandlers<
  'setCopyFolder' | 'setHandOverFolder' | 'moveData' | 'restoreChosen' | 'examineSource' | 'takeKeptFile'
> = {
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
  moveData,
  async restoreChosen(context, { path, passphrase }) {
    if (passphrase === undefined && (await isEncryptedFile(path))) return chooseEncrypted(path)
    return restorePath(context, path, { passphrase })
  },
  examineSource: (context, { path }) => examineSource(context, path),
  takeKeptFile: takeChosen,
}
