import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AppError } from '../../contract/errors.ts'
import { backupPath } from '../../db/backups/backup.ts'
import { BACKUP_FOLDER, parseBackupName } from '../../db/backups/name.ts'
import { isEncryptedFile } from '../../db/encryption/encrypted-file.ts'
import type { LongContext } from '../context.ts'
import { withOpened } from './opened-copy.ts'
import { stoppable } from './stoppable.ts'

/** The data folders on which a restoring is under way. */
const underWay = new Set<string>()

type Restored = { meetings: number; missing: number }

type How = { passphrase?: string | undefined; onlyAt?: number }

/**
 * Puts the backup of a path in place of the data, telling the window how far it is; an encrypted one with its passphrase.
 * @param on.onlyAt see `replaceData`
 */
export async function restorePath(context: LongContext, path: string, on: How = {}): Promise<Restored> {
  const { ownFolder: dataFolder } = context
  if (underWay.has(dataFolder)) throw new AppError('restore-under-way')
  underWay.add(dataFolder)
  try {
    return await stoppable(context, async (signal) => {
      if (!(await isEncryptedFile(path))) return put(context, path, signal, on)
      const how = {
        passphrase: on.passphrase,
        method: 'backups.restore',
        signal,
        attachments: 'lacking',
      } as const
      return withOpened(context, path, how, (opened) => put(context, opened.path, signal, on))
    })
  } finally {
    underWay.delete(dataFolder)
  }
}

async function put(
  context: LongContext,
  path: string,
  signal: AbortSignal,
  { onlyAt }: How,
): Promise<Restored> {
  const of = parseBackupName(basename(path))?.at ?? (await stat(path)).mtime.toISOString()
  const { meetings, missing, before } = await context.replaceData(path, {
    signal,
    ...(onlyAt === undefined ? {} : { onlyAt }),
    step: (done, total) => context.emit({ topic: 'progress', method: 'backups.restore', done, total }),
  })
  await context.setDesk({ lastRestore: { at: context.now.toISOString(), of, undoToken: basename(before) } })
  return { meetings, missing }
}

/** Back to the data of before the last restoring; those of now are kept in turn, so that this can be taken back too. */
export async function undoRestore(context: LongContext): Promise<Restored> {
  const token = context.desk.lastRestore?.undoToken
  if (token === undefined) throw new AppError('not-found')
  return restorePath(context, backupPath(join(context.ownFolder, BACKUP_FOLDER), token))
}
