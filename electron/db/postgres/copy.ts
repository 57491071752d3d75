// A copy of a team's data on one desk, as the data of a desk: read while the server is away, or gone on with.
import { existsSync, readFileSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Instant } from '../../domain/ids.ts'
import { openFinished } from '../copies/finished.ts'
import { lastChange, raiseLastChange } from '../desk/writer.ts'
import { syncFolder, writeDurably } from '../durable.ts'
import { takeLock } from '../lock.ts'
import { DATABASE_NAME, swapDatabase } from '../replace.ts'
import type { OpenTeam } from './open.ts'
import { type Carried, type Step, takeTeam } from './share.ts'

const FOLDER = 'copie-equipe'
const NOTE = 'copie.json'
const Note = z.object({ at: Instant })

export type TeamCopy = { readonly folder: string; readonly at: string }

/** The copy of a desk; null where there is none that is whole. */
export function copyOf(dataFolder: string): TeamCopy | null {
  const folder = join(dataFolder, FOLDER)
  if (!existsSync(join(folder, DATABASE_NAME))) return null
  try {
    return { folder, at: Note.parse(JSON.parse(readFileSync(join(folder, NOTE), 'utf8'))).at }
  } catch {
    return null
  }
}

/** Makes it anew, as the data are now; until it is whole the one of before stays. */
export async function makeCopy(team: OpenTeam, dataFolder: string, now: Date, step: Step): Promise<Carried> {
  const folder = join(dataFolder, FOLDER)
  const unfinished = `${folder}-en-cours`
  await rm(unfinished, { recursive: true, force: true })
  const carried = await takeTeam(team, unfinished, { now, step, mayLack: true })
  await writeDurably(join(unfinished, NOTE), JSON.stringify({ at: now.toISOString() }))
  await rm(folder, { recursive: true, force: true })
  await rename(unfinished, folder)
  await syncFolder(dataFolder)
  return carried
}

export async function dropCopy(dataFolder: string): Promise<void> {
  await rm(join(dataFolder, FOLDER), { recursive: true, force: true })
}

/** The copy takes the place of the desk's own data, which go aside whole. */
export async function goOnWithCopy(dataFolder: string, now: Date): Promise<void> {
  const copied = join(dataFolder, FOLDER, DATABASE_NAME)
  const own = join(dataFolder, DATABASE_NAME)
  const lock = takeLock(dataFolder)
  try {
    if (existsSync(own)) {
      const former = openFinished(own)
      const newest = lastChange(former.sqlite)
      former.close()
      // What is gone on with is newer than every backup of what was here.
      raiseLastChange(copied, newest)
    }
    await swapDatabase(dataFolder, copied, 'remplace', now)
  } finally {
    lock.release()
  }
  await dropCopy(dataFolder)
}
