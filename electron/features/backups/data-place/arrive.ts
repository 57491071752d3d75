// The first opening of moved data, and what is left to do in the folder that they left: its database goes aside there,
// under a name that says what it is. A folder that is away is tried again at each opening.
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readMovedNote, readOrigin, writeOrigin } from '../../../db/desk/moved.ts'
import { takeLock } from '../../../db/lock.ts'
import { DATABASE_NAME, setDatabaseAside } from '../../../db/replace.ts'
import { movedNoteText } from '../../../documents/text/data-place.ts'

/** Before the first write: from now on this folder is more than a copy. */
export async function noteArrival(folder: string): Promise<void> {
  const origin = readOrigin(folder)
  if (origin?.state === 'begun') await writeOrigin(folder, { ...origin, state: 'opened' })
}

/** Sets aside what was left in the former folder; a folder that does not answer is left for the next time. */
export async function clearFormer(folder: string, now: Date): Promise<void> {
  const origin = readOrigin(folder)
  if (origin === null || origin.asideName !== null) return
  const note = readMovedNote(origin.from)
  // Only what is known to have come here; a former folder that somebody uses again is theirs.
  if (note?.to !== folder || !existsSync(join(origin.from, DATABASE_NAME))) return
  const lock = takeLock(origin.from)
  try {
    const asideName = await setDatabaseAside(origin.from, 'ancienne-copie', now)
    await writeFile(join(origin.from, 'LISEZ-MOI.txt'), movedNoteText.left(now, note.machineName, asideName))
    await writeOrigin(folder, { ...origin, asideName })
  } finally {
    lock.release()
  }
}
