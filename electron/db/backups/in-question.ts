// Copies that hold what the open data do not, noted when they are found: the data go on, and their numbers overtake those of
// a copy whose changes they never had.
import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { BackupPlace } from '../../contract/backups.ts'
import { type DataMark, isLater } from '../../domain/data/backup.ts'
import { writeDurably } from '../durable.ts'
import { inTurns } from '../in-turn.ts'
import { backupsIn } from './folder.ts'
import { BACKUP_FOLDER } from './name.ts'
import { markOfCopy, readVerdicts, verdictKey } from './verdicts.ts'

const Noted = z.strictObject({
  /** Whose data this desk holds; null once an act put some in place: whichever open next. */
  profileId: z.string().nullable(),
  /** How many changes each copy held more when it was found; null for one of other data. */
  copies: z.record(z.string(), z.int().nullable()),
})
type Noted = z.infer<typeof Noted>

const pathOf = (dataFolder: string) => join(dataFolder, BACKUP_FOLDER, 'en-question.json')

function readNoted(dataFolder: string): Noted | null {
  try {
    return Noted.parse(JSON.parse(readFileSync(pathOf(dataFolder), 'utf8')))
  } catch {
    return null
  }
}

async function write(dataFolder: string, noted: Noted): Promise<void> {
  await mkdir(join(dataFolder, BACKUP_FOLDER), { recursive: true })
  await writeDurably(pathOf(dataFolder), JSON.stringify(noted))
}

/** Changes of a note under way, by data folder. */
const inTurn = inTurns()
/** How often somebody said what counts, by data folder. */
const settlings = new Map<string, number>()

/** Somebody said what counts: no copy is in question, and what opens next is this desk's. */
export function settleCopies(dataFolder: string): Promise<void> {
  settlings.set(dataFolder, (settlings.get(dataFolder) ?? 0) + 1)
  return inTurn(dataFolder, () => write(dataFolder, { profileId: null, copies: {} }))
}

/** `changes`: that it holds and the data did not when it was found; null for a copy of other data than those that are open. */
export type InQuestion = { readonly changes: number | null; readonly data: DataMark }

/**
 * The copies of a folder by name of which somebody has to say whether they count: that hold later changes than the open
 * data, or did at an opening; and those of the data that were here before others lay in their place. Notes them.
 * @param data of the open data: beside an older backup every newer copy would be in question
 */
export async function copiesInQuestion(
  dataFolder: string,
  place: BackupPlace,
  folder: string,
  data: DataMark,
): Promise<ReadonlyMap<string, InQuestion>> {
  const settled = settlings.get(dataFolder)
  const marks = await marksIn(dataFolder, place, folder)
  await inTurn(dataFolder, async () => {
    // What was compared before somebody answered is answered.
    if (settlings.get(dataFolder) !== settled) return
    const noted = readNoted(dataFolder)
    const { found, own } = compared(noted, marks, { place, data })
    const elsewhere = Object.entries(noted?.copies ?? {}).filter(([key]) => !key.startsWith(`${place}/`))
    const here = [...found].map(([file, { changes }]) => [verdictKey(place, file), changes] as const)
    const next: Noted = { profileId: own, copies: Object.fromEntries([...elsewhere, ...here]) }
    // The first note is that of the copies beside the data, which say whose they are.
    const isTooSoon = noted === null && (place !== 'desk' || marks.size === 0)
    if (!isTooSoon && JSON.stringify(noted) !== JSON.stringify(next)) await write(dataFolder, next)
  })
  return compared(readNoted(dataFolder), marks, { place, data }).found
}

/** The copies of a folder that take no other's place: in question already, or later than a backup. Notes nothing. */
export async function laterCopies(
  dataFolder: string,
  place: BackupPlace,
  folder: string,
  data: DataMark,
): Promise<ReadonlySet<string>> {
  const marks = await marksIn(dataFolder, place, folder)
  return new Set(compared(readNoted(dataFolder), marks, { place, data }).found.keys())
}

type Marks = ReadonlyMap<string, DataMark>

/** How new each copy of a folder is, newest first. */
async function marksIn(dataFolder: string, place: BackupPlace, folder: string): Promise<Marks> {
  const verdicts = readVerdicts(dataFolder)
  const marks = new Map<string, DataMark>()
  for (const { file } of await backupsIn(folder)) {
    const mark = await markOfCopy(verdicts, place, folder, file)
    if (mark !== null) marks.set(file, mark)
  }
  return marks
}

function compared(
  noted: Noted | null,
  marks: Marks,
  { place, data }: { place: BackupPlace; data: DataMark },
): { found: ReadonlyMap<string, InQuestion>; own: string } {
  // Before anything was noted the newest copy beside the data says whose they were.
  const newest = place === 'desk' ? marks.values().next().value : undefined
  const own = (noted === null ? newest?.profileId : noted.profileId) ?? data.profileId
  const found = new Map<string, InQuestion>()
  for (const [file, mark] of marks) {
    const before = noted?.copies[verdictKey(place, file)]
    if (before !== undefined) found.set(file, { changes: before, data: mark })
    else if (isLater(mark, data)) found.set(file, { changes: mark.lastChange - data.lastChange, data: mark })
    else if (mark.profileId === own && own !== data.profileId) found.set(file, { changes: null, data: mark })
  }
  return { found, own }
}
