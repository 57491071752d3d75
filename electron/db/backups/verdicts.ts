// Losing these verdicts costs examining the backups again, nothing else.
import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { BackupCondition, type BackupPlace } from '../../contract/backups.ts'
import { DataMark } from '../../domain/data/backup.ts'
import { Instant } from '../../domain/ids.ts'
import { writeDurably } from '../durable.ts'
import { inTurns } from '../in-turn.ts'
import { readManifest } from './manifest.ts'
import { BACKUP_FOLDER, plainName } from './name.ts'

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

/**
 * How new the data of a copy are: as this desk found them, or else as the list beside it says, for the verdicts may themselves
 * be older than the copy. Null when nobody says, or when the copy is damaged.
 */
export async function markOfCopy(
  verdicts: Verdicts,
  place: BackupPlace,
  folder: string,
  file: string,
): Promise<DataMark | null> {
  const own = verdicts[verdictKey(place, file)] ?? verdicts[verdictKey(place, plainName(file))]
  if (own?.condition === 'damaged') return null
  // What it is a copy of has its name, and its data.
  const other = verdicts[verdictKey(place === 'desk' ? 'copies' : 'desk', plainName(file))]
  return own?.data ?? other?.data ?? (await readManifest(join(folder, file)))?.data ?? null
}

/** Changes under way, by data folder. */
const inTurn = inTurns()

/** Notes what was found; `forget` drops those of a place, or of backups that are gone. */
export function noteVerdicts(
  dataFolder: string,
  found: Verdicts,
  forget: (key: string) => boolean = () => false,
): Promise<void> {
  return inTurn(dataFolder, async () => {
    const all = Object.entries({ ...readVerdicts(dataFolder), ...found }).filter(([key]) => !forget(key))
    await mkdir(join(dataFolder, BACKUP_FOLDER), { recursive: true })
    await writeDurably(pathOf(dataFolder), JSON.stringify(Object.fromEntries(all)))
  })
}
