// None of these waits in the turn of the database, because a second folder may lie on a server that is slow to answer.
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { BackupFile, BackupList, WhichBackup } from '../../contract/backups.ts'
import { AppError } from '../../contract/errors.ts'
import { listBackups } from '../../db/backups/list.ts'
import { BACKUP_FOLDER } from '../../db/backups/name.ts'
import type { Handlers, LongContext } from '../context.ts'
import { chosenEncrypted } from './chosen-file.ts'
import { encryptionState } from './encryption.ts'
import { examine, fileOf } from './examine.ts'
import { look } from './look.ts'
import { restorePath, undoRestore } from './restore.ts'
import { secondCopy } from './second-folder.ts'
import { stopAll } from './stoppable.ts'

export const handlers: Handlers<'backups'> = {
  'backups.list': list,
  async 'backups.make'(context) {
    const path = await context.backup('manual')
    await secondCopy(context, path)
    return listed(context, { place: 'desk', token: basename(path) })
  },
  'backups.look': look,
  async 'backups.verify'(context, which) {
    await examine(context, which)
    return listed(context, which)
  },
  'backups.restore': (context, which) =>
    restorePath(context, fileOf(context, which), { passphrase: which.passphrase }),
  'backups.restoreChosenEncrypted': (context, { encryptedToken, passphrase }) =>
    restorePath(context, chosenEncrypted(encryptedToken).path, { passphrase }),
  async 'backups.stop'(context) {
    stopAll(context)
    return {}
  },
  'backups.undoRestore': undoRestore,
  async 'backups.setRule'(context, keptRule) {
    return (await context.setDesk({ keptRule })).keptRule
  },
}

async function list({ ownFolder: dataFolder, desk }: LongContext): Promise<BackupList> {
  const { keptRule: rule, lastRestore, copyFolder } = desk
  return {
    ...(await listBackups(dataFolder, copyFolder)),
    copiesName: copyFolder === null ? null : basename(copyFolder),
    rule,
    encryption: encryptionState(desk),
    lastRestore:
      lastRestore === null
        ? null
        : {
            at: lastRestore.at,
            of: lastRestore.of,
            canUndo: existsSync(join(dataFolder, BACKUP_FOLDER, lastRestore.undoToken)),
          },
  }
}

async function listed({ ownFolder: dataFolder, desk }: LongContext, which: WhichBackup): Promise<BackupFile> {
  const { files } = await listBackups(dataFolder, desk.copyFolder)
  const file = files.find(({ place, token }) => place === which.place && token === which.token)
  if (file === undefined) throw new AppError('not-found')
  return file
}
