// Losing these verdicts costs examining the backups again, nothing else.
import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { BackupCondition, type BackupPlace } from '../../contract/backups.ts'
import { DataMark, isLater } from '../../domain/data/backup.ts'
import { Instant } from '../../domain/ids.ts'
import { writeDurably } from '../durable.ts'
import { BACKUP_FOLDER, ENCRYPTED_EXTENSION } from './name.ts'

const Verdict = z.strictObject({
  condition: BackupCondition,
  checkedAt: Instant,
  missing: z.int(),
  /** How far the journal of the data had come; null when not known. */
  mark: z.string().nullable(),
  /** Null when nobody has looked. */
  data: DataMark.nullable().default(null),
})
export type Verdict = z.infer<typeof Verdict>

const Verdicts = z.record(z.string(), Verdict)
export type Verdicts = z.infer<typeof Verdicts>

export const verdictKey = (place: BackupPlace, token: string) => `${place}/${token}`

const pathOf = (dataFolder: string) => join(dataFolder, BACKUP_FOLDER, 'verdicts.json')

export function readVerdicts(dataFolder: string): Verdicts {
  try {
    return Verdicts.parse(JSON.parse(readFileSync(pathOf(dataFolder), 'utf8')))
  } catch {
    return {}
  }
}

/** An encrypted copy is named after what it is a copy of. */
function plainName(file: string): string {
  return file.endsWith(ENCRYPTED_EXTENSION) ? file.slice(0, -ENCRYPTED_EXTENSION.length) : file
}

/** Whether a backup of this name holds later changes than some data, as far as it was looked at. */
export function holdsLater(dataFolder: string, data: DataMark | null): (file: string) => boolean {
  const verdicts = readVerdicts(dataFolder)
  return (file) =>
    data !== null &&
    (['desk', 'copies'] as const).some((place) => {
      const known = verdicts[verdictKey(place, file)] ?? verdicts[verdictKey(place, plainName(file))]
      return known?.data != null && known.condition !== 'damaged' && isLater(known.data, data)
    })
}

/** Changes under way, by data folder: each starts from what the one before it left. */
const turns = new Map<string, Promise<unknown>>()

/** Notes what was found; `forget` drops those of a place, or of backups that are gone. */
export function noteVerdicts(
  dataFolder: string,
  found: Verdicts,
  forget: (key: string) => boolean = () => false,
): Promise<void> {
  const turn = (turns.get(dataFolder) ?? Promise.resolve()).then(async () => {
    const all = Object.entries({ ...readVerdicts(dataFolder), ...found }).filter(([key]) => !forget(key))
    await mkdir(join(dataFolder, BACKUP_FOLDER), { recursive: true })
    await writeDurably(pathOf(dataFolder), JSON.stringify(Object.fromEntries(all)))
  })
  turns.set(
    dataFolder,
    turn.catch(() => undefined),
  )
  return turn
}
