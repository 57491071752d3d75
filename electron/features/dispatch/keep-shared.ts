// Documents that could not be written to the shared folder are tried again every now and then, and at each opening.
import { setTimeout as pause } from 'node:timers/promises'
import { Uses } from '../../db/reads/uses.ts'
import type { Data } from '../data.ts'
import type { CoreOptions } from '../options.ts'
import { writeShared } from './shared-folder.ts'

const EVERY_MS = 15 * 60_000
/** How long closing waits for the folder: the shell ends the process after 5 s. */
const CLOSING_MS = 500

/** Starts the rhythm. */
export function keepShared(data: Data, { log }: CoreOptions): { stop(): Promise<void> } {
  const share = async () => {
    try {
      // Nobody waits to see what this has read.
      const context = data.long(new Uses())
      if (context.desk.sharedFolder !== null) await writeShared(context)
    } catch (thrown) {
      log('writing to the shared folder failed', thrown)
    }
  }
  let sharing = share()
  const timer = setInterval(() => {
    sharing = share()
  }, EVERY_MS)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      // A document being written is noted as written; a server that does not answer is not waited for.
      await Promise.race([sharing, pause(CLOSING_MS, undefined, { ref: false })])
    },
  }
}
