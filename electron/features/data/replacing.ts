import { rm } from 'node:fs/promises'
import { AppError } from '../../contract/errors.ts'
import { lastChange, raiseLastChange } from '../../db/desk/writer.ts'
import { bringIn, swapDatabase } from '../../db/replace.ts'
import type { LongContext } from '../context.ts'
import type { CoreOptions } from '../options.ts'
import { type BackupsInTurn, examineFinished } from './backups-in-turn.ts'
import type { LeaveToWrite } from './leave-to-write.ts'
import type { LiveDatabase } from './live-database.ts'

type Parts = { live: LiveDatabase; leave: LeaveToWrite; backups: BackupsInTurn; clock: () => Date }

/** How the present data are exchanged for a finished backup. */
export function replacing(
  { dataFolder, runJob }: CoreOptions,
  { live, leave, backups, clock }: Parts,
): LongContext['replaceData'] {
  return async (path, on = {}) => {
    const { signal } = on
    if (on.act !== 'taking') leave.expect()
    leave.refuseMoving()
    const verdict = await examineFinished(runJob, path, signal)
    if (!verdict.sound) throw new AppError('not-a-backup')
    // Brought in first: the backup made next may be what rotates the wanted one away.
    const incoming = await bringIn(dataFolder, path, verdict, { ...on, now: clock() })
    try {
      return await backups.inTurn(async () => {
        refuseCancelled(signal)
        const before = await backups.backupNow('before-restore')
        refuseCancelled(signal)
        await live.inTurn(async () => {
          const replaced = lastChange(live.sqlite)
          if (on.onlyAt !== undefined && on.onlyAt !== replaced) throw new AppError('conflict')
          await live.exchange(async () => {
            // Of data that are taken from another desk the copy itself says how new they are.
            if (on.act !== 'taking') raiseLastChange(incoming.path, replaced)
            await swapDatabase(dataFolder, incoming.path, 'remplace', clock())
          })
        })
        return { meetings: verdict.meetings, missing: incoming.missing, before }
      })
    } finally {
      await rm(incoming.path, { force: true })
    }
  }
}

function refuseCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new AppError('cancelled')
}
