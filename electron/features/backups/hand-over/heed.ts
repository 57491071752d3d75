import { readSeen } from '../../../db/desk/shared-writer.ts'
import type { Writer } from '../../../domain/data/hand-over.ts'
import type { LongContext } from '../../context.ts'
import { actsOf, sharedFolder } from './acts.ts'
import { thisMachine } from './machine.ts'
import { heed } from './steps.ts'

/** Looks in the shared folder, if there is one; returns whether this desk may write. A folder that is away changes nothing. */
export async function heedFolder(context: LongContext): Promise<Writer['state']> {
  if (sharedFolder(context) === null || context.writer.state !== 'mine') return context.writer.state
  await actsOf(context)
    .then(heed)
    .catch(() => undefined)
  return context.writer.state
}

/** Looks at once and then in this rhythm; tells the window when the folder says something else than before. */
const EVERY_MS = 60_000

export function watchFolder(context: () => LongContext): { stop(): void } {
  let said = ''
  // A share that does not answer is not asked a second time meanwhile.
  let isLooking = false
  const look = async () => {
    const now = context()
    // This desk has its name before anybody asks: what makes one is no read, and would not be made again.
    await thisMachine(now).catch(() => undefined)
    const folder = sharedFolder(now)
    if (folder === null || isLooking) return
    isLooking = true
    try {
      await heedFolder(now)
      const words = JSON.stringify(await readSeen(folder))
      if (said !== '' && words !== said) now.changed('writer')
      said = words
    } catch {
      // The folder is away: the page says so when it is looked at.
    } finally {
      isLooking = false
    }
  }
  void look()
  const timer = setInterval(() => void look(), EVERY_MS)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
