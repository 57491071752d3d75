import { existsSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../../contract/errors.ts'
import type { Output } from '../../../contract/index.ts'
import { settleCopies } from '../../../db/backups/in-question.ts'
import { BACKUP_FOLDER } from '../../../db/backups/name.ts'
import { setNoteAside } from '../../../db/desk/moved.ts'
import { raiseLastChange } from '../../../db/desk/writer.ts'
import { isEncryptedFile } from '../../../db/encryption/encrypted-file.ts'
import { copyStored } from '../../../db/files/store.ts'
import { takeLock } from '../../../db/lock.ts'
import { asideName, bringIn, DATABASE_NAME, DATABASE_SUFFIXES, swapDatabase } from '../../../db/replace.ts'
import { WORK_FOLDER, workFiles } from '../../../db/salvage/work-files.ts'
import { recoveryNote } from '../../../documents/text/recovery.ts'
import type { RecoveryContext } from '../../context.ts'
import { withOpened } from '../opened-copy.ts'
import { stoppable } from '../stoppable.ts'
import { allBackups, openingOf, pathOf } from './places.ts'

type Recovered = Output<'recovery.useBackup'>

/**
 * Puts a database in place of the data: a backup, a reading, or a file that somebody chose. Killed at any moment it leaves
 * either the old data, or the new ones waiting beside where they go, which the next opening puts in. `missing` attachments
 * were found whole nowhere.
 */
export async function putInPlace(
  context: RecoveryContext,
  source: string,
): Promise<{ recovered: Recovered; missing: number }> {
  const { dataFolder, runJob, now } = context
  const verdict = await runJob('checkBackup', { path: source })
  if (!verdict.sound) throw new AppError('not-a-backup')
  await mkdir(dataFolder, { recursive: true })
  const lock = takeLock(dataFolder)
  let aside: string
  let missing: number
  try {
    const known = await newestChange(context)
    const incoming = await bringIn(dataFolder, source, verdict, {
      now,
      prepare: (path) => raiseLastChange(path, known),
    })
    // Attachments that only the backups still have.
    missing = (await copyStored(join(dataFolder, BACKUP_FOLDER), dataFolder, verdict, { now })).missing
    aside = await swapDatabase(dataFolder, incoming.path, 'donnees-endommagees', now)
    await setNoteAside(dataFolder, aside)
    await keepReading(context, aside)
    await writeFile(
      join(aside, 'LISEZ-MOI.txt'),
      recoveryNote(now, basename(dirname(source)) === BACKUP_FOLDER ? basename(source) : null),
    )
  } finally {
    lock.release()
  }
  await context.reopen()
  return { recovered: { meetings: verdict.meetings, asideName: basename(aside) }, missing }
}

/** The last change that any readable copy of the data holds: what is chosen now is newer than all of them. */
async function newestChange(context: RecoveryContext): Promise<number> {
  let newest = 0
  for (const backup of await allBackups(context)) {
    if (backup.isEncrypted) continue
    const path = await pathOf(context, backup)
    const mark = await context.runJob('markBackup', { path })
    newest = Math.max(newest, mark?.lastChange ?? 0)
  }
  return newest
}

/** The same for a finished copy that may be encrypted. */
export async function putCopyInPlace(
  context: RecoveryContext,
  path: string,
  passphrase?: string,
): Promise<{ recovered: Recovered; missing: number }> {
  if (!(await isEncryptedFile(path))) return putInPlace(context, path)
  const opening = openingOf(context)
  return stoppable(opening, (signal) => {
    const how = { passphrase, method: 'recovery.useBackup', signal, attachments: 'lacking' } as const
    return withOpened(opening, path, how, (opened) => putInPlace(context, opened.path))
  })
}

/** An empty database; what was there goes aside. */
export async function startEmpty(context: RecoveryContext): Promise<Recovered> {
  const { dataFolder, now } = context
  await mkdir(dataFolder, { recursive: true })
  const lock = takeLock(dataFolder)
  const aside = join(dataFolder, asideName('donnees-endommagees', now))
  try {
    await mkdir(aside, { recursive: true })
    // The database first: one that lost its log might open, and lack what the log held.
    for (const suffix of DATABASE_SUFFIXES) {
      const name = `${DATABASE_NAME}${suffix}`
      if (existsSync(join(dataFolder, name))) await rename(join(dataFolder, name), join(aside, name))
    }
    await settleCopies(dataFolder)
    await setNoteAside(dataFolder, aside)
    await keepReading(context, aside)
    await writeFile(join(aside, 'LISEZ-MOI.txt'), recoveryNote(now, null))
  } finally {
    lock.release()
  }
  await context.reopen({ mayStartEmpty: true })
  return { meetings: 0, asideName: basename(aside) }
}

/** Rows that the reading could not place stay with what they were read from. */
async function keepReading({ dataFolder }: RecoveryContext, aside: string): Promise<void> {
  const work = join(dataFolder, WORK_FOLDER)
  if (existsSync(work)) await rename(work, join(aside, 'relecture'))
}

export function readingFile(dataFolder: string): string {
  return workFiles(join(dataFolder, WORK_FOLDER)).result
}
