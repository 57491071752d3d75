// Regular copies: a verified backup every 15 minutes when something changed and at close, then its copy in the second
// folder; a folder that is away is said, kept in mind, and tried again the next time.
import { setTimeout } from 'node:timers/promises'
import { AppError } from '../../contract/errors.ts'
import { copyBackup } from '../../db/backup.ts'
import type { Desk } from '../../db/desk.ts'
import { readSeen } from '../../db/lease.ts'
import { toAppError } from '../../db/translate-error.ts'
import type { LongContext } from '../context.ts'
import type { Data } from '../data.ts'
import { writeShared } from '../dispatch/shared-folder.ts'
import { heedFolder } from '../hand-over/heed.ts'
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
  // What another desk may write is not covered over by the copies of one that only reads.
  if (desk.copyFolder === null || (await heedFolder(context)) !== 'mine') return desk
  try {
    await expectOwnFolder(desk.copyFolder, context.pen.profileId)
    await copyBackup(backup, desk.copyFolder, now)
    return await context.setDesk({ lastCopyAt: now.toISOString(), lastFailure: null })
  } catch (thrown) {
    const { code } = toAppError(thrown)
    return context.setDesk({ lastFailure: isKnown(code) ? code : 'unexpected' })
  }
}

function isKnown(code: string): code is NonNullable<Desk['lastFailure']> {
  return known.has(code)
}
const known: ReadonlySet<string> = new Set<NonNullable<Desk['lastFailure']>>([
  'folder-unreachable',
  'disk-full',
  'data-read-only',
  'lease-other-profile',
])

/** Copies of other data must not be mixed with those that desks hand over in a folder. */
async function expectOwnFolder(folder: string, profileId: string): Promise<void> {
  const { lease } = await readSeen(folder)
  if (typeof lease !== 'string' && lease.profileId !== profileId) throw new AppError('lease-other-profile')
}
