// What becomes of the copy of a team's data when a desk leaves the team.
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openFinished } from '../copies/finished.ts'
import { copyFolder } from '../copies/team-copy.ts'
import { lastChange, raiseLastChange } from '../desk/writer.ts'
import { takeLock } from '../lock.ts'
import { DATABASE_NAME, swapDatabase } from '../replace.ts'

export async function dropCopy(dataFolder: string): Promise<void> {
  await rm(copyFolder(dataFolder), { recursive: true, force: true })
}

/** The copy takes the place of the desk's own data, which go aside whole. */
export async function goOnWithCopy(dataFolder: string, now: Date): Promise<void> {
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
  await dropCopy(dataFolder)
}
