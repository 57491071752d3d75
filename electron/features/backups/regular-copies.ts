// Regular copies: a verified backup every 15 minutes when something changed and at close, then its copy in the second
// folder; a folder that is away is said, kept in mind, and tried again the next time. Between them, one at rest is examined.
import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '../../contract/errors.ts'
import { copyBackup } from '../../db/backup.ts'
import type { Desk } from '../../db/desk.ts'
import { readSeen } from '../../db/lease.ts'
import { toAppError } from '../../db/translate-error.ts'
import type { LongContext } from '../context.ts'
import type { Data } from '../data.ts'
import { writeShared } from '../dispatch/shared-folder.ts'
import { heedFolder, watchFolder } from '../hand-over/heed.ts'
import { checkInTurn, stopWork } from '../kept-files/check.ts'
import type { CoreOptions } from '../options.ts'
import { examineNext } from './examine.ts'

const EVERY_MS = 15 * 60_000
/** What a former session left without a backup gets one once the start is over. */
const SOON_MS = 60_000
/** How long closing waits for the shared folder, and for the second one: the shell ends the process after 5 s. */
const SHARING_MS = 500
const COPYING_MS = 3_000

/** Starts the rhythm; `stop` writes the last backup if something changed since. */
export function keepCopies(data: Data, { emit, log }: CoreOptions): { stop(): Promise<void> } {
  const make = async (reason: 'regular' | 'close', copy: typeof secondCopy) => {
    try {
      const context = data.long()
      await copy(context, await context.backup(reason))
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
  const examine = async () => {
    try {
      if (await examineNext(data.long())) emit({ topic: 'copies' })
      else await checkInTurn(data.long())
    } catch (thrown) {
      log('examining backups or kept files failed', thrown)
    }
  }
  const watch = watchFolder(() => data.long())
  let sharing = share()
  const timer = setInterval(() => {
    void (data.isChanged() ? make('regular', secondCopy) : Promise.resolve()).then(examine)
    sharing = share()
  }, EVERY_MS)
  timer.unref()
  const soon = setTimeout(() => {
    void (data.isBehind ? make('regular', secondCopy) : Promise.resolve()).then(examine)
  }, SOON_MS)
  soon.unref()
  return {
    async stop() {
      clearInterval(timer)
      clearTimeout(soon)
      watch.stop()
      stopWork(data.long().ownFolder)
      // The copy goes on where nothing ends the process; a folder that does not answer is not waited for.
      if (data.isChanged())
        await make('close', async (context, backup) => {
          const copying = secondCopy(context, backup)
          return Promise.race([copying, pause(COPYING_MS, context.desk, { ref: false })])
        })
      // What is being written is noted as written; a server that does not answer is not waited for.
      await Promise.race([sharing, pause(SHARING_MS, undefined, { ref: false })])
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
    await copyBackup(backup, desk.copyFolder, now, desk.keptRule)
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
