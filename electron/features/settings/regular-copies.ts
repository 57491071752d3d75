// Regular copies: a verified backup every 15 minutes when something changed and at close, then its copy in the second
// folder; a folder that is away is said, kept in mind, and tried again the next time.
import { setTimeout } from 'node:timers/promises'
import { copyBackup } from '../../db/backup.ts'
import type { Desk } from '../../db/desk.ts'
import { toAppError } from '../../db/translate-error.ts'
import type { LongContext } from '../context.ts'
import type { Data } from '../data.ts'
import { writeShared } from '../dispatch/shared-folder.ts'
import type { CoreOptions } from '../options.ts'

const EVERY_MS = 15 * 60_000
/** How long closing waits for the shared folder. */
const SHARING_MS = 500

/** Starts the rhythm; `stop` writes the last backup if something changed since. */
export function keepCopies(data: Data, { emit, log }: CoreOptions): { stop(): Promise<void> } {
  const make = async (reason: 'regular' | 'close') => {
    if (!data.isChanged()) return
    try {
      const context = data.long()
      await secondCopy(context, await context.backup(reason))
    } catch (thrown) {
      // The data are safe in the live file; what failed is the copy. The screen says so.
      log('backup failed', thrown)
    }
    emit({ topic: 'copies' })
  }
  // What could not be written to the shared folder is tried again with the copies, and at each opening.
  const share = async () => {
    try {
      await writeShared(data.long())
    } catch (thrown) {
      log('writing to the shared folder failed', thrown)
    }
  }
  let sharing = share()
  const timer = setInterval(() => {
    void make('regular')
    sharing = share()
  }, EVERY_MS)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await make('close')
      // What is being written is noted as written; a server that does not answer is not waited for.
      await Promise.race([sharing, setTimeout(SHARING_MS, undefined, { ref: false })])
    },
  }
}

/** A backup now, copied to a folder that was just chosen. */
export async function copyNow(context: LongContext, copyFolder: string): Promise<Desk> {
  const path = await context.backup('regular')
  return secondCopy({ ...context, desk: { ...context.desk, copyFolder, copyDeclined: false } }, path)
}

/** Copies a finished backup to the second folder, if there is one, and remembers how it went. */
export async function secondCopy(context: LongContext, backup: string): Promise<Desk> {
  const { desk, now } = context
  if (desk.copyFolder === null) return desk
  try {
    await copyBackup(backup, desk.copyFolder, now)
    return await context.setDesk({ lastCopyAt: now.toISOString(), lastFailure: null })
  } catch (thrown) {
    const { code } = toAppError(thrown)
    const known = code === 'folder-unreachable' || code === 'disk-full' || code === 'data-read-only'
    return context.setDesk({ lastFailure: known ? code : 'unexpected' })
  }
}
