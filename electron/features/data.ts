import { join } from 'node:path'
import type { Method } from '../contract/index.ts'
import { dropLeftovers } from '../db/backups/folder.ts'
import { copiesInQuestion } from '../db/backups/in-question.ts'
import { BACKUP_FOLDER } from '../db/backups/name.ts'
import { dropOpened } from '../db/backups/opened-folder.ts'
import { settleDesk } from '../db/desk/desk.ts'
import { dataMark } from '../db/desk/writer.ts'
import { DATABASE_NAME, openData } from '../db/open.ts'
import type { Uses } from '../db/reads/uses.ts'
import { toAppError } from '../db/translate-error.ts'
import { civilDate } from '../domain/time/civil-date.ts'
import { clearFormer, noteArrival } from './backups/data-place/arrive.ts'
import type { LongContext, ReadContext, WriteContext } from './context.ts'
import { DamagedCopy } from './damage.ts'
import { BackupsInTurn, backupMaker, isBackedUp } from './data/backups-in-turn.ts'
import { Changes } from './data/changes.ts'
import { LeaveToWrite } from './data/leave-to-write.ts'
import { LiveDatabase } from './data/live-database.ts'
import { longContexts } from './data/long-contexts.ts'
import type { Asked } from './data/overtaken.ts'
import type { Wrote } from './data/play-write.ts'
import { replacing } from './data/replacing.ts'
import { Shown } from './data/shown.ts'
import { Transactions } from './data/transactions.ts'
import { type CoreOptions, clockOf } from './options.ts'

/** Letters of a slow query in the log: its rows follow, as often as there are. */
const QUERY_SHOWN = 500

/** The open database behind the core; hands out transactions one after another, and can swap the whole for a backup. */
export type Data = {
  /** @param uses what is read is noted there */
  read<T>(uses: Uses, work: (context: ReadContext) => Promise<T>): Promise<T>
  /** @param asked what the window had seen that makes it; none: no window does */
  write<T>(method: Method, work: (context: WriteContext) => Promise<T>, asked?: Asked): Promise<Wrote<T>>
  long(uses: Uses, asked?: Asked): LongContext
  readonly changes: Changes
  /** Whether something was written since the last backup. */
  isChanged(): boolean
  /** Looks whether the open file is still at its place; from when it is not, nothing more is written. */
  look(): void
  /** Has every page and row of the data read, in another process: what cannot be read, or was altered, is said before it is needed. */
  readPages(): Promise<void>
  /** Whether a former session left changes that no backup beside the data holds. */
  readonly isBehind: boolean
  close(): Promise<void>
}

export async function openCoreData(options: CoreOptions): Promise<Data> {
  const { dataFolder, runJob, emit, log, who } = options
  settleDesk(dataFolder, options.settled ?? {})
  const clock = clockOf(options)
  const makeHere = backupMaker(options, clock)
  const changes = new Changes(emit)
  const live = await LiveDatabase.open({
    open: () =>
      openData(dataFolder, {
        beforeMigration: async (sqlite) => {
          await makeHere(sqlite, 'before-migration')
        },
        slow: (sql, ms) => log(`slow query (${ms.toFixed(0)} ms): ${sql.slice(0, QUERY_SHOWN)}`),
        clock,
        mayStartEmpty: options.mayStartEmpty === true,
        mustBeWhole: options.mustBeWhole === true,
      }),
    opened: () => {
      changes.everything()
      return leave.adopt()
    },
    isRead: () => shown.copy === null,
    met: (code, thrown) => {
      log(`damage met: ${code}`, toAppError(thrown))
      changes.source('files')
    },
    clock,
  })
  await noteArrival(dataFolder)
  void clearFormer(dataFolder, clock()).catch((thrown) => log('the former folder was left as it is', thrown))
  // The lock is ours: what is unfinished there was left by a process that died.
  await dropLeftovers(join(dataFolder, BACKUP_FOLDER), clock(), true)
  // Noted before anything is written: what is written would overtake a copy that is newer now.
  const mark = dataMark(live.sqlite)
  if (mark !== null)
    await copiesInQuestion(dataFolder, 'desk', join(dataFolder, BACKUP_FOLDER), mark).catch((thrown) =>
      log('the copies could not be held against the data', thrown),
    )
  await dropOpened(dataFolder)
  const isBehind = !live.now.isNew && !(await isBackedUp(dataFolder, live.now))

  const time = () => {
    const now = clock()
    return { now, today: civilDate(now), who }
  }
  const shown = new Shown(live, clock, changes)
  const leave = new LeaveToWrite({ dataFolder, live, shown, changes, clock })
  const transactions = new Transactions({ dataFolder, live, shown, leave, changes, time })
  const backups = new BackupsInTurn(live, makeHere, changes)
  const replaceData = replacing(options, { live, leave, backups, clock })

  const long = longContexts({
    dataFolder,
    runJob,
    emit,
    live,
    shown,
    leave,
    transactions,
    backups,
    replaceData,
    changes,
    time,
  })

  return {
    read: (uses, work) => transactions.read(uses, work),
    write: (method, work) => transactions.write(method, work),
    long,
    changes,
    isBehind,
    look() {
      try {
        if (live.damage === null) live.expectInPlace()
      } catch (thrown) {
        log('the data are gone from their place', thrown)
      }
    },
    async readPages() {
      const { whole, altered } = await runJob('readPages', { path: join(dataFolder, DATABASE_NAME) })
      if (!whole) live.meet(new DamagedCopy())
      if (altered.length === 0 && live.altered.length === 0) return
      live.altered = altered
      changes.source('files')
    },
    isChanged: () => live.damage === null && backups.isBehind,
    close: () =>
      backups.inTurn(() =>
        live.inTurn(async () => {
          shown.close()
          live.close()
        }),
      ),
  }
}
