// How a desk joins a team and leaves it, and what becomes of its copy of the team's data.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { TeamFile } from '../../domain/data/team.ts'
import { openFinished } from '../copies/finished.ts'
import { copyFolder, copyOf, dropCopy } from '../copies/team-copy.ts'
import { lastChange, raiseLastChange } from '../desk/writer.ts'
import { takeLock } from '../lock.ts'
import { DATABASE_NAME, swapDatabase } from '../replace.ts'
import { joinTeam, leaveTeam } from './address.ts'

/** From the next opening on it works on that base; what lies here of another one, or of another account, does not stay. */
export async function joinWithoutCopy(
  dataFolder: string,
  file: TeamFile,
  user: string,
  now = new Date(),
): Promise<void> {
  await joinTeam(dataFolder, file, user, now)
  // One that is of somebody else is not read, also where it cannot be removed now.
  if (copyOf(dataFolder) === null) await dropCopy(dataFolder).catch(() => undefined)
}

/** From the next opening on it works on its own data; what the team wrote does not stay on it. */
export async function leaveWithoutCopy(dataFolder: string): Promise<void> {
  await dropCopy(dataFolder)
  await leaveTeam(dataFolder)
}

/** The copy takes the place of the desk's own data, which go aside whole. */
export async function leaveWithCopy(dataFolder: string, now: Date): Promise<void> {
  const copied = join(copyFolder(dataFolder), DATABASE_NAME)
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
  await leaveTeam(dataFolder)
  // Its database went into place: what may be left of it does not undo that.
  await dropCopy(dataFolder).catch(() => undefined)
}
