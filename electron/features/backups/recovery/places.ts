// Verdicts on backups are kept while the files stay the same.
import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../../contract/errors.ts'
import { labelOf } from '../../../contract/index.ts'
import type { DatabaseSurvey, RecoveryBackup } from '../../../contract/recovery.ts'
import { backupsIn } from '../../../db/backups/folder.ts'
import { BACKUP_FOLDER, plainName } from '../../../db/backups/name.ts'
import type { RecoveryContext } from '../../context.ts'
import { type Opening, withOpened } from '../opened-copy.ts'
import { stoppable } from '../stoppable.ts'

type Place = RecoveryBackup['place']
type Known = Pick<RecoveryBackup, 'sound' | 'survey'>

/** By path, size and time of writing. */
const known = new Map<string, Known>()

export function folderOf({ dataFolder, desk }: RecoveryContext, place: Place): string | null {
  return place === 'desk' ? join(dataFolder, BACKUP_FOLDER) : desk.copyFolder
}

/** Backups of both places, newest first; of one that lies in both, the nearer. */
export async function allBackups(context: RecoveryContext): Promise<RecoveryBackup[]> {
  const lists = await Promise.all(
    (['desk', 'copies'] as const).map(async (place) => {
      const folder = folderOf(context, place)
      if (folder === null || !existsSync(folder)) return []
      const files = await backupsIn(folder).catch(() => [])
      return Promise.all(
        files.map(async ({ file: token, at, isEncrypted }) => {
          const sizeBytes = (await stat(join(folder, token)).catch(() => null))?.size ?? 0
          const key = await keyOf(join(folder, token)).catch(() => '')
          const { sound, survey } = known.get(key) ?? { sound: null, survey: null }
          return { place, token, at, sizeBytes, isEncrypted, sound, survey } satisfies RecoveryBackup
        }),
      )
    }),
  )
  const seen = new Set<string>()
  return lists
    .flat()
    .filter(({ token }) => !seen.has(plainName(token)) && seen.add(plainName(token)))
    .sort((a, b) => (a.at < b.at ? 1 : -1))
}

/** The file of a backup; `not-found` when it is not one of ours, or no longer there. */
export async function pathOf(
  context: RecoveryContext,
  { place, token }: Pick<RecoveryBackup, 'place' | 'token'>,
): Promise<string> {
  const folder = folderOf(context, place)
  const listed = folder === null || !existsSync(folder) ? [] : await backupsIn(folder)
  if (folder === null || !listed.some(({ file }) => file === token)) throw new AppError('not-found')
  return join(folder, token)
}

/**
 * Examines a backup whole, in a process of its own, and says what is in it; an encrypted one with its passphrase.
 * @throws AppError `passphrase-needed`, `passphrase-wrong`, `encryption-key-missing`.
 */
export async function examine(
  context: RecoveryContext,
  backup: RecoveryBackup,
  passphrase?: string,
): Promise<RecoveryBackup> {
  const path = await pathOf(context, backup)
  const key = await keyOf(path)
  let found = known.get(key)
  if (found === undefined) {
    found = backup.isEncrypted
      ? await examineEncrypted(context, path, passphrase)
      : await examinePlain(context, path)
    known.set(key, found)
  }
  return { ...backup, ...found }
}

/** Describes a database file, its last change in French. */
export async function surveyOf(
  { runJob }: Pick<RecoveryContext, 'runJob'>,
  path: string,
): Promise<DatabaseSurvey> {
  const { lastChange, ...survey } = await runJob('surveyDatabase', { path })
  return {
    ...survey,
    lastChange: lastChange && { who: lastChange.who, label: labelOf(lastChange.method) },
  }
}

async function examinePlain(context: RecoveryContext, path: string): Promise<Known> {
  const [verdict, survey] = await Promise.all([
    context.runJob('checkBackup', { path }).catch(() => ({ sound: false })),
    surveyOf(context, path).catch(() => null),
  ])
  return { sound: verdict.sound, survey }
}

async function examineEncrypted(
  context: RecoveryContext,
  path: string,
  passphrase: string | undefined,
): Promise<Known> {
  const opening = openingOf(context)
  return stoppable(opening, (signal) => {
    const how = { passphrase, method: 'recovery.look', signal, attachments: 'none' } as const
    return withOpened(opening, path, how, (opened) => examinePlain(context, opened.path)).catch((thrown) => {
      if (thrown instanceof AppError && thrown.code === 'encrypted-damaged')
        return { sound: false, survey: null }
      throw thrown
    })
  })
}

/** Opens encrypted copies while the data are not open. */
export function openingOf({ dataFolder, desk, emit, runJob }: RecoveryContext): Opening {
  return { ownFolder: dataFolder, desk, emit, runJob }
}

async function keyOf(path: string): Promise<string> {
  const { size, mtimeMs } = await stat(path)
  return `${path} ${size} ${mtimeMs}`
}

/** Examines the newest ones until one is found good; returns the list with what was learnt. */
export async function withNewestGood(
  context: RecoveryContext,
  backups: readonly RecoveryBackup[],
): Promise<RecoveryBackup[]> {
  const examined: RecoveryBackup[] = []
  for (const backup of backups) {
    // Nobody was asked for a passphrase yet.
    const isLeft = backup.isEncrypted || examined.some(({ sound }) => sound === true)
    const one = isLeft ? backup : await examine(context, backup)
    examined.push(one)
  }
  return examined
}
