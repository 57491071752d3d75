import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { BackupFile, BackupPlace } from '../../contract/backups.ts'
import { backupsIn, type Found } from './folder.ts'
import { BACKUP_FOLDER } from './name.ts'
import { readVerdicts, type Verdicts, verdictKey } from './verdicts.ts'

/** A server that does not answer within this time is said to be away; the rest is shown. */
const PATIENCE_MS = 3_000

export type ListedBackups = { files: BackupFile[]; unreachable: BackupPlace[] }

/** The folder of a place; null when this desk has none. */
export function placeFolder(
  dataFolder: string,
  copyFolder: string | null,
  place: BackupPlace,
): string | null {
  return place === 'desk' ? join(dataFolder, BACKUP_FOLDER) : copyFolder
}

/** Backups beside the data and in the second folder, newest first. Opens none of them, so that it may be asked at any time. */
export async function listBackups(dataFolder: string, copyFolder: string | null): Promise<ListedBackups> {
  const verdicts = readVerdicts(dataFolder)
  const listed: ListedBackups = { files: [], unreachable: [] }
  for (const place of ['desk', 'copies'] as const) {
    const folder = placeFolder(dataFolder, copyFolder, place)
    if (folder === null) continue
    const files = await Promise.race([
      filesOf(place, folder, verdicts).catch(() => null),
      setTimeout(PATIENCE_MS, null, { ref: false }),
    ])
    if (files === null) listed.unreachable.push(place)
    else listed.files.push(...files)
  }
  listed.files.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.place === 'desk' ? -1 : 1))
  return listed
}

async function filesOf(place: BackupPlace, folder: string, verdicts: Verdicts): Promise<BackupFile[]> {
  // Beside the data the folder comes with the first backup; a second folder that is not there is away.
  if (place === 'copies') await stat(folder)
  return Promise.all((await backupsIn(folder)).map((found) => described(place, folder, found, verdicts)))
}

async function described(
  place: BackupPlace,
  folder: string,
  { file, at, reason, isEncrypted }: Found,
  verdicts: Verdicts,
): Promise<BackupFile> {
  const verdict = verdicts[verdictKey(place, file)]
  return {
    token: file,
    place,
    at,
    reason,
    isEncrypted,
    sizeBytes: (await stat(join(folder, file))).size,
    condition: verdict?.condition ?? 'unchecked',
    checkedAt: verdict?.checkedAt ?? null,
    missing: verdict?.missing ?? 0,
  }
}
