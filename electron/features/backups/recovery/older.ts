// Data that open although a verified copy of them holds later changes: a log that was lost, a file that was put back.
import { join } from 'node:path'
import type { BackupFile } from '../../../contract/backups.ts'
import type { OlderData } from '../../../contract/recovery.ts'
import { listBackups, placeFolder } from '../../../db/backups/list.ts'
import { plainName } from '../../../db/backups/name.ts'
import { markOfCopy, readVerdicts } from '../../../db/backups/verdicts.ts'
import { DATABASE_NAME } from '../../../db/replace.ts'
import { type DataMark, isLater } from '../../../domain/data/backup.ts'
import type { LongContext } from '../../context.ts'
import { surveyOf } from './places.ts'

/** So many are offered: the others are older. */
const SHOWN = 3

export async function olderData(context: LongContext): Promise<OlderData | null> {
  const later = await laterCopies(context)
  const { lostLog, ownFolder } = context
  if (later.length === 0 && !lostLog) return null
  const own = await context.mark()
  const newer = await Promise.all(
    later.slice(0, SHOWN).map(async ({ place, token, at, path, data, isEncrypted }) => ({
      place,
      token,
      at,
      changes: data.lastChange - own.lastChange,
      survey: isEncrypted ? null : await surveyOf(context, path),
    })),
  )
  return { lostLog, newer, now: await surveyOf(context, join(ownFolder, DATABASE_NAME)) }
}

export async function keepData(context: LongContext): Promise<Record<string, never>> {
  const later = await laterCopies(context)
  await context.standAbove(Math.max(0, ...later.map(({ data }) => data.lastChange)))
  return {}
}

type Later = Pick<BackupFile, 'place' | 'token' | 'at' | 'isEncrypted'> & { path: string; data: DataMark }

/** Verified copies that hold later changes than the open data, newest first; of one that lies in both places, the nearer. */
async function laterCopies(context: LongContext): Promise<Later[]> {
  const { ownFolder, desk } = context
  const verdicts = readVerdicts(ownFolder)
  const own = await context.mark()
  const { files } = await listBackups(ownFolder, desk.copyFolder)
  const seen = new Set<string>()
  const later: Later[] = []
  for (const { place, token, at, condition, isEncrypted } of files) {
    const folder = placeFolder(ownFolder, desk.copyFolder, place)
    if (folder === null || condition === 'damaged' || seen.has(plainName(token))) continue
    const path = join(folder, token)
    const data = await markOfCopy(verdicts, place, folder, token)
    if (data === null || !isLater(data, own)) continue
    seen.add(plainName(token))
    later.push({ place, token, at, isEncrypted, path, data })
  }
  return later.sort((a, b) => b.data.lastChange - a.data.lastChange)
}
