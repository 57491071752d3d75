import { existsSync, readFileSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ClosedReason, type RecoveryBackup, type RecoveryState } from '../../../contract/recovery.ts'
import { parseBackupName } from '../../../db/backups/name.ts'
import { readMovedNote } from '../../../db/desk/moved.ts'
import { DATABASE_NAME } from '../../../db/replace.ts'
import { WORK_FOLDER, workFiles } from '../../../db/salvage/work-files.ts'
import { Reading } from '../../../domain/data/recovery.ts'
import type { RecoveryContext } from '../../context.ts'
import { allBackups, folderOf, pathOf, surveyOf, withNewestGood } from './places.ts'

/** So many are on the screen at first. */
const SHOWN = 4

/** The newest ones with what they hold; whether each is whole is examined when it is looked at or used. */
function withSurveys(
  context: RecoveryContext,
  backups: readonly RecoveryBackup[],
): Promise<RecoveryBackup[]> {
  return Promise.all(
    backups.map(async (backup, rank) => {
      const isReadable = backup.sound !== false && parseBackupName(backup.token)?.isEncrypted === false
      if (rank >= SHOWN || backup.survey !== null || !isReadable) return backup
      const survey = await pathOf(context, backup)
        .then((path) => surveyOf(context, path))
        .catch(() => null)
      return { ...backup, survey }
    }),
  )
}

export async function recoveryState(context: RecoveryContext): Promise<RecoveryState> {
  const { dataFolder, reason } = context
  const backups =
    reason === null
      ? []
      : await withSurveys(context, await withNewestGood(context, await allBackups(context)))
  const known = ClosedReason.safeParse(reason)
  const copies = folderOf(context, 'copies')
  return {
    reason: reason === null ? null : known.success ? known.data : 'other',
    // Data of a newer version are not even read: a reader would leave an empty log beside them.
    damaged:
      reason === null || reason === 'data-newer' || reason === 'data-moved'
        ? null
        : await damagedFile(context),
    backups,
    desk: existsSync(folderOf(context, 'desk') ?? '') ? 'there' : 'missing',
    copies: copies === null ? null : existsSync(copies) ? 'there' : 'missing',
    reading: reason === null ? null : finishedReading(dataFolder),
    freeBytes: freeBytes(dataFolder),
    movedTo: reason === 'data-moved' ? whereTo(dataFolder) : null,
  }
}

/** A reading not yet used; null when it was not finished. */
export function finishedReading(dataFolder: string): Reading | null {
  const files = workFiles(join(dataFolder, WORK_FOLDER))
  try {
    if (!existsSync(files.result)) return null
    return Reading.parse(JSON.parse(readFileSync(files.report, 'utf8')))
  } catch {
    return null
  }
}

async function damagedFile({ dataFolder, runJob }: RecoveryContext): Promise<RecoveryState['damaged']> {
  const path = join(dataFolder, DATABASE_NAME)
  const times = ['', '-wal'].flatMap((suffix) => {
    try {
      const { mtimeMs, size } = statSync(`${path}${suffix}`)
      return [{ mtimeMs, size }]
    } catch {
      return []
    }
  })
  if (!existsSync(path)) return null
  const survey = await runJob('surveyDatabase', { path }).catch(() => null)
  return {
    upTo: survey?.upTo ?? null,
    writtenAt: new Date(Math.max(...times.map(({ mtimeMs }) => mtimeMs))).toISOString(),
    sizeBytes: times.reduce((sum, { size }) => sum + size, 0),
  }
}

function whereTo(dataFolder: string): RecoveryState['movedTo'] {
  const note = readMovedNote(dataFolder)
  return note === null ? null : { machineName: note.machineName, at: note.at }
}

function freeBytes(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return 0
  }
}
