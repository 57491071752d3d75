// A verified backup every 15 minutes when something changed and at close, then its copy in the second folder; one that
// failed is tried again the next time. Between them, one at rest is examined.
import { setTimeout as pause } from 'node:timers/promises'
import type { Desk } from '../../db/desk/desk.ts'
import { Uses } from '../../db/reads/uses.ts'
import type { LongContext } from '../context.ts'
import type { Data } from '../data.ts'
import type { CoreOptions } from '../options.ts'
import { examineNext } from './examine.ts'
import { watchFolder } from './hand-over/heed.ts'
import { checkInTurn, stopWork } from './kept-files/check.ts'
import { secondCopy } from './second-folder.ts'

const EVERY_MS = 15 * 60_000
/**
 * Changes that a former session left without a backup get one once the start is over, and data that have one are read
 * whole: pages that went bad while they were closed are found within a minute.
 */
const SOON_MS = 40_000
/** A folder that is gone is said at once, whether or not somebody writes. */
const LOOK_MS = 60_000
/** How long closing waits for the second folder: the shell ends the process after 5 s. */
const COPYING_MS = 3_000

/** Starts the rhythm; `stop` writes the last backup if something changed since. */
export function keepCopies(data: Data, { log }: CoreOptions): { stop(): Promise<void> } {
  // Nobody waits to see what these have read.
  const own = () => data.long(new Uses())
  const make = async (reason: 'regular' | 'close', copy: typeof secondCopy) => {
    try {
      const context = own()
      await copy(context, await context.backup(reason))
    } catch (thrown) {
      // The data are safe in the live file; what failed is the copy. The screen says so.
      log('backup failed', thrown)
    }
    data.changes.source('files')
  }
  const examine = async () => {
    try {
      if (await examineNext(own())) data.changes.source('files')
      else if (await checkInTurn(own())) await readPages()
    } catch (thrown) {
      log('examining backups or kept files failed', thrown)
    }
  }
  const readPages = async () => {
    try {
      await data.readPages()
    } catch (thrown) {
      log('reading the pages of the data failed', thrown)
    }
  }
  const watch = watchFolder(() => own())
  const timer = setInterval(() => {
    void (data.isChanged() ? make('regular', secondCopy) : Promise.resolve()).then(examine)
  }, EVERY_MS)
  timer.unref()
  const looking = setInterval(() => data.look(), LOOK_MS)
  looking.unref()
  const soon = setTimeout(() => {
    void (data.isBehind ? make('regular', secondCopy) : readPages()).then(examine)
  }, SOON_MS)
  soon.unref()
  return {
    async stop() {
      clearInterval(timer)
      clearInterval(looking)
      clearTimeout(soon)
      watch.stop()
      stopWork(own().ownFolder)
      // The copy goes on where nothing ends the process; a folder that does not answer is not waited for.
      if (data.isChanged())
        await make('close', async (context, backup) => {
          const copying = secondCopy(context, backup)
          return Promise.race([copying, pause(COPYING_MS, context.desk, { ref: false })])
        })
    },
  }
}

/** A backup now, copied to a folder that was just chosen. */
export async function copyNow(context: LongContext, copyFolder: string): Promise<Desk> {
  const path = await context.backup('regular')
  return secondCopy({ ...context, desk: { ...context.desk, copyFolder, copyDeclined: false } }, path)
}
