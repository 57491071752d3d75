// Restore: a backup takes the place of the data, which are kept first; the last restoring can be taken back in one act.
import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AppError } from '../../contract/errors.ts'
import { backupPath } from '../../db/backup.ts'
import { BACKUP_FOLDER, parseBackupName } from '../../db/backup-name.ts'
import type { LongContext } from '../context.ts'

/** The restoring under way, by data folder. */
const underWay = new Map<string, AbortController>()

type Restored = { meetings: number; missing: number }

/** Puts the backup of a path in place of the data, telling the window how far it is. */
export async function restorePath(context: LongContext, path: string): Promise<Restored> {
  const { ownFolder: dataFolder } = context
  if (underWay.has(dataFolder)) throw new AppError('restore-under-way')
  const controller = new AbortController()
  underWay.set(dataFolder, controller)
  try {
    const of = parseBackupName(basename(path))?.at ?? (await stat(path)).mtime.toISOString()
    const { meetings, missing, before } = await context.replaceData(path, {
      signal: controller.signal,
      step: (done, total) => context.emit({ topic: 'progress', method: 'backups.restore', done, total }),
    })
    await context.setDesk({ lastRestore: { at: context.now.toISOString(), of, undoToken: basename(before) } })
    return { meetings, missing }
  } finally {
    underWay.delete(dataFolder)
  }
}

/** Gives up the restoring under way, if there is one and the data are not being exchanged yet. */
export function stopRestoring({ ownFolder: dataFolder }: LongContext): void {
  underWay.get(dataFolder)?.abort()
}

/** Back to the data of before the last restoring; those of now are kept in turn, so that this can be taken back too. */
export async function undoRestore(context: LongContext): Promise<Restored> {
  const token = context.desk.lastRestore?.undoToken
  if (token === undefined) throw new AppError('not-found')
  return restorePath(context, backupPath(join(context.ownFolder, BACKUP_FOLDER), token))
}
