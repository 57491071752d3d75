import { settleCopies } from '../../db/backups/in-question.ts'
import { changeDesk, readDesk } from '../../db/desk/desk.ts'
import { lastChange, profileOf, standAbove } from '../../db/desk/writer.ts'
import type { Source, Uses } from '../../db/reads/uses.ts'
import { stillAltered, sumAgain } from '../../db/row-sums.ts'
import type { LongContext, Time } from '../context.ts'
import type { CoreOptions } from '../options.ts'
import type { BackupsInTurn } from './backups-in-turn.ts'
import type { Changes } from './changes.ts'
import type { LeaveToWrite } from './leave-to-write.ts'
import type { LiveDatabase } from './live-database.ts'
import type { Shown } from './shown.ts'
import type { Transactions } from './transactions.ts'

type Parts = Pick<CoreOptions, 'dataFolder' | 'runJob' | 'emit'> & {
  live: LiveDatabase
  shown: Shown
  leave: LeaveToWrite
  transactions: Transactions
  backups: BackupsInTurn
  changes: Changes
  replaceData: LongContext['replaceData']
  time: () => Time
}

/** Gives each call outside of a transaction its context, which notes in `uses` what the call reads. */
export function longContexts({
  dataFolder,
  runJob,
  emit,
  live,
  shown,
  leave,
  transactions,
  backups,
  changes,
  replaceData,
  time,
}: Parts): (uses: Uses) => LongContext {
  /** Whether somebody has said that what is open counts. */
  let isAnswered = false
  return (uses) => {
    const desk = readDesk(dataFolder)
    const noted = <T>(source: Source, value: T): T => {
      uses.ofSource(source)
      return value
    }
    /** A call that changes something is no read, whatever it also reads. */
    const act = <A extends readonly unknown[], T>(work: (...of: A) => T) => {
      return (...of: A): T => {
        uses.isAct = true
        return work(...of)
      }
    }
    return {
      ...time(),
      team: null,
      presence: null,
      runJob,
      emit,
      changed: (source) => changes.source(source),
      get dataFolder() {
        return noted('files', shown.data.folder)
      },
      get desk() {
        return noted('desk', desk)
      },
      setDesk: act(async (change) => {
        const all = await changeDesk(dataFolder, change)
        changes.source('desk')
        return all
      }),
      read: (work) => transactions.read(uses, work),
      write: act(async (method, work) => uses.left(await transactions.write(method, work))),
      writeInSteps(method) {
        uses.isAct = true
        const step = transactions.writeInSteps(method)
        return async (work) => uses.left(await step(work))
      },
      fill: act((work) => transactions.fill(work)),
      readTexts: (work) => transactions.readTexts(uses, work),
      eraseTexts(kind, work) {
        uses.isAct = true
        return transactions.eraseTexts(kind, work)
      },
      backup: act((reason) => backups.backup(reason)),
      replaceData: act(replaceData),
      get ownFolder() {
        return noted('files', dataFolder)
      },
      get damage() {
        return noted('files', live.damage)
      },
      alteredRows: () =>
        noted(
          'files',
          live.inTurn(async () => stillAltered(live.sqlite, live.altered)),
        ),
      keepRows: act(() =>
        live.inTurn(async () => {
          leave.expect()
          sumAgain(live.sqlite, stillAltered(live.sqlite, live.altered))
          live.altered = []
          live.committed()
          changes.source('files')
        }),
      ),
      get lostLog() {
        return noted('files', live.now.lostLog && !isAnswered)
      },
      standAbove: act((above) =>
        live.inTurn(async () => {
          leave.expect()
          // Before what the window reads again at once.
          await settleCopies(dataFolder)
          standAbove(live.sqlite, above)
          live.committed()
          isAnswered = true
          changes.source('files')
        }),
      ),
      // A step looks at what the step before it set.
      get writer() {
        return noted('writer', leave.writer)
      },
      setWriter: act((next) => leave.setWriter(next)),
      alone: (_, work) => work(),
      hold: (work) => leave.hold(work),
      leave: (work) => leave.leave(work),
      mark: () =>
        live.inTurn(async () => ({
          profileId: leave.writer.profileId,
          generation: profileOf(live.sqlite).generation,
          lastChange: lastChange(live.sqlite),
        })),
      showCopy: act((copy) => shown.show(copy)),
    }
  }
}
